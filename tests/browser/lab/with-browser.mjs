// What nearly every spec begins with: one lab and one browser for the file, a fresh visit for each test.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, before } from "node:test";
import { startBrowser } from "./browser.mjs";
import { startLab } from "./index.mjs";
import { distFolder } from "./site.mjs";

/**
 * Registers the hooks of node:test for this file. What it gives are functions, for nothing runs yet when it is called.
 * @param {{needsPage?: boolean} & import('./browser.mjs').Switches} [options]
 */
export function withBrowser({ needsPage = true, ...switches } = {}) {
  /** @type {import('./index.mjs').Lab | undefined} */
  let lab;
  /** @type {import('./browser.mjs').LabBrowser | undefined} */
  let browser;
  /** @type {import('./visit.mjs').Visit[]} */
  const visits = [];

  before(async () => {
    if (needsPage && !existsSync(join(distFolder(), "alimail-checker.js"))) {
      throw new Error("the page is not built: run ./web/build first");
    }
    lab = await startLab();
    browser = await startBrowser(lab, switches);
  });
  afterEach(async () => {
    lab?.outside.reachAsZones();
    lab?.switchTo("good");
    const ended = visits.splice(0);
    // Whatever a test was about: the page never breaks its own policy, and throws nothing that nobody caught.
    const trouble = needsPage ? (await Promise.all(ended.map(troubleOf))).flat() : [];
    await Promise.all(ended.map((visit) => visit.close()));
    assert.deepEqual(trouble, []);
  });
  after(async () => {
    await browser?.close();
    await lab?.stop();
  });

  return {
    lab: () => /** @type {import('./index.mjs').Lab} */ (lab),
    /** Opens a visit that ends with its test. */
    open: async (/** @type {import('./browser.mjs').Open} */ options = {}) => {
      const visit = await /** @type {import('./browser.mjs').LabBrowser} */ (browser).open(options);
      visits.push(visit);
      return visit;
    },
  };
}

async function troubleOf(/** @type {import('./visit.mjs').Visit} */ visit) {
  return [...(await visit.violations()), ...visit.complaints];
}
