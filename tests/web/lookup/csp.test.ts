// What the page's own Content-Security-Policy refuses, also if the browser reports it after the request has failed.

import assert from "node:assert/strict";
import { test } from "node:test";
import { heardOut, refusedByCsp, watchCsp } from "../../../web/src/lookup/csp";

const page = new EventTarget();

function refuse(blockedURI: string, more = {}): void {
  const event = new Event("securitypolicyviolation");
  page.dispatchEvent(Object.assign(event, { blockedURI, effectiveDirective: "connect-src", disposition: "enforce", ...more }));
}

async function isOver(work: Promise<void>): Promise<boolean> {
  let over = false;
  void work.then(() => (over = true));
  await new Promise((resolve) => setImmediate(resolve));
  return over;
}

test("without a page there is nothing to wait for", async () => {
  assert.equal(await isOver(heardOut("https://one.example/dns-query")), true);
});

test("a failure waits for a refusal that comes later, once for each origin", async (t) => {
  const timers: (() => void)[] = [];
  t.mock.method(globalThis, "setTimeout", (work: () => void) => timers.push(work));
  Object.defineProperty(globalThis, "document", { value: page, configurable: true });
  t.after(() => Reflect.deleteProperty(globalThis, "document"));
  watchCsp();

  const refused = heardOut("https://one.example/dns-query");
  const dead = heardOut("https://two.example/dns-query");
  refuse("https://one.example/dns-query", { effectiveDirective: "img-src" });
  refuse("https://one.example/dns-query", { disposition: "report" });
  refuse("inline");
  assert.equal(await isOver(refused), false);
  refuse("https://one.example/dns-query?dns=AAAB");
  assert.deepEqual([await isOver(refused), refusedByCsp("https://one.example/resolve")], [true, true]);

  assert.equal(await isOver(dead), false);
  for (const ring of timers) ring();
  assert.deepEqual([await isOver(dead), refusedByCsp("https://two.example/")], [true, false]);
  assert.equal(await isOver(heardOut("https://two.example/dns-query")), true, "a second failure waits no more");
});
