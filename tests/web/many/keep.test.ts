// What survives a reload, and what a full or forbidden storage does.

import assert from "node:assert/strict";
import { test } from "node:test";
import { createKeeper } from "../../../web/src/many/keep";
import type { Row } from "../../../web/src/many/row";
import { memory } from "./memory";

const row = (domain: string, state: Row["state"] = "queued"): Row => ({ domain, subject: domain, state });

test("a list comes back with what was found; what was on its way is open again", () => {
  const storage = memory();
  const keeper = createKeeper(() => storage);
  assert.equal(keeper.list([row("a.com"), row("b.com"), row("c.com")]), true);
  keeper.row(0, row("a.com", "done"));
  keeper.row(1, row("b.com", "running"));
  assert.deepEqual(
    keeper.read().map(({ domain, state }) => `${domain} ${state}`),
    ["a.com done", "b.com queued", "c.com queued"],
  );
});

test("a new list forgets the old one, and nothing of others", () => {
  const storage = memory();
  storage.setItem("other", "1");
  const keeper = createKeeper(() => storage);
  keeper.list([row("a.com"), row("b.com")]);
  keeper.row(1, row("b.com", "done"));
  keeper.list([row("c.com"), row("d.com")]);
  assert.deepEqual(
    keeper.read().map(({ domain, state }) => `${domain} ${state}`),
    ["c.com queued", "d.com queued"],
  );
  keeper.forget();
  assert.deepEqual(keeper.read(), []);
  assert.equal(storage.length, 1);
});

test("a full storage is told, and what is kept stays", () => {
  const storage = memory(300);
  const keeper = createKeeper(() => storage);
  assert.equal(keeper.list([row("a.com"), row("b.com")]), true);
  assert.equal(keeper.row(0, row("a.com", "done")), true);
  assert.equal(keeper.row(1, { ...row("b.com", "done"), typed: "x".repeat(500) }), false);
  assert.deepEqual(
    keeper.read().map(({ state }) => state),
    ["done", "queued"],
  );
});

test("where storage throws, as in a sandboxed frame, or holds something else, there is no list", () => {
  const forbidden = createKeeper(() => {
    throw new Error("SecurityError");
  });
  assert.equal(forbidden.list([row("a.com")]), false);
  assert.deepEqual(forbidden.read(), []);
  forbidden.forget();
  for (const text of ["{", "null", "5", '{"a":1}', "[null]"]) {
    const storage = memory();
    storage.setItem("alimail-many list", text);
    assert.deepEqual(createKeeper(() => storage).read(), [], text);
  }
});
