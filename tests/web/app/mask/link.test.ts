// Links: what is written into a fragment, and what is read from one.

import assert from "node:assert/strict";
import { test } from "node:test";
import { linkOf, longest } from "../../../../web/src/app/mask/link";
import { readFragment } from "../../../../web/src/element/fragment";

const page = "https://host.example/checker/index.html";
const written = (fields: Partial<Parameters<typeof linkOf>[0]>): URLSearchParams =>
  new URLSearchParams(new URL(linkOf({ subject: "", complaint: "", start: "", ...fields }, "en", page)).hash.slice(1));

test("a link has a version, the language and what was typed, nothing that is empty", () => {
  assert.deepEqual(Object.fromEntries(written({ subject: "abc.example", start: "wrong-place" })), {
    v: "1",
    subject: "abc.example",
    start: "wrong-place",
    lang: "en",
  });
});

test("whose mailbox it is stays out, with any of the signs", () => {
  for (const sign of ["@", "\uff20", "\ufe6b"]) {
    assert.equal(written({ subject: `wang.li${sign}abc.example` }).get("subject"), "abc.example");
    assert.equal(written({ complaint: `to <wang.li${sign}abc.example> failed` }).get("complaint"), `to <${sign}abc.example> failed`);
  }
});

test("what looks like a password stays out", () => {
  for (const complaint of [
    "password: hunter2!x",
    "\u5bc6\u7801\uff1ahunter2!x",
    "AUTH LOGIN\n334 VXNlcm5hbWU6\nhunter2hunter2",
    "https://me:hunter2@abc.example/",
  ]) {
    assert.doesNotMatch(linkOf({ subject: "abc.example", complaint, start: "" }, "en", page), /hunter2/);
  }
});

test("a long text is cut so that the whole link stays within 2 kB, at no half of a character", () => {
  for (const text of ["a".repeat(9000), "\u767b\u5f55\u9875".repeat(3000), "\u{1f4e7}".repeat(3000)]) {
    const link = linkOf({ subject: "abc.example", complaint: text, start: "" }, "zh-CN", page);
    assert.ok(link.length <= longest && link.length > longest / 2, String(link.length));
    assert.ok(text.startsWith(new URLSearchParams(new URL(link).hash.slice(1)).get("complaint")!));
  }
});

test("a fragment is read with WordPress's secret before it, behind it, or without", () => {
  for (const [hash, lang, secret] of [
    ["#v=1&lang=en", "en", null],
    ["#?secret=Abc123", null, "Abc123"],
    ["#v=1&lang=en#?secret=Abc123", "en", "Abc123"],
    ["#?lang=en", "en", null],
    ["", null, null],
  ] as const) {
    const read = readFragment(hash);
    assert.deepEqual([read.get("lang"), read.get("secret")], [lang, secret], hash);
  }
  assert.equal(readFragment("#complaint=what%3F").get("complaint"), "what?");
});
