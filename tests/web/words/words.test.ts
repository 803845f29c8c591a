// Choice of the language, texts with arguments, plurals, lists, times and durations. Nothing here is ever markup.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { test, type TestContext } from "node:test";
import { parts } from "locale-keys";
import { many } from "locale-keys/many";
import { chooseLanguage, languages, type Language } from "../../../web/src/words/language";
import { createWords, loadFirstWords, loadWords } from "../../../web/src/words/words";
import { root } from "../support/root";
import { serve } from "../support/server";

process.env["TZ"] = "UTC";

const [english, chinese] = languages as [Language, Language];
const en = createWords(english, {
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
const zh = createWords(chinese, { list: "找到 {values}。", mails: { other: "{count} 封邮件" }, ttl: "{ttl:duration}" });

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
  assert.equal(createWords(english, { odd: "{toString}" }).t("odd"), "{toString}");
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
  const odd = createWords({ ...english, tag: "C?" }, { mails: { one: "{count} mail", other: "{count} mails" } });
  assert.equal(odd.t("mails", { count: 1 }), "1 mail");
  assert.equal(odd.t("mails", { count: 2 }), "2 mails");
  assert.equal(odd.list(["a", "b"]), "a, b");
  assert.equal(odd.duration(60), "1 minute");
});

// ---------------------------------------------------------------- times

const noon = new Date("2026-11-23T12:00:00Z");

test("a time reads as words, not as code, also in a text that says so", () => {
  const held = createWords(english, { held: "Wait until {wait_until:time}, about {settle:duration}.", odd: "{wait_until:time}" });
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

// ---------------------------------------------------------------- its files

type Part = (typeof parts)[number];
const [form, rest, steps, found] = parts as [Part, Part, Part, Part];

/** A host with every part of every language; `broken` names a file that fails, and how. */
function host(t: TestContext, broken: Record<string, { status?: number; body?: string }[]> = {}) {
  return serve(t, ({ url }, response) => {
    const name = (url ?? "").slice(1);
    const part = parts.find(({ files }) => Object.values(files).includes(name));
    const { status = part ? 200 : 404, body = JSON.stringify(part?.keys.map((key) => `${key} {name}`)) } = broken[name]?.shift() ?? {};
    response.writeHead(status).end(body);
  });
}
const asked = ({ seen }: { seen: { url: URL }[] }): string[] => seen.map(({ url }) => url.pathname.slice(1)).sort();
const of = (part: Part, { tag }: Language): string => part.files[tag] ?? "";

test("the form's words come alone, once, and the others are not there yet", async (t) => {
  const served = await host(t);
  const [one, two] = await Promise.all([loadFirstWords(english, served.url), loadFirstWords(english, served.url)]);
  assert.equal(one, two);
  assert.equal(one.t("ui.run", { name: "you" }), "ui.run you");
  assert.deepEqual([one.has("ui.run"), one.has("finding.login.missing")], [true, false]);
  assert.deepEqual(asked(served), [of(form, english)]);
});

test("all words are all parts, each fetched once", async (t) => {
  const served = await host(t);
  await loadFirstWords(english, served.url);
  const [one, two] = await Promise.all([loadWords(english, served.url), loadWords(english, served.url)]);
  assert.equal(one, two);
  assert.deepEqual([one.has("ui.run"), one.has("finding.login.missing")], [true, true]);
  assert.deepEqual(asked(served), [form, rest, steps, found].map((part) => of(part, english)).sort());
});

test("only the part that did not arrive is asked for again at the next call", async (t) => {
  const served = await host(t, { [of(rest, english)]: [{ status: 503 }] });
  await assert.rejects(loadWords(english, served.url), /HTTP 503/);
  assert.equal((await loadWords(english, served.url)).tag, "en");
  assert.deepEqual(asked(served), [form, rest, rest, steps, found].map((part) => of(part, english)).sort());
});

test("what is no list of this version's words rejects and stays retryable", async (t) => {
  const { url } = await host(t, { [of(form, chinese)]: [{ body: "<html>" }, { body: "{}" }, { body: "[]" }] });
  await assert.rejects(loadFirstWords(chinese, url));
  await assert.rejects(loadFirstWords(chinese, url), /not the words of this version/);
  await assert.rejects(loadFirstWords(chinese, url), /not the words of this version/);
  assert.equal((await loadFirstWords(chinese, url)).dir, "ltr");
});

test("a text that a language still lacks comes back in brackets", async (t) => {
  const body = JSON.stringify(form.keys.map(() => null));
  const { url } = await host(t, { [of(form, english)]: [{ body }] });
  assert.equal((await loadFirstWords(english, url)).t("ui.run"), "[ui.run]");
});

// ---------------------------------------------------------------- the parts

test("every key is in one part, and every language has a file of each part, named by its content", () => {
  const all = [...parts, many];
  const english = JSON.parse(readFileSync(join(root, "web/locales/en.json"), "utf8")) as object;
  assert.deepEqual(all.flatMap(({ keys }) => keys).sort(), Object.keys(english).sort());
  for (const { files } of all) {
    assert.deepEqual(Object.keys(files).sort(), languages.map(({ tag }) => tag).sort());
    for (const name of Object.values(files)) assert.match(name, /^locales\/[\w-]+-[A-Z2-7]{8}\.json$/);
  }
  assert.equal(new Set(all.flatMap(({ files }) => Object.values(files))).size, all.length * languages.length);
});

test("the words of a page of its own are in no part that other pages load", () => {
  assert.ok(many.keys.length > 0 && many.keys.every((key) => key.startsWith("many.")));
  assert.deepEqual(
    parts.flatMap(({ keys }) => keys.filter((key) => key.startsWith("many."))),
    [],
  );
});

// What main.tsx imports, directly or not, may be drawn when only the first part is loaded; what it imports with import()
// comes later.
function drawnFirst(file = "main.tsx", found = new Map<string, string>()): Map<string, string> {
  const path = join(root, "web/src/app", file);
  if (found.has(file) || file.startsWith("..") || !existsSync(path)) return found;
  const text = readFileSync(path, "utf8");
  found.set(file, text);
  for (const [, address = ""] of text.matchAll(/^(?:import (?!type)|\} from).*"(\.[\w./-]+)";$/gm)) {
    for (const ending of [".tsx", ".ts"]) drawnFirst(join(dirname(file), address) + ending, found);
  }
  return found;
}

test("what is drawn before a result finds its words in the first part", () => {
  const isThere = (start: string, { keys }: typeof form): boolean =>
    keys.some((key) => key === start || (/\.$/.test(start) && key.startsWith(start)));
  const files = drawnFirst();
  const names = new Set([...files.keys()].map((file) => basename(file)));
  assert.ok(names.has("form.tsx") && names.has("faq.tsx") && !names.has("result.tsx") && !names.has("guide.tsx"), [...names].join());
  for (const [file, text] of files) {
    // A whole key, or its beginning before the first slot.
    for (const [, start = ""] of text.matchAll(/["`]([a-z-]+\.[a-z.-]*)(?=["`]|\$\{)/g)) {
      assert.ok(
        !isThere(start, rest) || isThere(start, form),
        `${file} says ${start}: add it to the first part in web/tools/plugins/locale-keys.mjs`,
      );
    }
  }
});
