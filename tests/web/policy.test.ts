// What the page's own Content-Security-Policy refuses, also when the browser tells of it after the last answer.

import assert from "node:assert/strict";
import { test } from "node:test";
import { createRun, type RunState } from "../../web/src/loop";
import { refusedByPolicy, watchPolicy } from "../../web/src/lookup/policy";
import { publicResolvers, type Resolver } from "../../web/src/lookup/resolvers";
import { handLookup, scriptedCore, turn } from "./support/scripted";

test("a refusal that comes after the last answer is still told, once for each resolver, until a cancel", (t) => {
  const page = new EventTarget();
  Object.defineProperty(globalThis, "document", { value: page, configurable: true });
  t.after(() => Reflect.deleteProperty(globalThis, "document"));
  watchPolicy();
  const refuse = (blockedURI: string, more = {}): void => {
    const event = new Event("securitypolicyviolation");
    page.dispatchEvent(Object.assign(event, { blockedURI, effectiveDirective: "connect-src", disposition: "enforce", ...more }));
  };
  const [first, second, third] = publicResolvers as [Resolver, Resolver, Resolver];
  const states: RunState[] = [];
  const run = createRun({
    core: scriptedCore(() => turn()),
    subject: "abc.com",
    complaint: "",
    resolvers: publicResolvers,
    onTurn: (state) => states.push(state),
    makeLookup: () => handLookup("2026-11-23T08:00:00.000Z"),
  });
  const told = (): string[][] => states.map((state) => state.refusedByPolicy);

  run.start();
  refuse(first.wireUrl, { effectiveDirective: "img-src" });
  refuse(second.wireUrl, { disposition: "report" });
  refuse("inline");
  assert.deepEqual(told(), [[]]);

  refuse(first.wireUrl);
  refuse(first.wireUrl);
  refuse(second.wireUrl);
  assert.deepEqual(told(), [[], [first.id], [first.id, second.id]]);

  run.cancel();
  refuse(third.wireUrl);
  assert.equal(states.length, 3);
  assert.equal(refusedByPolicy(third.wireUrl), true);
});
