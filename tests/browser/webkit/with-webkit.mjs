// What the WebKit specs begin with: one lab and one browser for the file, a fresh page for each test.

import assert from "node:assert/strict";
import { after, afterEach, before } from "node:test";
import { startLab } from "../lab/index.mjs";
import { startWebKit } from "./webdriver.mjs";

/**
 * @param {Record<string, string>} [environment]  of the browser: JSC_useWasm=0, LANG
 */
export function withWebKit(environment = {}) {
  /** @type {import('../lab/index.mjs').Lab | undefined} */
  let lab;
  /** @type {import('./webdriver.mjs').WebKit | undefined} */
  let webkit;
  /** @type {import('./page.mjs').WebKitPage | undefined} */
  let page;

  before(async () => {
    lab = await startLab();
    webkit = await startWebKit(lab);
    page = await webkit.open(environment);
  });
  afterEach(async () => assert.deepEqual(await page?.violations(), [], "the page never breaks its own policy"));
  after(async () => {
    await page?.close();
    await webkit?.close();
    await lab?.stop();
  });

  return {
    lab: () => /** @type {import('../lab/index.mjs').Lab} */ (lab),
    page: () => /** @type {import('./page.mjs').WebKitPage} */ (page),
    /** Opens a host page with the element, or any address. @param {{url?: string, lang?: string, resolvers?: string[]}} [open] */
    async open({ url, lang = "en", resolvers } = {}) {
      const here = /** @type {import('../lab/index.mjs').Lab} */ (lab);
      const asked = resolvers ?? [here.resolvers.one, here.resolvers.two, here.resolvers.behind];
      await page?.goto(url ?? here.site.hostPage({ resolvers: asked.join(" ") }, lang));
      return /** @type {import('./page.mjs').WebKitPage} */ (page);
    },
  };
}
