// The fragment of a link. Opening a link fills in the form and never starts a run: pressing the button is the consent.
//
// Unknown keys are ignored, and so is v, as there was never another version than 1. WordPress adds "#?secret=…" to the
// address of a frame.
const keys = ["subject", "complaint", "start", "lang"] as const;
const longest = 2000;

export function readFragment(hash: string): URLSearchParams {
  return new URLSearchParams(hash.replace(/#?\?secret=/, "&secret=").replace(/^#\??/, ""));
}

export function fill(checker: Element, link: URLSearchParams): void {
  for (const key of keys) {
    const value = link.get(key);
    if (value !== null) checker.setAttribute(key, value.slice(0, longest));
  }
}
