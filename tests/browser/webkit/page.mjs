// One page in WebKitGTK as a person uses it: type, press, read. It offers what lab/visit.mjs and lab/checker.mjs do, as far
// as plain WebDriver reaches; the test ids are the same.

import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { until } from "../lab/until.mjs";

const SCREENSHOTS = fileURLToPath(new URL("../../../build/screenshots/", import.meta.url));
const WAIT_MS = 60_000; // this engine has no second to spare beside other work
/** How WebDriver calls an element in JSON. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/** @typedef {(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown) => Promise<any>} Send */

export class WebKitPage {
  #send;
  #browser;

  /** @param {Send} send @param {{version: string, shoot: (file: string) => Promise<void>, end: () => void}} browser */
  constructor(send, browser) {
    this.#send = send;
    this.#browser = browser;
    this.version = browser.version;
  }

  /** Opens an address and listens to the element from then on. */
  async goto(/** @type {string} */ url) {
    await this.#send("POST", "/url", { url });
    await this.listen();
  }

  /** What the page announces, and what its policy forbade. */
  listen() {
    return this.run(() => {
      const heard = /** @type {{turns: unknown[], violations: string[]}} */ ({ turns: [], violations: [] });
      /** @type {any} */ (globalThis).labHeard = heard;
      addEventListener("alimail-diagnosis", (event) => heard.turns.push(/** @type {CustomEvent} */ (event).detail));
      addEventListener("securitypolicyviolation", (event) => heard.violations.push(`${event.effectiveDirective}: ${event.blockedURI}`));
    });
  }

  /**
   * Runs a function in the page; it sees nothing of what is around it here.
   * @param {(...args: any[]) => unknown} work @param {unknown[]} args
   */
  run(work, ...args) {
    return this.#send("POST", "/execute/sync", { script: `return (${work})(...arguments)`, args });
  }

  /** The element with that test id, also inside open shadow roots; waits until it is there and can be seen. */
  async by(/** @type {string} */ id) {
    return until(`an element ${id}`, () => this.run(deepest, id), { within: WAIT_MS });
  }

  /** Whether such an element can be seen now. */
  async sees(/** @type {string} */ id) {
    return (await this.run(deepest, id)) !== null;
  }

  async click(/** @type {string} */ id) {
    await this.#toElement(id, "click");
  }

  /** A click by script: the mouse of this driver misses what lies in a frame of another origin. */
  async press(/** @type {string} */ id) {
    await this.run((/** @type {HTMLElement} */ element) => element.click(), await this.by(id));
  }

  async type(/** @type {string} */ id, /** @type {string} */ text) {
    await this.#toElement(id, "clear");
    await this.#toElement(id, "value", { text });
  }

  // When the app takes over from the shell, elements are made anew: one that was found a moment ago may be gone.
  #toElement(/** @type {string} */ id, /** @type {string} */ command, /** @type {unknown} */ body = {}) {
    return until(
      `${command} of ${id}`,
      async () => {
        const element = (await this.by(id))[ELEMENT];
        await this.#send("POST", `/element/${element}/${command}`, body);
        return true;
      },
      { within: WAIT_MS },
    );
  }

  async text(/** @type {string} */ id) {
    return this.run((/** @type {HTMLElement} */ element) => element.textContent, await this.by(id));
  }

  async attribute(/** @type {string} */ id, /** @type {string} */ name) {
    return this.run(
      (/** @type {HTMLElement} */ element, /** @type {string} */ wanted) => element.getAttribute(wanted),
      await this.by(id),
      name,
    );
  }

  /** @returns {Promise<any[]>} */
  turns() {
    return this.run(() => /** @type {any} */ (globalThis).labHeard.turns);
  }

  /** @returns {Promise<string[]>} */
  violations() {
    return this.run(() => /** @type {any} */ (globalThis).labHeard.violations);
  }

  /** Addresses of what the page loaded. @returns {Promise<string[]>} */
  loaded() {
    return this.run(() => performance.getEntriesByType("resource").map(({ name }) => name));
  }

  /** Does something that makes the page think, and gives the turn with which it came to rest (lab/checker.mjs). */
  async after(/** @type {() => Promise<unknown>} */ act, within = WAIT_MS) {
    const before = (await this.turns()).length;
    await act();
    return until(
      "the page comes to rest",
      async () => {
        if (await this.sees("cancel")) return false;
        const turns = await this.turns();
        const last = turns.at(-1);
        return turns.length > before && last.ask.queries.length + last.ask.probes.length === 0 && last;
      },
      { within },
    );
  }

  /** @param {{subject: string, complaint?: string}} story */
  async check({ subject, complaint }) {
    await this.by("fold-guide"); // the app is there: this driver may press a button that the app has just replaced
    await this.type("subject", subject);
    if (complaint !== undefined) await this.type("complaint", complaint);
    return this.after(() => this.click("run"));
  }

  /** A picture of the whole screen, in build/screenshots/. */
  async shot(/** @type {string} */ name) {
    mkdirSync(SCREENSHOTS, { recursive: true });
    await this.#browser.shoot(`${SCREENSHOTS}${name}.png`);
  }

  async close() {
    await this.#send("DELETE", "").catch(() => {}); // one that is gone is closed
    this.#browser.end();
  }
}

/** Runs in the page: the first element with the test id that takes room, looking into shadow roots. */
function deepest(/** @type {string} */ id) {
  const roots = /** @type {(Document | ShadowRoot)[]} */ ([document]);
  for (const root of roots) {
    for (const found of root.querySelectorAll(`[data-test="${id}"]`)) if (found.getClientRects().length) return found;
    for (const element of root.querySelectorAll("*")) if (element.shadowRoot) roots.push(element.shadowRoot);
  }
  return null;
}
