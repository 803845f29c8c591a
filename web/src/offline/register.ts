// Registers the service worker (sw.ts), which keeps our own page for the next visit, and offers a new version when there is
// one.
//
// Law: only in a window of its own, not in a frame. Failures here are not shown to the person. Nothing is replaced before
// they agree. What they typed survives the reload, and also following a link and coming back. It is kept in the history
// state of this window, never in the address, and removed when it is read.
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

/** @param typed what must survive a reload. Returns a function to call with the page's words whenever they change. */
export function keepForLater(around: Element, typed: () => Record<string, string>): (words: Words) => void {
  const bar = document.createElement("p");
  const text = document.createElement("span");
  const button = document.createElement("button");
  let words: Words | undefined;
  let renew: (() => void) | undefined; // activates the new version, if there is one

  const remember = () => history.replaceState({ [memory]: typed() }, "");
  // Not needed where the browser keeps the whole page for the way back, but not all do, and not always.
  if (self === top) addEventListener("pagehide", ({ persisted }) => persisted || remember());

  addEventListener("alimail-reload", remember); // before a reload, pagehide comes too late in some browsers

  bar.className = "update";
  bar.setAttribute("role", "status"); // in place before it has text, or screen readers do not announce it
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

// Waits until the page has loaded, to leave the network to it.
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
    // Another window of this page took the new version; files that this window still has to load belong to the old one.
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

// A page that requires Trusted Types takes the address of a worker only from a policy; this one can return no other
// address.
function addressOfWorker(): string {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  const address = new URL("sw.js", import.meta.url).href;
  return trustedTypes?.createPolicy("alimail-offline", { createScriptURL: () => address }).createScriptURL("") ?? address;
}
