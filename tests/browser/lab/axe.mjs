// What can be measured of the looks of a page.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

const AXE = readFileSync(new URL("../../../web/node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** How many pixels the page can be scrolled sideways. */
export const overflow = (/** @type {import('./visit.mjs').Visit} */ visit) =>
  visit.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

// Not preloaded: the style sheets are the element's own and at hand.
/** What axe finds inside the element, or inside another: "rule: where". @returns {Promise<string[]>} */
export async function axe(/** @type {import('./visit.mjs').Visit} */ visit, inside = "alimail-checker") {
  await visit.page.evaluate(AXE);
  return visit.page.evaluate(
    async ([inside, ...tags]) => {
      const { violations } = await /** @type {any} */ (globalThis).axe.run(inside, {
        runOnly: tags,
        resultTypes: ["violations"],
        preload: false,
      });
      return violations.flatMap((/** @type {any} */ one) =>
        one.nodes.map((/** @type {any} */ node) => `${one.id}: ${node.target.flat().join(" ")}`),
      );
    },
    [inside, ...TAGS],
  );
}

/** Finds no fault with how it looks now, and takes its picture. */
export async function look(/** @type {import('./visit.mjs').Visit} */ visit, /** @type {string} */ name, inside = "alimail-checker") {
  await visit.shot(name);
  assert.equal(await overflow(visit), 0);
  assert.deepEqual(await axe(visit, inside), []);
}

/** A text whose words are missing: "[finding.login.missing]", "{host}". */
export const WORDLESS = /\[[a-z-]+\.[a-z.-]+\]|\{[a-z]+\}/;
