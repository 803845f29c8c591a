// What our own page does around the element: reads the link it was opened with, keeps its title and language right, and
// writes links.
import type { Words } from "../words/words";
import { fill, readFragment } from "./fragment";
import { keepForLater, typedBefore } from "../offline/register";

type Link = typeof import("../app/mask/link");

const checker = document.querySelector("alimail-checker") as HTMLElement & { fields?: Parameters<Link["linkOf"]>[0] };
const heading = document.querySelector("h1") as HTMLElement;
const share = document.createElement("button");
let words: Words | undefined;
let writer: Link | undefined;

const readLink = (): void => fill(checker, readFragment(location.hash));

const label = (): void => void (share.textContent = words?.t("ui.share") ?? "");

// Fetched on the first touch: some browsers allow writing to the clipboard only within the click itself.
const fetchWriter = async (): Promise<Link> => (writer ??= await Promise.race([import("../app/mask/link"), late()]));
const late = (): Promise<never> => new Promise((_, fail) => setTimeout(fail, 20_000)); // as in load/in-time.ts, which the page does without

async function copy(link: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(link);
    return true;
  } catch {
    return false; // the link is still in the address bar
  }
}

function write({ linkOf }: Link): void {
  const fields = checker.fields ?? { subject: "", complaint: "", start: "" };
  const link = linkOf(fields, document.documentElement.lang, location.href.replace(/#.*/, ""));
  history.replaceState(null, "", link);
  // On touch devices the system's share sheet. Closing it is a decision, not a failure; any other error falls back to
  // copying.
  const sheet = matchMedia("(pointer: coarse)").matches && "share" in navigator;
  if (sheet) navigator.share({ title: document.title, url: link }).catch(({ name }: Error) => name !== "AbortError" && tellCopied(link));
  else tellCopied(link);
}

function tellCopied(link: string): void {
  void copy(link).then((done) => {
    share.textContent = words?.t(done ? "ui.share.copied" : "ui.share.written") ?? "";
    setTimeout(label, 8000);
  });
}

share.type = "button";
share.setAttribute("aria-live", "polite");
share.slot = "share";
share.className = "share";
for (const touch of ["pointerdown", "focus"]) share.addEventListener(touch, () => void fetchWriter().catch(label));
share.addEventListener("click", () => {
  if (writer) write(writer);
  // Without the writer there is no link at all: it is what removes passwords.
  else void fetchWriter().then(write, () => void (share.textContent = words?.t("core.core-not-loaded") ?? ""));
});

document.addEventListener("alimail-language", (event) => {
  words = (event as CustomEvent<Words>).detail;
  document.documentElement.lang = words.tag;
  document.documentElement.dir = words.dir;
  document.title = words.t("ui.title");
  heading.textContent = document.title;
  label();
  speak(words);
});

// The document says English until we know what the person reads; the element takes its language from what is around it.
document.documentElement.removeAttribute("lang");
checker.append(share);
readLink();
for (const [name, value] of Object.entries(typedBefore())) if (value) checker.setAttribute(name, value);
addEventListener("hashchange", readLink);
const speak = keepForLater(document.body, () => ({ ...checker.fields, lang: document.documentElement.lang }));
