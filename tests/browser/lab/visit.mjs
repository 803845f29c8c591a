// One visit of one person: a page in a fresh profile, and everything about it that a spec may ask: elements by test id,
// the turns that the checker announced, what went over the network, and what the browser complained about.

import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readAsked } from "./doh-request.mjs";
import { engine } from "./engine.mjs";
import { until } from "./until.mjs";

const SCREENSHOTS = fileURLToPath(new URL("../../../build/screenshots/", import.meta.url));
const WAIT_MS = 20_000; // for what takes a moment; a machine with other work is no failure of the page

/** @typedef {{url: string, method: string, type: string, headers: Record<string, string>}} Sent */
/** @typedef {{resolver: string, form: 'wire' | 'json', name: string, type: string}} AskedOf  resolver: address without query;
 *   its host is the id under which the ledger lists a resolver of the attribute */

export class Visit {
  /** every request of the page, in order @type {Sent[]} */
  requests = [];
  /** what the console and uncaught errors said, without plain network failures @type {string[]} */
  complaints = [];

  /** @param {import('playwright-core').BrowserContext} context @param {import('playwright-core').Page} page */
  constructor(context, page) {
    this.context = context;
    this.page = page;
  }

  static async begin(/** @type {import('playwright-core').BrowserContext} */ context) {
    context.setDefaultTimeout(WAIT_MS);
    // An init script runs before the page's policy exists, so listening costs the page nothing.
    await context.addInitScript(() => {
      const heard = /** @type {{turns: unknown[], violations: string[]}} */ ({ turns: [], violations: [] });
      Object.defineProperty(globalThis, "labHeard", { value: heard });
      // A spec may take structuredClone away, another one break JSON, as old browsers and hostile pages do.
      const copy = (/** @type {unknown} */ value) =>
        typeof structuredClone === "function" ? structuredClone(value) : JSON.parse(JSON.stringify(value));
      addEventListener("alimail-diagnosis", (event) => heard.turns.push(copy(/** @type {CustomEvent} */ (event).detail)));
      addEventListener("securitypolicyviolation", (event) => heard.violations.push(`${event.effectiveDirective}: ${event.blockedURI}`));
    });
    const visit = new Visit(context, await context.newPage());
    visit.#listen();
    return visit;
  }

  #listen() {
    this.page.on("request", (request) => {
      this.requests.push({ url: request.url(), method: request.method(), type: request.resourceType(), headers: request.headers() });
    });
    // A resolver that fails is logged by the browser itself, in Firefox as an error; the page cannot keep it from doing so.
    const ofFirefox = /^Cross-Origin Request Blocked/;
    const ofNetwork = /Failed to load resource|blocked by CORS policy|net::ERR_|blocked by Playwright/;
    this.page.on("pageerror", (error) => {
      if (!ofFirefox.test(String(error))) this.complaints.push(String(error));
    });
    this.page.on("console", (message) => {
      const text = message.text();
      if (["error", "warning"].includes(message.type()) && !ofNetwork.test(text) && !ofFirefox.test(text)) this.complaints.push(text);
    });
  }

  /** Elements by test id, also inside open shadow roots. */
  by(/** @type {string} */ id) {
    return this.page.locator(`[data-test="${id}"]`);
  }

  /** Elements whose test id begins so: `starting('problem-')`. */
  starting(/** @type {string} */ prefix) {
    return this.page.locator(`[data-test^="${prefix}"]`);
  }

  /** Every turn that the element announced (event `alimail-diagnosis`), in order. @returns {Promise<any[]>} */
  turns() {
    return this.page.evaluate(() => /** @type {any} */ (globalThis).labHeard.turns);
  }

  /** How many turns were announced. @returns {Promise<number>} */
  turnCount() {
    return this.page.evaluate(() => /** @type {any} */ (globalThis).labHeard.turns.length);
  }

  /** The last turn. @returns {Promise<any>} */
  lastTurn() {
    return this.page.evaluate(() => /** @type {any} */ (globalThis).labHeard.turns.at(-1));
  }

  /**
   * The last turn if it came after the `after` first ones, no run goes on, and nothing is left to look up, all in one moment. The
   * page itself decides: a turn is large, and to bring each one here costs more than the run. @returns {Promise<any>}
   */
  turnAtRest(after = 0) {
    return this.page.evaluate((after) => {
      const { turns } = /** @type {any} */ (globalThis).labHeard;
      const last = turns.length > after ? turns[turns.length - 1] : undefined;
      if (!last || (last.ask && last.ask.queries.length + last.ask.probes.length > 0)) return undefined;
      const busy = [...document.querySelectorAll("alimail-checker")].some((host) => host.shadowRoot?.querySelector("[data-test=cancel]"));
      return busy ? undefined : last;
    }, after);
  }

  /**
   * The first turn, after the `after` first ones, with which nothing is left to look up.
   * @param {{after?: number, within?: number}} [options]
   */
  settled({ after = 0, within = 40_000 } = {}) {
    return until(
      "a turn that asks for no lookup",
      () =>
        this.page.evaluate(
          (after) =>
            /** @type {any} */ (globalThis).labHeard.turns
              .slice(after)
              .find((/** @type {any} */ turn) => turn.ask && turn.ask.queries.length === 0 && turn.ask.probes.length === 0),
          after,
        ),
      { within },
    );
  }

  /** The DoH questions among the requests. @returns {AskedOf[]} */
  asked() {
    return this.requests.flatMap(({ url }) => {
      const asked = readAsked(url);
      return asked ? [{ resolver: url.replace(/\?.*$/, ""), form: asked.form, name: asked.name, type: asked.type }] : [];
    });
  }

  /** Requests that went elsewhere than to the page's own site. */
  foreign() {
    const own = new URL(this.page.url()).origin;
    return this.requests.filter(({ url }) => /^https?:/.test(url) && new URL(url).origin !== own);
  }

  /** What broke the page's policy, Trusted Types included. @returns {Promise<string[]>} */
  violations() {
    return this.page.evaluate(() => /** @type {any} */ (globalThis).labHeard.violations);
  }

  /** Chooses a language, and waits for its words. */
  async speak(/** @type {string} */ tag) {
    const fold = this.by("fold-guide");
    const before = await fold.textContent();
    await this.by("language").selectOption(tag);
    await until(`words in ${tag}`, async () => (await fold.textContent()) !== before);
  }

  /** Opens the form again, which a result folds to one line. */
  async edit() {
    const change = this.by("change");
    if (await change.isVisible()) await change.click();
  }

  /** Presses the button, of the folded form too. */
  async run() {
    await this.edit();
    await this.by("run").click();
  }

  /** Shows an example; in an article, they are in a fold. */
  async example(/** @type {string} */ id) {
    await this.unfold("fold-examples");
    await this.by(`example-${id}`).click();
  }

  /** Waits for what is inside the large folds, which comes when the browser is idle after the result. */
  async filled() {
    for (const fold of await this.page.locator(".folds > .fold:not([data-test=bundle])").all()) {
      await fold.locator("> .inside").waitFor({ state: "attached" });
    }
  }

  /** Opens a fold, and those around it, as a person does. */
  async unfold(/** @type {string} */ id) {
    const fold = this.by(id);
    await fold.waitFor({ state: "attached" });
    for (const each of [...(await fold.locator("xpath=ancestor::details").all()), fold]) {
      if (!(await each.evaluate((node) => /** @type {HTMLDetailsElement} */ (node).open))) await each.locator("> summary").click();
      await each.locator("> :not(summary)").first().waitFor({ state: "attached" }); // it may come with a file of its own
    }
  }

  /** The test id of the element that has the focus, or of the closest around it, through shadow roots. @returns {Promise<string>} */
  focused() {
    return this.page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element?.closest("[data-test]")?.getAttribute("data-test") ?? "";
    });
  }

  /** A picture for people, in build/screenshots/, where $LAB_PICTURES wants them; of Chromium alone. In Firefox, Playwright
   * writes a style of its own into the page for it, which the page's policy refuses. */
  async shot(/** @type {string} */ name) {
    if (!process.env.LAB_PICTURES || engine !== "chromium") return;
    mkdirSync(SCREENSHOTS, { recursive: true });
    await this.page.screenshot({ path: `${SCREENSHOTS}${name}.png`, fullPage: true, animations: "disabled" });
  }

  close() {
    return this.context.close();
  }
}
