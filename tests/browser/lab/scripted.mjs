// A core that says what a spec wants to see drawn: for pictures of states that no zone of the lab gives at once. What the
// real core says of a zone is the business of the stories.

import { Checker } from "./checker.mjs";
import { until } from "./until.mjs";

/**
 * Puts a core into the page whose every turn is the given one. Call it before the first run. The latest case that the page
 * gave it is `labCase`, as bytes.
 * @param {import('./visit.mjs').Visit} visit
 * @param {any} turn
 */
export async function say(visit, turn) {
  // What the page calls of the compiled core: web/src/core/module.ts.
  const body = `
    const said = (text) => ((globalThis.labCase = text), JSON.stringify(globalThis.labTurn ?? ${JSON.stringify(turn)}));
    export default async () => ({
      HEAPU8: new Uint8Array(),
      version: () => "0",
      room(bytes) { this.HEAPU8 = new Uint8Array(bytes); return 0; },
      proceed() { this.HEAPU8 = new TextEncoder().encode(said(this.HEAPU8)); return this.HEAPU8.length; },
      turn: () => 0,
      learn: () => {},
      advance: said,
    });`;
  await visit.page.route("**/alimail-core-*.js", (route) => route.fulfill({ body, contentType: "text/javascript" }));
  // It has nothing that the part that reads words would be joined with.
  const emptyModule = Buffer.from([0, 97, 115, 109, 1, 0, 0, 0]);
  await visit.page.route("**/alimail-words-*.wasm", (route) => route.fulfill({ body: emptyModule, contentType: "application/wasm" }));
}

/**
 * Opens the built page, whose resolvers are the public ones, and runs it once with such a core.
 * @param {(options: import('./browser.mjs').Open) => Promise<import('./visit.mjs').Visit>} open
 * @param {any} turn
 * @param {import('./browser.mjs').Open} [options]
 */
export async function showScripted(open, turn, options = {}, complaint = "") {
  const visit = await open({ page: "index.html", ...options });
  await say(visit, turn);
  await visit.by("fold-guide").waitFor();
  await runScripted(visit, complaint);
  return visit;
}

/** @param {import('./visit.mjs').Visit} visit */
export async function runScripted(visit, complaint = "") {
  await new Checker(visit).tell({ subject: "abc.example", complaint });
  await visit.run();
  await visit.page.locator(".card:not(:empty)").first().waitFor(); // also the answer to a question
}

/** The scripted core says this with the next turn. @param {import('./visit.mjs').Visit} visit */
export const tell = (visit, /** @type {any} */ turn) =>
  visit.page.evaluate((next) => {
    /** @type {any} */ (globalThis).labTurn = next;
  }, turn);

/** What the page gave to the scripted core last. @param {import('./visit.mjs').Visit} visit @returns {Promise<any>} */
export const given = (visit) => visit.page.evaluate(() => JSON.parse(new TextDecoder().decode(/** @type {any} */ (globalThis).labCase)));

/** Opens every fold of the result, or others, and those inside them, which come with a file. @param {import('./visit.mjs').Visit} visit */
export const unfold = async (visit, folds = ".result details") => {
  await until("what is inside the folds", () =>
    visit.page.evaluate((folds) => {
      const root = document.querySelector("alimail-checker")?.shadowRoot;
      const all = /** @type {HTMLDetailsElement[]} */ ([...(root?.querySelectorAll(folds) ?? [])]);
      const closed = all.filter((fold) => !fold.open);
      for (const fold of closed) fold.open = true;
      return closed.length === 0 && all.every((fold) => fold.childElementCount > 1 || !fold.closest(".folds"));
    }, folds),
  );
};
