// Which browser engine this run of the suite drives: $LAB_ENGINE, which run.mjs sets. WebKitGTK has a suite of its own
// (webkit/), as nothing speaks to it but plain WebDriver.

/** @typedef {'chromium' | 'firefox'} Engine */

export const engine = /** @type {Engine} */ (process.env.LAB_ENGINE ?? "chromium");

/**
 * For the `skip` of a test that this engine cannot run, with the reason, which is printed:
 *   test('…', { skip: cannot({ firefox: NO_DOWNLOADS }) }, …)
 * @param {Partial<Record<Engine, string>>} reasons
 * @returns {string | false}
 */
export const cannot = (reasons) => (reasons[engine] === undefined ? false : `${engine}: ${reasons[engine]}`);

export const NO_DOWNLOADS = "Playwright 1.61 is not told of a download through BiDi";
