// The subject before it enters the case: an international host in ASCII, everything else as typed.

import assert from "node:assert/strict";
import { test } from "node:test";
import { bounded, toAsciiSubject } from "../../../web/src/run/subject";

for (const typed of [
  "",
  "abc.com",
  " Mail.ABC.com. ",
  "someone@abc.com",
  "https://mail.abc.com:443/alimail/?a=b#c",
  "<b>abc.com</b>",
  "192.0.2.1",
  "two words.com",
  "张三@abc.com",
  "https://abc.com/路径?名=值",
]) {
  test(`${JSON.stringify(typed)} stays as typed`, () => assert.equal(toAsciiSubject(typed), typed));
}

const rows: [string, string][] = [
  ["中文.com", "xn--fiq228c.com"],
  ["mail.中文.com", "mail.xn--fiq228c.com"],
  ["中文。com", "xn--fiq228c.com"],
  ["bücher.example", "xn--bcher-kva.example"],
  ["例え.テスト", "xn--r8jz45g.xn--zckzah"],
  ["ａｂｃ．ｃｏｍ", "abc.com"],
  [" 中文.com ", " xn--fiq228c.com "],
  ["　中文.com", "　xn--fiq228c.com"],
  ["someone@中文.com", "someone@xn--fiq228c.com"],
  ["张三@中文.com", "张三@xn--fiq228c.com"],
  ["someone＠中文.com", "someone＠xn--fiq228c.com"],
  ["https://mail.中文.com/登录", "https://mail.xn--fiq228c.com/登录"],
  ["HTTPS://中文.com:8443/?q=中#文", "HTTPS://xn--fiq228c.com:8443/?q=中#文"],
  ["https：／／中文.com／路", "https：／／xn--fiq228c.com／路"],
  ["中文.com:443", "xn--fiq228c.com:443"],
  ["中文.com.", "xn--fiq228c.com."],
];
for (const [typed, ascii] of rows) {
  test(`${JSON.stringify(typed)} becomes ${JSON.stringify(ascii)}`, () => assert.equal(toAsciiSubject(typed), ascii));
}

for (const typed of ["中文<b>.com", "中 文.com", "@中文", "中文..com\u0000", "https://", "\ud800.com", `${"中".repeat(300)}.com`]) {
  test(`${JSON.stringify(typed.slice(0, 20))} comes through without an error`, () => {
    assert.equal(typeof toAsciiSubject(typed), "string");
  });
}

test("a host that no browser takes stays as typed", () => {
  assert.equal(toAsciiSubject("中文<b>.com"), "中文<b>.com");
});

test("a text is cut at its limit without half a character", () => {
  assert.equal(bounded("ab😀", 3), "ab\ufffd");
  assert.equal(bounded("ab😀", 4), "ab😀");
});

test("a lone surrogate is replaced, for no other JSON reader takes it", () => {
  assert.equal(bounded("a\udc00b\ud800", 10), "a\ufffdb\ufffd");
});
