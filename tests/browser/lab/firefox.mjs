// Firefox as Debian ships it (ESR), driven by WebDriver BiDi: no patched build, no further driver program.
//
// Three things differ from Chromium. Names are led to loopback by a proxy. What Chromium sets for a page, Firefox sets for
// the whole browser: colour scheme and motion are preferences, so a visit that wants others gets a browser of its own.
// And it knows no permission for the clipboard, but a preference of its own tests that opens it to every page.

import { createRequire } from "node:module";
import { findProgram } from "./programs.mjs";
import { startRelay } from "./relay.mjs";

const { firefox } = createRequire(new URL("../../../web/package.json", import.meta.url))("playwright-core");

/** @param {import('./index.mjs').Lab} lab @param {Record<string, unknown>} preferences */
export async function launchFirefox(lab, preferences) {
  const relay = await startRelay(lab.outside.port);
  /** @type {Map<string, Promise<import('playwright-core').Browser>>} */
  const running = new Map();
  const browserFor = (/** @type {import('playwright-core').BrowserContextOptions} */ { colorScheme, reducedMotion }) => {
    const looks = `${colorScheme} ${reducedMotion}`;
    const started =
      running.get(looks) ??
      firefox.launch({
        channel: "moz-firefox",
        executablePath: findProgram("firefox-esr", ["firefox-esr", "firefox"]),
        headless: true,
        firefoxUserPrefs: { ...quiet(relay.port), ...lookOf(colorScheme, reducedMotion), ...preferences },
      });
    running.set(looks, started);
    return started;
  };
  const first = await browserFor({ colorScheme: "light", reducedMotion: "reduce" });
  return {
    version: () => `Firefox ${first.version()}`,
    /** @param {import('playwright-core').BrowserContextOptions} options */
    async newContext({ colorScheme, reducedMotion, permissions: _open, ...options }) {
      const browser = await browserFor({ colorScheme, reducedMotion });
      return browser.newContext(options);
    },
    async close() {
      await Promise.all([...running.values()].map(async (browser) => (await browser).close()));
      await relay.close();
    },
  };
}

const lookOf = (/** @type {string | null | undefined} */ colorScheme, /** @type {string | null | undefined} */ reducedMotion) => ({
  "layout.css.prefers-color-scheme.content-override": colorScheme === "dark" ? 0 : 1,
  "ui.prefersReducedMotion": reducedMotion === "reduce" ? 1 : 0,
});

/** No errands, no outside, and all names but loopback to the lab. */
const quiet = (/** @type {number} */ relay) => ({
  "network.proxy.type": 1,
  "network.proxy.ssl": "127.0.0.1",
  "network.proxy.ssl_port": relay,
  "network.proxy.http": "127.0.0.1",
  "network.proxy.http_port": relay,
  "network.proxy.no_proxies_on": "127.0.0.1, localhost",
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "network.trr.mode": 5,
  "network.http.http3.enable": false,
  "network.dns.disablePrefetch": true,
  "network.prefetch-next": false,
  "browser.chrome.site_icons": false, // else every page asks for a favicon, also where its policy forbids pictures
  "datareporting.policy.dataSubmissionEnabled": false,
  "app.normandy.enabled": false,
  "app.update.disabledForTesting": true,
  "extensions.update.enabled": false,
  "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false,
  "services.settings.server": "data:,#remote-settings-dummy/v1",
  "dom.push.connection.enabled": false,
  "dom.events.testing.asyncClipboard": true,
  // Input that Playwright sends by BiDi does not arrive in a frame that has a process of its own.
  "fission.autostart": false,
});
