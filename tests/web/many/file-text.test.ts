// A list of domains as spreadsheets save it, in the encodings of four countries.

import assert from "node:assert/strict";
import { test } from "node:test";
import { textOf } from "../../../web/src/many/file-text";

const bytes = (...values: (number | string)[]): ArrayBuffer =>
  new Uint8Array(values.flatMap((value) => (typeof value === "string" ? [...Buffer.from(value)] : [value]))).buffer;

const utf16 = (text: string): number[] => [...Buffer.from(text, "utf16le")];

for (const [what, file, language, text] of [
  ["UTF-8", bytes("客户,中文.com"), "zh-CN", "客户,中文.com"],
  ["UTF-8 with its mark", bytes(0xef, 0xbb, 0xbf, "abc.com"), "en", "abc.com"],
  ["GBK, as Excel saves a CSV in mainland China", bytes(0xd6, 0xd0, 0xce, 0xc4, ".com"), "zh-CN", "中文.com"],
  ["Big5, in Taiwan", bytes(0xa4, 0xa4, 0xa4, 0xe5, ".com"), "zh-TW", "中文.com"],
  ["Shift_JIS, in Japan", bytes(0x93, 0xfa, 0x96, 0x7b, ".jp"), "ja", "日本.jp"],
  ["Latin letters", bytes("M", 0xfc, "ller,abc.com"), "en", "Müller,abc.com"],
  ["UTF-16, which Excel calls Unicode text", bytes(0xff, 0xfe, ...utf16("客户\tabc.com")), "en", "客户\tabc.com"],
  ["nothing", bytes(), "en", ""],
] as const) {
  test(what, () => assert.equal(textOf(file, language), text));
}

test("UTF-8 that was cut within a character", () => {
  assert.equal(textOf(bytes("abc.com,客").slice(0, 10), "zh-CN", false), "abc.com,");
});
