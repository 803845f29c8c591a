// Choice of the language, texts with arguments, plurals, lists, times and durations. Nothing here is ever markup.

import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseLanguage, languages, type Language } from "../../../web/src/words/language";
import { createWords } from "../../../web/src/words/words";
import { catalogueOf, wordsOf } from "../support/words-node";

process.env["TZ"] = "UTC";

const [english] = languages as [Language];
const en = wordsOf("en", {
  plain: "Nothing to fill",
  host: "Ask {host} for {type}.",
  twice: "{host} and {host}",
  list: "Found {values} here",
  mails: { one: "{count} mail", other: "{count} mails" },
  wait: "Wait until {until}",
  ttl: "Kept for {ttl:duration}",
  brand: "Asked {name:text}",
  command: "Type `nslookup` and {host}",
  onlyOther: { other: "always" },
});
const zh = wordsOf("zh-CN", { list: "找到 {values}。", mails: { other: "{count} 封邮件" }, ttl: "{ttl:duration}" });

// ---------------------------------------------------------------- which language

const choices: [string, (string | null | undefined)[]][] = [
  ["zh-CN", ["zh-CN", "en"]],
  ["zh-CN", ["zh"]],
  ["zh-TW", ["zh-TW"]],
  ["zh-TW", ["zh-HK", "en"]],
  ["zh-TW", ["zh-MO"]],
  ["zh-TW", ["zh-Hant"]],
  ["zh-TW", ["zh-Hant-HK"]],
  ["zh-TW", ["zh_TW"]],
  ["zh-CN", ["ZH_hans"]],
  ["zh-CN", ["zh-Hans-HK"]],
  ["zh-CN", ["zh-MY"]],
  ["ja", ["ja-JP", "en"]],
  ["en", ["jav"]],
  ["en", ["en-GB", "zh-CN"]],
  ["zh-CN", [null, undefined, "", "fr", "zh-SG", "en"]],
  ["en", ["C"]],
  ["en", ["*"]],
  ["en", ["zhuang"]],
  ["en", []],
];
for (const [tag, wishes] of choices) {
  test(`${JSON.stringify(wishes)} is ${tag}`, () => assert.equal(chooseLanguage(wishes).tag, tag));
}

test("every language names itself", () => {
  assert.deepEqual(
    languages.map(({ name }) => name),
    ["English", "简体中文", "繁體中文", "日本語"],
  );
});

// ---------------------------------------------------------------- texts

test("arguments stand where the text wants them", () => {
  assert.equal(en.t("host", { host: "mail.abc.com", type: "A" }), "Ask mail.abc.com for A.");
  assert.equal(en.t("twice", { host: "x" }), "x and x");
  assert.equal(en.t("plain"), "Nothing to fill");
});

test("a missing key comes back in brackets, a missing argument in braces", () => {
  assert.equal(en.t("absent"), "[absent]");
  assert.equal(en.t("host", { host: "x" }), "Ask x for {type}.");
  assert.deepEqual([en.has("host"), en.has("absent")], [true, false]);
});

test("what every object inherits is no key and no argument", () => {
  assert.equal(en.t("constructor"), "[constructor]");
  assert.equal(wordsOf("en", { odd: "{toString}" }).t("odd"), "{toString}");
});

test("a value that looks like a slot or like markup stays text", () => {
  assert.equal(en.t("host", { host: "{type}", type: "<b>`x`</b>" }), "Ask {type} for <b>`x`</b>.");
});

test("rich marks values and code apart from the words", () => {
  assert.deepEqual(en.rich("host", { host: "mail.abc.com", type: "A" }), [
    { text: "Ask " },
    { code: "mail.abc.com" },
    { text: " for " },
    { code: "A" },
    { text: "." },
  ]);
  assert.deepEqual(en.rich("command", { host: "x" }), [{ text: "Type " }, { code: "nslookup" }, { text: " and " }, { code: "x" }]);
  assert.deepEqual(en.rich("brand", { name: "AliDNS" }), [{ text: "Asked AliDNS" }]);
  assert.deepEqual(en.rich("absent"), [{ text: "[absent]" }]);
});

test("plain text drops the marks of code", () => {
  assert.equal(en.t("command", { host: "x" }), "Type nslookup and x");
});

test("the count chooses the form that the language has", () => {
  assert.equal(en.t("mails", { count: 1 }), "1 mail");
  assert.equal(en.t("mails", { count: 1000 }), "1,000 mails");
  assert.equal(zh.t("mails", { count: 1 }), "1 封邮件");
  assert.equal(en.t("mails"), "{count} mails");
  assert.equal(en.t("onlyOther", { count: 1 }), "always");
});

test("a list reads as a sentence does, and rich marks its elements only", () => {
  assert.equal(en.t("list", { values: ["a", "b", "c"] }), "Found a, b, and c here");
  assert.equal(zh.t("list", { values: ["a", "b", "c"] }), "找到 a、b和c。");
  assert.equal(en.t("list", { values: [] }), "Found  here");
  assert.deepEqual(zh.rich("list", { values: ["a", "b"] }), [
    { text: "找到 " },
    { code: "a" },
    { text: "和" },
    { code: "b" },
    { text: "。" },
  ]);
});

test("where the browser has no list format, a mark stands between", (t) => {
  const intl = Intl as unknown as { ListFormat: unknown };
  const { ListFormat } = intl;
  t.after(() => (intl.ListFormat = ListFormat));
  intl.ListFormat = undefined;
  assert.equal(en.list(["a", "b", "c"]), "a, b, c");
  assert.equal(zh.list(["a", "b", "c"]), "a、b、c");
});

test("a language that Intl refuses still gives text", () => {
  const odd = createWords({ ...english, tag: "C?" }, catalogueOf({ mails: { one: "{count} mail", other: "{count} mails" } }));
  assert.equal(odd.t("mails", { count: 1 }), "1 mail");
  assert.equal(odd.t("mails", { count: 2 }), "2 mails");
  assert.equal(odd.list(["a", "b"]), "a, b");
  assert.equal(odd.duration(60), "1 minute");
});

// ---------------------------------------------------------------- times

const noon = new Date("2026-11-23T12:00:00Z");

test("a time reads as words, not as code, also in a text that says so", () => {
  const held = wordsOf("en", { held: "Wait until {wait_until:time}, about {settle:duration}.", odd: "{wait_until:time}" });
  const until = "2020-01-02T14:32:00Z";
  assert.deepEqual(held.rich("held", { wait_until: until, settle: 300 }), [{ text: `Wait until ${held.when(until)}, about 5 minutes.` }]);
  assert.deepEqual(held.rich("odd", { wait_until: "soon\n" }), [{ text: "soon\\u000A" }]);
});

test("a time of today is a clock time, another day's has its date", () => {
  assert.match(en.when("2026-11-23T14:32:00Z", noon), /^02:32\sPM$/);
  assert.equal(zh.when("2026-11-23T14:32:00Z", noon), "14:32");
  assert.match(en.when("2026-11-24T14:32:00Z", noon), /November 24.*02:32/);
  assert.match(zh.when("2026-11-24T14:32:00Z", noon), /11月24日.*14:32/);
});

test("an argument that is a time is shown as one, and is no code", () => {
  const segments = en.rich("wait", { until: "2020-01-02T14:32:00Z" });
  assert.equal(segments.length, 1);
  assert.match(en.t("wait", { until: "2020-01-02T14:32:00Z" }), /Wait until January 2.*02:32/);
});

test("what looks like a time but is none stays as it is", () => {
  assert.equal(en.when("2026-99-99T00:00:00Z"), "2026-99-99T00:00:00Z");
});

for (const [seconds, words] of [
  [0, "0 seconds"],
  [1, "1 second"],
  [60, "1 minute"],
  [90, "1 minute 30 seconds"],
  [600, "10 minutes"],
  [4000, "1 hour 7 minutes"],
  [86399, "24 hours"],
  [86400, "1 day"],
  [172800, "2 days"],
  [-5, "0 seconds"],
] as [number, string][]) {
  test(`${seconds} seconds are ${words}`, () => assert.equal(en.t("ttl", { ttl: seconds }), `Kept for ${words}`));
}

test("a duration is in the language of the words", () => {
  assert.match(zh.t("ttl", { ttl: 600 }), /^10\s?分钟$/);
});
