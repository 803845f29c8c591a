// Which parts of the person's words are marked, and which lines around them are shown.

import assert from "node:assert/strict";
import { test } from "node:test";
import { quotePlaces } from "../../../../web/src/app/verdict/quote-places";
import type { Finding } from "../../../../web/src/contract";

const said = (key: string, ...matched: string[]): Finding => ({ key, severity: "info", args: { matched } });

/** Marked parts in brackets, omitted text as dots. */
function drawn(text: string, ...findings: Finding[]): string {
  const { lines, gap } = quotePlaces(text, findings);
  const shown = lines.map(
    (line) => (line.gap ? "… " : "") + line.parts.map(({ text: piece, keys }) => (keys ? `[${piece}]` : piece)).join(""),
  );
  return shown.join(" / ") + (gap ? " …" : "");
}

for (const [sentence, text, findings, expected] of [
  ["nothing understood, nothing shown", "hello", [], " …"],
  ["an empty text shows nothing", "", [said("words.a", "x")], ""],
  ["a piece is marked in its line", "it is frozen now", [said("words.a", "frozen")], "it is [frozen] now"],
  ["lines without a piece are left out", "hello\nit is frozen\nbye", [said("words.a", "frozen")], "… it is [frozen] …"],
  ["blank lines are no loss", "\n\nit is frozen\n\n", [said("words.a", "frozen")], "it is [frozen]"],
  ["several pieces in one line", "frozen and full", [said("words.b", "full"), said("words.a", "frozen")], "[frozen] and [full]"],
  ["pieces that overlap are one", "mailbox is full", [said("words.a", "mailbox is"), said("words.b", "is full")], "[mailbox is full]"],
  ["the same piece of two findings is one", "503", [said("words.a", "503"), said("code.b", "503")], "[503]"],
  ["pieces of one finding follow each other", "not sent, not sent", [said("words.a", "not", "sent", "not")], "[not] [sent], [not] sent"],
  ["a piece over two lines shows both", "mailbox\nis full", [said("words.a", "mailbox\nis")], "[mailbox\nis] full"],
  ["a piece that does not stand there is passed over", "frozen", [said("words.a", "melted")], " …"],
  ["a blank piece is none", "a b", [said("words.a", " ")], " …"],
  ["findings of other families mark nothing", "v=spf1", [said("spf.a", "v=spf1")], " …"],
  ["Chinese", "你好，账号被冻结了\n谢谢", [said("words.a", "冻结")], "你好，账号被[冻结]了 …"],
  ["Windows line ends", "a\r\nfrozen\r\nb", [said("words.a", "frozen")], "… [frozen]\r …"],
] as [string, string, Finding[], string][]) {
  test(sentence, () => assert.equal(drawn(text, ...findings), expected));
}

test("of a long line only what is around the pieces is shown", () => {
  const text = `${"a".repeat(500)} frozen ${"b".repeat(500)} full ${"c".repeat(500)}`;
  const shown = drawn(text, said("words.a", "frozen"), said("words.b", "full"));
  assert.match(shown, /^…a{59} \[frozen\] b{59}…b{59} \[full\] c{59}…$/);
});

test("ten lines are enough, and the rest is said to be left out", () => {
  const text = Array.from({ length: 30 }, (_, line) => `frozen ${line}`).join("\n");
  const { lines, gap } = quotePlaces(
    text,
    Array.from({ length: 30 }, (_, line) => said(`words.${line}`, `frozen ${line}`)),
  );
  assert.equal(lines.length, 10);
  assert.equal(gap, true);
});

test("64 kB with many pieces take no time", () => {
  const text = "frozen \n".repeat(8192);
  const began = performance.now();
  quotePlaces(
    text,
    Array.from({ length: 40 }, (_, each) => said(`words.${each}`, "frozen", "absent", "frozen \nfrozen")),
  );
  assert.ok(performance.now() - began < 200);
});
