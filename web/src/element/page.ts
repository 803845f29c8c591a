// What our own page does around the element: reads the deep link, keeps title and language right, and writes the link.
//
// Law: a fragment never reaches a server, and opening one fills in and never runs: pressing the button is the consent.
// Unknown keys and WordPress's "?secret=" are passed over.
import type { Words } from "../words";
import { keepForLater, typedBefore } from "./offline";

const keys = ["subject", "complaint", "start", "lang"] as const;
const longest = 2000; // what mail programs and chats still keep as one link

const checker = document.querySelector("alimail-checker") as HTMLElement & { fields?: Record<string, string> };
const heading = document.querySelector("h1") as HTMLElement;
const share = document.createElement("button");
let words: Words | undefined;

function readLink(): void {
  const link = new URLSearchParams(location.hash.replace(/^#\??/, ""));
  for (const key of keys) {
    const value = link.get(key);
    if (value !== null) checker.setAttribute(key, value.slice(0, longest));
  }
}

const typed = () => ({ ...checker.fields, lang: document.documentElement.lang });

function fillIn(values: Record<string, string>): void {
  for (const key of keys) if (values[key]) checker.setAttribute(key, values[key]);
}

function writeLink(): string {
  const { subject = "", complaint = "", start = "" } = checker.fields ?? {};
  // Whose mailbox it is stays out, also of a pasted bounce: the domain says enough, and links travel.
  const values = {
    subject: subject.replace(/^.*[@\uff20\ufe6b]/, ""),
    complaint: complaint.replace(/[^\s<>"'(),:;@]+@/g, "@"),
    start,
    lang: document.documentElement.lang,
  };
  const link = new URLSearchParams(Object.entries(values).filter(([, value]) => value.trim() !== ""));
  if (String(link).length > longest) link.delete("complaint");
  history.replaceState(null, "", `#${link}`);
  return location.href;
}

const label = (): void => void (share.textContent = words?.t("ui.share") ?? "");

share.type = "button";
share.setAttribute("aria-live", "polite");
share.slot = "share";
share.className = "share";
share.addEventListener("click", () => {
  const link = writeLink();
  // Without the clipboard the link still stands in the address bar.
  const copied = navigator.clipboard
    ? navigator.clipboard.writeText(link).then(
        () => true,
        () => false,
      )
    : Promise.resolve(false);
  void copied.then((done) => {
    share.textContent = words?.t(done ? "ui.share.copied" : "ui.share.written") ?? "";
    setTimeout(label, 8000);
  });
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

// The document is in English only until it is known what the person reads; the element looks at its surroundings.
document.documentElement.removeAttribute("lang");
checker.append(share);
readLink();
fillIn(typedBefore());
addEventListener("hashchange", readLink);
const speak = keepForLater(document.body, typed);
