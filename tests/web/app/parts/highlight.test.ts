// The place in a record that a finding is about: before, marked, after.

import assert from "node:assert/strict";
import { test } from "node:test";
import { highlightIn } from "../../../../web/src/app/parts/highlight";

const record = "v=spf1 inclde:abc.com -all";

for (const [sentence, args, expected] of [
  ["the term is marked", { record, position: 7, length: 14 }, ["v=spf1 ", "inclde:abc.com", " -all"]],
  ["without a length it is one character", { record, position: 0 }, ["", "v", "=spf1 inclde:abc.com -all"]],
  ["behind the end a space is marked", { record: "v=spf1", position: 6, length: 1 }, ["v=spf1", "\u2423", ""]],
  ["bytes are counted, not characters", { record: "v=spf1 \u4f60 x", position: 11, length: 1 }, ["v=spf1 \u4f60 ", "x", ""]],
  ["a place far behind the end does no harm", { record: "abc", position: 99999, length: 99999 }, ["abc", "\u2423", ""]],
] as [string, Record<string, string | number>, string[]][]) {
  test(sentence, () => {
    const marked = highlightIn(args);
    assert.deepEqual([marked?.before, marked?.mark, marked?.after], expected);
  });
}

test("of a long record only what is around the place is shown", () => {
  const marked = highlightIn({ record: "a".repeat(5000), position: 2000, length: 1000 });
  assert.deepEqual([marked?.before.length, marked?.mark.length, marked?.after.length], [81, 121, 81]);
});

test("without a place there is nothing to mark", () => {
  assert.equal(highlightIn({ record }), undefined);
  assert.equal(highlightIn({ position: 3 }), undefined);
});
