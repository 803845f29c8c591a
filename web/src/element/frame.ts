// What the page inside a frame (embed.html) does around the element: reads its fragment, keeps language, title and colors
// right, and reports its height to the embedding page, in our own message and, where WordPress passed a secret, in
// WordPress's.
//
// Law: a frame may have no storage, no origin, and no way to ask about the page around it; nothing here needs them. The
// embedding page learns the height and nothing else: what was typed and found stays inside.
import type { Words } from "../words/words";
import { fill, readFragment } from "./fragment";

const checker = document.querySelector("alimail-checker") as HTMLElement;
const page = document.documentElement;
let told = 0;

function tell(): void {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  const secret = readFragment(location.hash).get("secret");
  if (height === told) return;
  told = height;
  parent.postMessage({ type: "alimail-height", height }, "*");
  if (secret !== null) parent.postMessage({ message: "height", value: height, secret }, "*");
}

function readLink(): void {
  const link = readFragment(location.hash);
  const theme = link.get("theme") || "light";
  // Where the color scheme of a document differs from that of its frame element, browsers paint an opaque background.
  page.style.colorScheme = theme === "auto" ? "light dark" : theme;
  // We cannot see whether the embedding page is dark, so we bring a background that fits the text.
  page.style.backgroundColor = theme === "auto" ? "Canvas" : "";
  if (link.get("theme")) checker.setAttribute("theme", theme);
  fill(checker, link);
}

document.addEventListener("alimail-language", (event) => {
  const words = (event as CustomEvent<Words>).detail;
  page.lang = words.tag;
  page.dir = words.dir;
  document.title = words.t("ui.title");
});

page.removeAttribute("lang");
readLink();
addEventListener("hashchange", readLink);
// Before Safari 13.1 there is no ResizeObserver: then the frame scrolls.
if ("ResizeObserver" in window) new ResizeObserver(tell).observe(document.body);
