// `test` of node:test for every spec here. It adds two things: a limit, for an evaluation in a page that hangs waits for ever and
// would cost the whole file; and a tag for what may differ between engines.

import { test as register } from "node:test";

const LIMIT_MS = 120_000;
/** Whether only what is tagged runs: run.mjs --differs. */
const tagged = process.env.LAB_DIFFERS === "1";

/** @typedef {{differs?: boolean, skip?: string | false, timeout?: number}} Options
 *   differs: engines have code of their own for what is tried, such as frames, policies, modules, service workers, the clipboard,
 *   the keyboard or WebAssembly; `./tests/run` has Firefox run these, and `./tests/run all` every test */
/** @typedef {(context: import('node:test').TestContext) => unknown} Body */

/**
 * @overload
 * @param {string} name
 * @param {Body} body
 * @returns {void}
 */
/**
 * @overload
 * @param {string} name
 * @param {Options} options
 * @param {Body} body
 * @returns {void}
 */
/**
 * @param {string} name
 * @param {Options | Body} given
 * @param {Body} [body]
 */
export function test(name, given, body) {
  const { differs = false, ...options } = typeof given === "function" ? {} : given;
  if (tagged && !differs) return;
  const run = /** @type {Body} */ (typeof given === "function" ? given : body);
  void register(
    name,
    { timeout: LIMIT_MS, ...options },
    async (context) => void (await run(/** @type {import('node:test').TestContext} */ (context))),
  );
}
