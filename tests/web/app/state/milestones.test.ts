// The events that a page around the element gets from a run.

import assert from "node:assert/strict";
import { test } from "node:test";
import { milestones } from "../../../../web/src/app/state/milestones";
import type { Shown } from "../../../../web/src/app/state/model";
import type { Turn } from "../../../../web/src/contract";
import { jsonText } from "../../../../web/src/core/json-text";

const idle: Shown = { phase: "idle", refusedByCsp: [], limited: false, start: "", complaint: "", core: "", asked: [], replies: {} };
const turn = (done: number, total: number, resolvers: string[] = []): Turn =>
  ({ progress: { done, total }, diagnosis: { ledger: resolvers.map((resolver) => ({ resolver })) } }) as unknown as Turn;
const between = (before: Partial<Shown>, after: Partial<Shown>) => milestones({ ...idle, ...before }, { ...idle, ...after });

test("a run begins once, and an example says which", () => {
  assert.deepEqual(between({}, { phase: "starting" }), [{ name: "alimail-start", detail: {} }]);
  assert.deepEqual(between({ phase: "starting" }, { phase: "starting" }), []);
  assert.deepEqual(between({}, { phase: "starting", example: "history-503" }), [
    { name: "alimail-start", detail: { example: "history-503" } },
  ]);
});

test("progress is told when it moves", () => {
  const running = { phase: "running" } as const;
  assert.deepEqual(between(running, { ...running, turn: turn(0, 4) }), [{ name: "alimail-progress", detail: { done: 0, total: 4 } }]);
  assert.deepEqual(between({ ...running, turn: turn(1, 4) }, { ...running, turn: turn(1, 4) }), []);
  assert.deepEqual(between({ ...running, turn: turn(1, 4) }, { ...running, turn: turn(4, 4) }), [
    { name: "alimail-progress", detail: { done: 4, total: 4 } },
  ]);
});

test("errors are told once, with the code that the page shows", () => {
  const failed = { phase: "failed", failure: "wasm-refused" } as const;
  assert.deepEqual(between({}, failed), [{ name: "alimail-error", detail: { code: "wasm-refused" } }]);
  assert.deepEqual(between(failed, failed), []);
  assert.deepEqual(between({}, { fieldError: { code: "empty", key: "ui.error.empty" } }), [
    { name: "alimail-error", detail: { code: "empty" } },
  ]);
});

test("that the policy refuses every resolver is an error, that it refuses some is none", () => {
  const one = turn(2, 2, ["a", "b"]);
  const asked = { phase: "done", turn: one } as const;
  assert.deepEqual(between({ ...asked, phase: "running" }, { ...asked, refusedByCsp: ["a", "b"] }), [
    { name: "alimail-error", detail: { code: "resolvers-refused" } },
  ]);
  assert.deepEqual(between({ ...asked, phase: "running" }, { ...asked, refusedByCsp: ["a"] }), []);
});

test("JSON text is that of JSON.stringify, and does not ask a toJSON that a page gave to everything", () => {
  const value = { text: 'a"\n\u2028', list: [1, null, undefined, true, { deep: [] }], none: undefined, 'k"': -0.5 };
  assert.equal(jsonText(value), JSON.stringify(value));
  const expected = JSON.stringify(value);
  const arrays = Array.prototype as unknown as { toJSON?: unknown };
  arrays.toJSON = () => "spoiled";
  try {
    assert.equal(jsonText(value), expected);
  } finally {
    delete arrays.toJSON;
  }
});
