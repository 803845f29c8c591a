// Browsers that are some years old, as WeChat and company computers have them: what a script could meet that came after Chrome 87
// is taken away before the page begins, then also what Safari 14 has not. Syntax and styles are the bundler's business
// (web/tools/esbuild-options.mjs).

import assert from "node:assert/strict";
import { describe } from "node:test";
import { Checker, headline } from "../lab/checker.mjs";
import { test } from "../lab/test.mjs";
import { withBrowser } from "../lab/with-browser.mjs";

const { lab, open } = withBrowser();

/** With the version of Chrome that brought it. A path ends with the name that is taken away. */
const AFTER_CHROME_87 = {
  90: ["Navigator.prototype.userAgentData", "ElementInternals.prototype.states"],
  92: ["Array.prototype.at", "String.prototype.at", "Uint8Array.__proto__.prototype.at", "Crypto.prototype.randomUUID"],
  93: ["Object.hasOwn", "AbortSignal.abort"],
  94: ["scheduler"],
  97: ["Array.prototype.findLast", "Array.prototype.findLastIndex"],
  98: ["structuredClone", "AbortSignal.prototype.reason"],
  99: ["HTMLInputElement.prototype.showPicker"],
  100: ["AbortSignal.prototype.throwIfAborted"],
  102: ["navigation", "HTMLElement.prototype.inert"],
  103: ["AbortSignal.timeout"],
  105: ["Element.prototype.checkVisibility", "Response.json"],
  110: ["Array.prototype.toSorted", "Array.prototype.toReversed", "Array.prototype.toSpliced", "Array.prototype.with"],
  111: ["String.prototype.isWellFormed", "String.prototype.toWellFormed", "Document.prototype.startViewTransition"],
  114: ["HTMLElement.prototype.showPopover", "HTMLElement.prototype.popover"],
  116: ["AbortSignal.any"],
  117: ["Object.groupBy", "Map.groupBy"],
  119: ["Promise.withResolvers"],
  120: ["URL.canParse"],
  121: ["Array.fromAsync"],
  122: ["Set.prototype.union", "Iterator"],
};
const NOT_IN_SAFARI_14 = [
  "Document.prototype.adoptedStyleSheets",
  "ShadowRoot.prototype.adoptedStyleSheets",
  "CSSStyleSheet.prototype.replaceSync",
  "Intl.ListFormat",
  "HTMLElement.prototype.attachInternals",
  "WeakRef",
  "Navigator.prototype.userActivation",
  "trustedTypes",
  "requestIdleCallback",
];

/** Runs in the page, once before all scripts and once behind them: gives what is there still, and takes it away. */
const takeAway = (/** @type {string[]} */ paths) =>
  paths.filter((path) => {
    const names = path.split(".");
    const last = /** @type {string} */ (names.pop());
    const owner = names.reduce((/** @type {any} */ at, name) => at?.[name], globalThis);
    const isThere = Boolean(owner) && Object.prototype.hasOwnProperty.call(owner, last);
    if (isThere) delete owner[last];
    return isThere;
  });

/** @param {string[]} gone */
async function without(gone) {
  const { one, two } = lab().resolvers;
  const visit = await open({ url: "about:blank", viewport: { width: 360, height: 780 } });
  await visit.page.addInitScript(takeAway, gone);
  await visit.page.goto(lab().site.hostPage({ resolvers: `${one} ${two}` }, "zh-CN"));
  assert.deepEqual(await visit.page.evaluate(takeAway, gone), [], "all of it is gone");
  return visit;
}

describe("the whole run", () => {
  const modern = Object.values(AFTER_CHROME_87).flat();
  for (const [what, gone] of Object.entries({ "Chrome 87": modern, "Safari 14": [...modern, ...NOT_IN_SAFARI_14] })) {
    test(`with what ${what} has`, async () => {
      const visit = await without(gone);
      const checker = new Checker(visit);
      const turn = await checker.check({ subject: "login-missing.example", complaint: "登录页面打不开" });
      assert.equal(headline(turn), "change-record: login-page-unreachable / login-record-missing is confirmed");
      assert.deepEqual(await checker.shown(), { action: "change-record", visible: true });
      await visit.by("fold-guide").click();
      await visit.by("bundle").locator("summary").first().click();
      await visit.by("bundle-text").waitFor();
      await visit.speak("en");
      const { background } = await visit.by("run").evaluate((node) => ({ background: getComputedStyle(node).backgroundColor }));
      assert.notEqual(background, "rgba(0, 0, 0, 0)", "the styles came");
    });
  }
});
