// What the page made for frames does around the element: reads its fragment, keeps language, title and colours right, and tells
// the page around how high it is, in our own message and, where WordPress gave a secret, in its.
//
// Law: a frame may have no storage, no origin and no way to ask what is around it; nothing here needs them. Its height is all that
// the page around is told: what was typed and found stays inside.
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
  // Of the frame's own: where it differs from that of the frame element, browsers paint an opaque ground.
  page.style.colorScheme = theme === "auto" ? "light dark" : theme;
  // Who cannot see whether the page around is dark brings a ground that fits the text.
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
// What is high is not cut where this is missing (before Safari 13.1): the frame scrolls.
if ("ResizeObserver" in window) new ResizeObserver(tell).observe(document.body);
