// Lighthouse, as a phone on a slow line (its default: 150 ms, 1.6 Mbps, a processor four times as slow, simulated), of the page
// behind a real nginx, and of an article of somebody else's with the element in it. What it counts is printed.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { after, before, describe } from "node:test";
import { startNginx } from "./lab/nginx.mjs";
import { freePorts, listen } from "./lab/processes.mjs";
import { test } from "./lab/test.mjs";
import { withBrowser } from "./lab/with-browser.mjs";

const required = createRequire(new URL("../../web/package.json", import.meta.url));
const { default: lighthouse } = await import(pathToFileURL(required.resolve("lighthouse")).href);

const [port = 0] = await freePorts(1);
withBrowser({ args: [`--remote-debugging-port=${port}`, "--js-flags="] }); // Lighthouse opens its own pages in it

/** @type {Awaited<ReturnType<typeof startNginx>>} */
let nginx;
/** @type {{port: number, close: () => Promise<unknown>}} */
let host;

const article = () => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The login page does not open</title>
  <meta name="viewport" content="width=device-width, initial-scale=1"><meta name="description" content="What to do when it does not open.">
  <link rel="icon" href="data:,"></head><body><main><h1>The login page does not open</h1><p>${"Before you call, read this. ".repeat(12)}</p>
  <script type="module" src="${nginx.address}alimail-checker.js"></script>
  <alimail-checker start="login-page-unreachable" style="display: block; min-height: 44rem"><a href="${nginx.address}#v=1&amp;start=login-page-unreachable">Check your mail settings</a></alimail-checker>
  <p>${"And what comes after it. ".repeat(40)}</p></main></body></html>`;

before(async () => {
  nginx = await startNginx("/");
  host = await listen(
    createServer((request, response) => {
      if (request.url !== "/") return response.writeHead(404).end();
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(article());
    }),
  );
});
after(() => Promise.all([host?.close(), nginx?.close()]));

const FULL = { accessibility: 100, "best-practices": 100, seo: 100 };
const ENOUGH = 95; // of performance; the aim on our page is 100
const TRIES = 3; // what else the machine has to do counts as well

/** The best of some tries. @param {string} url */
async function judge(url) {
  let best = await once(url);
  for (let tried = 1; tried < TRIES && best.performance < 100; tried += 1) {
    const next = await once(url);
    if (next.performance > best.performance) best = next;
  }
  return best;
}

async function once(/** @type {string} */ url) {
  const { lhr } = await lighthouse(url, { port, logLevel: "silent", output: "json" });
  assert.equal(lhr.runtimeError, undefined);
  const { performance = 0, ...others } = Object.fromEntries(
    Object.entries(lhr.categories).map(([id, { score }]) => [id, Math.round((score ?? 0) * 100)]),
  );
  const lost = Object.values(lhr.categories)
    .flatMap(({ auditRefs }) => auditRefs)
    .filter(({ id, weight }) => weight > 0 && (lhr.audits[id]?.score ?? 1) < 0.9)
    .map(({ id }) => `${id} ${lhr.audits[id]?.displayValue ?? ""}`)
    .join("; ");
  const of = (/** @type {string} */ id) => lhr.audits[id]?.displayValue;
  console.log(
    `Lighthouse ${lhr.lighthouseVersion}: performance ${performance}, ${Object.entries(others)
      .map(([id, score]) => `${id} ${score}`)
      .join(", ")}; ` +
      `FCP ${of("first-contentful-paint")}, LCP ${of("largest-contentful-paint")}, TBT ${of("total-blocking-time")}, CLS ${of("cumulative-layout-shift")}`,
  );
  return { performance, others, lost };
}

describe("Lighthouse, mobile", () => {
  for (const [what, address] of Object.entries({
    "the page": () => nginx.address,
    "somebody else's article with the element": () => `http://localhost:${host.port}/`,
  })) {
    test(what, async () => {
      const { performance, others, lost } = await judge(address());
      assert.deepEqual(others, FULL, lost);
      assert.ok(performance >= ENOUGH, `performance ${performance}: ${lost}`);
    });
  }
});
