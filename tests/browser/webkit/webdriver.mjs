// A plain WebDriver client, as far as the smoke suite needs one, and the WebKitGTK that it drives: WebKitWebDriver starts
// MiniBrowser, the small browser of WebKitGTK itself (the engine of Safari), on an X server without a screen.
//
// What this engine cannot do by WebDriver: emulation of any kind, windows narrower than about 450 px, and screenshots (the
// command never answers; `shot` takes a picture of the X screen instead).

import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { freePorts, Keeper } from "../lab/processes.mjs";
import { findProgram } from "../lab/programs.mjs";
import { startRelay } from "../lab/relay.mjs";
import { until } from "../lab/until.mjs";
import { WebKitPage } from "./page.mjs";

/** @typedef {Awaited<ReturnType<typeof startWebKit>>} WebKit */

const ANSWERS_WITHIN_MS = 40_000; // a driver that has lost its browser never answers
const ATTEMPTS = 3;

/**
 * One X server for the file; `open` gives a fresh MiniBrowser with an empty profile.
 * @param {import('../lab/index.mjs').Lab} lab
 */
export async function startWebKit(lab) {
  const keeper = new Keeper();
  const relay = await startRelay(lab.outside.port);
  const display = await startScreen(keeper);
  return {
    /** @param {Record<string, string>} [environment]  of the browser: JSC_useWasm=0, LANG */
    open: (environment = {}) =>
      openInTheEnd(() => openBrowser(keeper, relay.port, { DISPLAY: display, LANG: "en_US.UTF-8", ...environment })),
    async close() {
      await keeper.drop();
      await relay.close();
    },
  };
}

async function startScreen(/** @type {Keeper} */ keeper) {
  // The server itself looks for a display number that is free, and says it.
  const screen = keeper.start(findProgram("Xvfb"), ["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]);
  return until("an X server", () => {
    const number = /^(\d+)$/m.exec(screen.said())?.[1];
    return number && `:${number}`;
  });
}

// Now and then this browser does not come up for its driver; the next one does.
async function openInTheEnd(/** @type {() => ReturnType<typeof openBrowser>} */ open, attempt = 1) {
  try {
    return await open();
  } catch (error) {
    if (attempt === ATTEMPTS) throw error;
    return openInTheEnd(open, attempt + 1);
  }
}

/** @returns {Promise<WebKitPage>} */
async function openBrowser(/** @type {Keeper} */ keeper, /** @type {number} */ relay, /** @type {Record<string, string>} */ environment) {
  const [port = 0] = await freePorts(1);
  const home = {
    HOME: keeper.folder,
    XDG_CACHE_HOME: keeper.folder,
    XDG_DATA_HOME: keeper.folder,
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
  };
  // The driver starts the browser, and the browser its helpers. They are ended with it, also after an attempt that failed: one
  // that is left over goes on writing into the folder.
  const driver = keeper.start(findProgram("WebKitWebDriver"), [`--port=${port}`], { ...home, ...environment }, { group: true });
  const end = () => keeper.endGroup(driver);
  try {
    return await openSession(`http://127.0.0.1:${port}`, relay, { end, shoot: (file) => picture(keeper, environment, file) });
  } catch (error) {
    end();
    throw error;
  }
}

/** @param {string} address @param {number} relay @param {{shoot: (file: string) => Promise<void>, end: () => void}} browser */
async function openSession(address, relay, browser) {
  const send = sender(address);
  await until("WebKitWebDriver", () => send("GET", "/status"));
  const { sessionId, capabilities } = await send("POST", "/session", {
    capabilities: {
      alwaysMatch: {
        acceptInsecureCerts: true,
        proxy: { proxyType: "manual", sslProxy: `127.0.0.1:${relay}`, noProxy: ["127.0.0.1", "localhost"] },
        "webkitgtk:browserOptions": { binary: miniBrowser(), args: ["--automation"] },
      },
    },
  });
  await send("GET", `/session/${sessionId}/url`); // the first word with the page: it hears, or it never will
  return new WebKitPage((method, path, body) => send(method, `/session/${sessionId}${path}`, body), {
    version: `WebKitGTK ${capabilities.browserVersion}`,
    ...browser,
  });
}

/** In a folder that is named after the machine, below /usr/lib. */
function miniBrowser() {
  const found = readdirSync("/usr/lib")
    .map((folder) => join("/usr/lib", folder, "webkit2gtk-4.1/MiniBrowser"))
    .find((file) => existsSync(file));
  if (!found) throw new Error("MiniBrowser is not installed: apt-get install webkit2gtk-driver");
  return found;
}

async function picture(/** @type {Keeper} */ keeper, /** @type {Record<string, string>} */ environment, /** @type {string} */ file) {
  const scrot = keeper.start(findProgram("scrot"), ["--overwrite", file], environment);
  await until("a picture of the screen", () => scrot.exitCode === 0);
}

/** @typedef {(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown) => Promise<any>} Send */

/** @returns {Send} */
const sender =
  (/** @type {string} */ base) =>
  async (method, path, body = {}) => {
    const signal = AbortSignal.timeout(ANSWERS_WITHIN_MS);
    const headers = { "content-type": "application/json" }; // without charset: the driver of Debian 13 takes no other
    const response = await fetch(
      base + path,
      method === "GET" || method === "DELETE" ? { method, signal } : { method, signal, headers, body: JSON.stringify(body) },
    );
    const { value } = /** @type {any} */ (await response.json());
    if (!response.ok) throw new Error(`WebDriver ${method} ${path}: ${value?.error}: ${value?.message}`);
    return value;
  };
