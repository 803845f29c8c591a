// The browser for the lab: led to loopback by name for everything, so that no test can touch the outside network, and opened
// once for each test file; every visit has a profile of its own. Chromium, or what $LAB_ENGINE names (engine.mjs).

import { createRequire } from "node:module";
import { engine } from "./engine.mjs";
import { launchFirefox } from "./firefox.mjs";
import { findProgram } from "./programs.mjs";
import { Visit } from "./visit.mjs";

// playwright-core is the page's development dependency; there is one node_modules in this repository.
const { chromium } = createRequire(new URL("../../../web/package.json", import.meta.url))("playwright-core");

/** @typedef {Awaited<ReturnType<typeof startBrowser>>} LabBrowser */

/**
 * @typedef {object} Open
 * @property {string} [url]         any page; otherwise a host page with the element (below), or the built one with `page`
 * @property {'index.html' | 'embed.html'} [page]  of dist/, with its own policy and resolvers
 * @property {string} [fragment]    without #
 * @property {string[]} [resolvers] DoH addresses for the attribute of the host page; default: one, two, behind
 * @property {Record<string, string>} [attributes]  further attributes of <alimail-checker>
 * @property {string} [lang]        of the browser
 * @property {{width: number, height: number}} [viewport]
 * @property {'light' | 'dark'} [colorScheme]
 * @property {'reduce' | 'no-preference'} [reducedMotion]
 * @property {string[]} [permissions]
 * @property {Record<string, unknown>} [context]  further options of the browser context, see playwright-core
 */

/** @typedef {{args?: string[], preferences?: Record<string, unknown>}} Switches  args: of Chromium, such as
 *   --js-flags=--jitless; preferences: of Firefox, such as javascript.options.wasm */

/**
 * @param {import('./index.mjs').Lab} lab
 * @param {Switches} [options]
 */
export async function startBrowser(lab, { args = [], preferences = {} } = {}) {
  const browser = engine === "firefox" ? await launchFirefox(lab, preferences) : await launchChromium(lab, args);
  return {
    version: browser.version(),
    close: () => browser.close(),
    /** @param {Open} [open] */
    async open(open = {}) {
      const { lang = "en", viewport = { width: 1280, height: 900 }, colorScheme = "light", reducedMotion = "reduce" } = open;
      const context = await browser.newContext({
        locale: lang,
        viewport,
        colorScheme,
        reducedMotion,
        ignoreHTTPSErrors: true,
        timezoneId: "UTC",
        // A worker would answer in the place of what a spec serves or refuses; page/offline.test.mjs wants it.
        serviceWorkers: "block",
        permissions: open.permissions ?? [],
        ...open.context,
      });
      const visit = await Visit.begin(context);
      await visit.page.goto(addressOf(lab, open));
      return visit;
    },
  };
}

const launchChromium = (/** @type {import('./index.mjs').Lab} */ lab, /** @type {string[]} */ args) =>
  chromium.launch({
    // The shell is the same engine without a browser's own windows, which cost more than the page: the suite takes half the time.
    executablePath: findProgram("chromium", ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"]),
    headless: true,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-domain-reliability",
      "--no-default-browser-check",
      "--ignore-certificate-errors",
      `--host-resolver-rules=${hostRules(lab.outside.port)}`,
      // No page here lives long enough for the optimising compilers to give back what they take.
      ...(args.some((arg) => arg.startsWith("--js-flags=")) ? [] : ["--js-flags=--liftoff-only,--no-maglev,--no-turbofan"]),
      ...args,
    ],
  });

/** First match counts. Chromium's own errands end at once, so that what knocks at the lab's outside was sent by a page. */
const hostRules = (/** @type {number} */ outside) =>
  [
    "EXCLUDE 127.0.0.1",
    "EXCLUDE localhost",
    "MAP *.googleapis.com ~NOTFOUND",
    "MAP accounts.google.com ~NOTFOUND",
    "MAP www.google.com ~NOTFOUND",
    `MAP * 127.0.0.1:${outside}`,
  ].join(", ");

function addressOf(/** @type {import('./index.mjs').Lab} */ lab, /** @type {Open} */ open) {
  const { one, two, behind } = lab.resolvers;
  const resolvers = (open.resolvers ?? [one, two, behind]).join(" ");
  const url = open.url ?? (open.page ? `${lab.site.origin}/${open.page}` : lab.site.hostPage({ resolvers, ...open.attributes }, open.lang));
  return open.fragment === undefined ? url : `${url}#${open.fragment}`;
}
