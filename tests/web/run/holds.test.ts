// Whether a repair holds: what was seen before, and what is seen now.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Turn } from "../../../web/src/contract";
import { canWatch, holds } from "../../../web/src/run/holds";
import { finding, heard, mended, missing, seen, until } from "../support/watched";

const start = Date.parse("2026-11-23T08:00:00Z");

const pairs: [string, Turn, Turn, boolean][] = [
  ["the finding that was the trouble is gone", missing, mended, true],
  ["nothing is wrong any more", missing, seen([], { action: "nothing-wrong", problems: [] }), true],
  ["the wait is over and nothing names it", until(start), mended, true],
  ["another problem is left, of which this was not", missing, seen([finding("spf.missing", "warning")]), true],
  ["the trouble is still seen", missing, missing, false],
  ["a wait has begun: the caches are old", missing, until(start), false],
  ["the same matter is wrong in another way", missing, seen([finding("login.elsewhere", "warning")]), false],
  ["the same matter could not be told", missing, seen([finding("login.unknown", "unknown")]), false],
  ["nobody answered", missing, seen([], { ledger: [{ ...heard, outcome: "timeout" }], problems: [] }), false],
  ["nothing was asked", missing, seen([], { ledger: [], problems: [] }), false],
  ["there was no trouble that can be seen", seen([finding("words.account-frozen")]), mended, false],
];
for (const [sentence, before, now, expected] of pairs) {
  test(`${expected ? "it holds" : "it does not hold"} when ${sentence}`, () => assert.equal(holds(before, now), expected));
}

test("only what can be seen from here is worth watching", () => {
  assert.equal(canWatch(missing), true);
  assert.equal(canWatch(until(start)), true);
  assert.equal(canWatch(seen([finding("words.account-frozen"), finding("login.alibaba", "info")])), false);
  assert.equal(canWatch(seen([], { problems: [] })), false);
});
