// What was pasted as candidates: lists, tables, prose, and texts that are too long.

import assert from "node:assert/strict";
import { test } from "node:test";
import { readRows } from "../../../web/src/many/csv";
import { maxCharacters, readList } from "../../../web/src/many/read-list";

const rows: [string, string, string[]][] = [
  ["one a line", "abc.com\nabc.net\n", ["abc.com", "abc.net"]],
  [
    "one line, separated by anything",
    "abc.com, abc.net; abc.org\tabc.cn abc.com.cn",
    ["abc.com", "abc.net", "abc.org", "abc.cn", "abc.com.cn"],
  ],
  ["Chinese separators", "abc.com、abc.net，abc.org", ["abc.com", "abc.net", "abc.org"]],
  ["line ends of Windows and of old Macs", "abc.com\r\nabc.net\rabc.org", ["abc.com", "abc.net", "abc.org"]],
  ["a byte order mark", "\ufeffabc.com", ["abc.com"]],
  ["mail addresses lose the mailbox", "info@abc.com\n张三@abc.net", ["abc.com", "abc.net"]],
  ["an address in angle brackets", "Ann Lee <ann@abc.com>, 'abc.net'", ["abc.com", "abc.net"]],
  ["web addresses stay for the core to read", "https://mail.abc.com/alimail", ["https://mail.abc.com/alimail"]],
  ["letters of other scripts become ASCII", "中文.com\nmüller.example", ["xn--fiq228c.com", "xn--mller-kva.example"]],
  ["a full-width dot counts", "中文。com", ["xn--fiq228c.com"]],
  ["capitals are the same name", "ABC.com", ["abc.com"]],
  ["of a table the column with the most names", "Customer,Domain,Contact\nA,abc.com,Ann\nB,abc.net,Bob\n", ["abc.com", "abc.net"]],
  ["also where another column has some", "abc.com;ann@x.com;1\nabc.net;;2\nabc.org;;3\n", ["abc.com", "abc.net", "abc.org"]],
  ["quoted cells with separators and line breaks", '"Smith, Ltd.\nLondon",abc.com\n"a ""b""",abc.net\n', ["abc.com", "abc.net"]],
  ["a quote that nobody closes", 'A,abc.com\n"B,abc.net\nC,abc.org\n', ["abc.com", "abc.net", "abc.org"]],
  ["tabs of a spreadsheet", "A\tabc.com\nB\tabc.net", ["abc.com", "abc.net"]],
];

for (const [what, text, names] of rows) {
  test(what, () =>
    assert.deepEqual(
      readList(text).candidates.map(({ subject }) => subject),
      names,
    ),
  );
}

test("blank lines are counted, and lines without a name are listed with their number", () => {
  const { blank, nameless, lines } = readList("abc.com\n\n   \nnonsense here\nabc.net");
  assert.deepEqual({ blank, nameless, lines }, { blank: 2, nameless: [{ line: 4, text: "nonsense here" }], lines: 5 });
});

test("the heading of a table is no mistake, and a row without a name is one", () => {
  const { nameless, blank } = readList("Customer,Domain\nA,abc.com\nB,none\n,\nC,abc.net\n");
  assert.deepEqual({ nameless, blank }, { nameless: [{ line: 3, text: "none" }], blank: 1 });
});

test("100,000 lines are read in less than two seconds, quoted or not", () => {
  for (const make of [
    (index: number) => `n${index}.example\n`,
    (index: number) => `"n${index}.example","x"\n`,
    () => `"`.repeat(40) + "\n",
  ]) {
    const text = Array.from({ length: 100_000 }, (_, index) => make(index)).join("");
    const from = performance.now();
    readList(text);
    assert.ok(performance.now() - from < 2000, `${Math.round(performance.now() - from)} ms`);
  }
});

test("of a text that is too long the whole lines at the start are read", () => {
  const { cut, candidates } = readList("abc.com\n".repeat(maxCharacters / 8 + 10));
  assert.equal(cut, true);
  assert.equal(candidates.length, maxCharacters / 8);
  assert.equal(readList("abc.com").cut, false);
});

test("no text of few signs stops the reader", () => {
  const signs = ['"', ",", "\n", "\r", "a.b", "\\", "@", " "];
  for (let number = 0; number < signs.length ** 4; number += 1) {
    const text = [0, 1, 2, 3].map((place) => signs[Math.floor(number / signs.length ** place) % signs.length]).join("");
    readList(text);
    readRows(text, ",");
  }
});
