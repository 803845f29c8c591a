// The file: RFC 4180, and no formula in it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { readRows, writeCsv } from "../../../web/src/many/csv";

const cells: [string, string, string][] = [
  ["plain text", "abc.com", "abc.com"],
  ["a separator", "a,b", '"a,b"'],
  ["a quote", 'say "x"', '"say ""x"""'],
  ["lines", "a\nb", '"a\nb"'],
  ["a formula", "=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
  ["a sum", "+1+1", "'+1+1"],
  ["a difference", "-1", "'-1"],
  ["a function of old programs", "@SUM(1)", "'@SUM(1)"],
  ["a tab before a formula", "\t=1", "'\\u0009=1"],
  ["a line end before a formula", "\r=1", "'\\u000D=1"],
  ["a formula with a separator", '=HYPERLINK("http://x",1)', `"'=HYPERLINK(""http://x"",1)"`],
  ["markup is text", "<script>alert(1)</script>", "<script>alert(1)</script>"],
  ["a sign that turns the direction", "a\u202eb", "a\\u202Eb"],
];

for (const [what, cell, written] of cells) test(what, () => assert.equal(writeCsv([[cell]]), `\ufeff${written}\r\n`));

test("what is written is read again as the same cells", () => {
  const rows = [
    ["Domain", 'a "quoted" one', "two\nlines"],
    ["中文.com", "", "x,y"],
  ];
  assert.deepEqual(readRows(writeCsv(rows).slice(1), ","), rows);
});
