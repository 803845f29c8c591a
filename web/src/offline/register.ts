// Keeps our own page for the next time, with or without a network (sw.ts), and offers a new version when there is one.
//
// Law: only in a window of its own, for in a frame it would be the frame's host who is kept; what fails here is no trouble of
// the person's. Nothing is replaced before they say so. What they typed outlives the reload, and a link that they follow and
// come back from, in the memory that this window has of the page, never in the address, and is gone from there at once.
import type { Words } from "../words/words";

const memory = "alimailTyped";

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(): string }): { createScriptURL(text: string): string };
}

/** What was typed before a reload that the person asked for, or before they followed a link and came back. */
export function typedBefore(): Record<string, string> {
  const { [memory]: typed = {} } = (history.state ?? {}) as Record<string, Record<string, string> | undefined>;
  if (history.state) history.replaceState(null, "");
  return typed;
}

/** @param typed what is to outlive a reload. Gives a function that is told the words of the page, whenever they change. */
export function keepForLater(around: Element, typed: () => Record<string, string>): (words: Words) => void {
  const bar = document.createElement("p");
  const text = document.createElement("span");
  const button = document.createElement("button");
  let words: Words | undefined;
  let renew: (() => void) | undefined; // there is a new version, and this brings it

  const remember = () => history.replaceState({ [memory]: typed() }, "");
  // Browsers that keep the whole page for the way back do not need it; not all do, and not always.
  if (self === top) addEventListener("pagehide", ({ persisted }) => persisted || remember());

  bar.className = "update";
  bar.setAttribute("role", "status"); // there before it says something, so that it is heard
  bar.dataset["test"] = "update";
  around.append(bar);
  button.type = "button";
  button.addEventListener("click", () => {
    remember();
    renew?.();
  });

  const draw = () => {
    if (!words || !renew) return;
    text.textContent = words.t("ui.update");
    button.textContent = words.t("ui.update.reload");
    if (!bar.firstChild) bar.append(text, button);
    document.documentElement.classList.add("updated");
  };
  const offer = (how: () => void) => {
    renew = how;
    draw();
  };
  if (self === top && "serviceWorker" in navigator) whenIdle(() => void register(offer).catch(() => {}));
  return (spoken) => {
    words = spoken;
    draw();
  };
}

// The first drawing of the page does not share the line with what is for later.
function whenIdle(work: () => void): void {
  const idle = () => ("requestIdleCallback" in window ? requestIdleCallback(work, { timeout: 4000 }) : setTimeout(work, 1000));
  if (document.readyState === "complete") idle();
  else addEventListener("load", idle);
}

async function register(offer: (how: () => void) => void): Promise<void> {
  const container = navigator.serviceWorker;
  let controlled = Boolean(container.controller);
  let pressed = false;
  const reload = () => location.reload();
  container.addEventListener("controllerchange", () => {
    if (pressed) reload();
    // Another window of this page took the new version: what this one still has to load is of the old one.
    else if (controlled) offer(reload);
    controlled = true;
  });

  const registration = await container.register(addressOfWorker(), { updateViaCache: "none" });
  const look = () => {
    const { waiting } = registration;
    if (!waiting || !container.controller) return;
    offer(() => {
      if (pressed) return;
      pressed = true;
      waiting.postMessage("skip-waiting");
    });
  };
  look();
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", look));
}

// A page that requires Trusted Types takes the address of a worker from a policy only; this one can give no other.
function addressOfWorker(): string {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  const address = new URL("sw.js", import.meta.url).href;
  return trustedTypes?.createPolicy("alimail-offline", { createScriptURL: () => address }).createScriptURL("") ?? address;
}
