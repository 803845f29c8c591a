// The files of a language: packs of texts without their keys, each loaded once, by need; and a hash that finds a text.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { test, type TestContext } from "node:test";
import { hashOf, versions } from "locale-keys";
import { assertDistinct, localePacks, packText } from "../../../web/tools/plugins/locale-keys.mjs";
import { languages, type Language } from "../../../web/src/words/language";
import { loadWords } from "../../../web/src/words/words";
import { problems, shared } from "../support/core-data";
import { root } from "../support/root";
import { serve } from "../support/server";
import { textsOf, wordsOf } from "../support/words-node";

const [english, chinese] = languages as [Language, Language];
const { packs, files } = localePacks(join(root, "web/locales"), join(root, "core"));
const keys = Object.keys(textsOf("en"));
const packWith = (key: string): string[] => Object.keys(packs).filter((pack) => packs[pack]?.includes(key));

// ---------------------------------------------------------------- loading

const nameOf = ({ tag }: Language, pack: string): string => `locales/${tag}${pack && `-${pack}`}-${versions[tag]}.json`;

/** A host with every file; `broken` names one that fails, and how. */
function host(t: TestContext, broken: Record<string, { status?: number; body?: string }[]> = {}) {
  return serve(t, ({ url }, response) => {
    const name = (url ?? "").slice(1);
    const file = files.find((each) => each.name === name);
    const { status = file ? 200 : 404, body = file?.text } = broken[name]?.shift() ?? {};
    response.writeHead(status).end(body);
  });
}
const asked = ({ seen }: { seen: { url: URL }[] }): string[] => seen.map(({ url }) => url.pathname.slice(1)).sort();

test("a pack comes alone, once, and the texts of others are not there", async (t) => {
  const served = await host(t);
  const [one, two] = await Promise.all([loadWords(english, [""], served.url), loadWords(english, [""], served.url)]);
  assert.equal(one, two);
  assert.equal(one.t("ui.run"), textsOf("en")["ui.run"]);
  assert.deepEqual([one.has("ui.run"), one.has("finding.login.missing")], [true, false]);
  assert.deepEqual(asked(served), [nameOf(english, "")]);
});

test("more packs come beside those that are there", async (t) => {
  const served = await host(t);
  await loadWords(english, [""], served.url);
  const words = await loadWords(english, ["", "login"], served.url);
  assert.deepEqual([words.has("ui.run"), words.has("finding.login.missing"), words.has("finding.mx.missing")], [true, true, false]);
  assert.deepEqual(asked(served), ["", "login"].map((pack) => nameOf(english, pack)).sort());
});

test("only the pack that did not arrive is asked for again at the next call", async (t) => {
  const served = await host(t, { [nameOf(english, "more")]: [{ status: 503 }] });
  await assert.rejects(loadWords(english, ["", "more"], served.url), /HTTP 503/);
  assert.equal((await loadWords(english, ["", "more"], served.url)).tag, "en");
  assert.deepEqual(asked(served), ["", "more", "more"].map((pack) => nameOf(english, pack)).sort());
});

test("what is no list of this version's words rejects and stays retryable", async (t) => {
  const wrong = ["<html>", "{}", "[]", '["AAAA"]', '["AAA","a"]'];
  const { url } = await host(t, { [nameOf(chinese, "")]: wrong.map((body) => ({ body })) });
  await assert.rejects(loadWords(chinese, [""], url));
  for (const _ of wrong.slice(1)) await assert.rejects(loadWords(chinese, [""], url), /not the words of this version/);
  assert.equal((await loadWords(chinese, [""], url)).dir, "ltr");
});

test("a text that a language still lacks comes back in brackets", async (t) => {
  const { url } = await host(t, { [nameOf(english, "")]: [{ body: packText(["ui.run", "ui.faq"], { "ui.faq": "Questions" }) }] });
  const words = await loadWords(english, [""], url);
  assert.deepEqual([words.t("ui.run"), words.has("ui.run"), words.t("ui.faq")], ["[ui.run]", false, "Questions"]);
});

test("the files of every language say what its locale file says, and a missing key is visible", async (t) => {
  const { url } = await host(t);
  for (const language of languages) {
    const texts = textsOf(language.tag);
    const [words, whole] = [await loadWords(language, Object.keys(packs), url), wordsOf(language.tag)];
    for (const key of Object.keys(texts)) assert.deepEqual(words.rich(key, { count: 1 }), whole.rich(key, { count: 1 }), key);
    assert.equal(words.t("finding.absent"), "[finding.absent]");
  }
});

// ---------------------------------------------------------------- the hash

test("two keys with one hash end the build", () => {
  assert.doesNotThrow(() => assertDistinct(keys));
  const found = new Map<number, string>();
  for (let number = 0; ; number += 1) {
    const key = `finding.k${number}`;
    const other = found.get(hashOf(key));
    if (other) return assert.throws(() => assertDistinct([...keys, other, key]), new RegExp(`${key} and ${other} have the same hash`));
    found.set(hashOf(key), key);
  }
});

test("what the page asks for on purpose, and is not there, is not taken for another key", () => {
  const known = new Set(keys);
  const hashes = new Map(keys.map((key) => [hashOf(key), key]));
  const kinds = [...problems.map(({ id }) => id), ...shared.topics.map(({ id }) => id)];
  const tops = ["family", "provider", "panel", "product"];
  const ids = [...new Set(keys.filter((key) => /^(provider|panel|family)\./.test(key)).map((key) => key.split(".")[1] ?? ""))];
  const wanted = [
    ...keys.filter((key) => /^(step|verify|note|symptom|cause|problem|topic|faq)\./.test(key)).map((key) => `${key}.guide`),
    ...keys.filter((key) => /^(question|action)\.[a-z-]+$/.test(key)).flatMap((key) => [`${key}.why`, `${key}.more`]),
    ...kinds.flatMap((id) => ["title", "chip", "symptom"].flatMap((what) => [`problem.${id}.${what}`, `topic.${id}.${what}`])),
    ...tops.flatMap((top) => ids.map((id) => `${top}.${id}`)),
    ...problems.flatMap(({ id, causes }) => causes.flatMap((cause) => [`do.${id}.${cause.id}`, `cause.${id}.${cause.id}.title`])),
    ...kinds.map((id) => `finding.reads.${id}`),
    ...shared.questions.flatMap(({ id, options }) =>
      options.flatMap((option) => {
        const parts = `${id}-${option}`.split("-");
        const cuts = parts.map((_, cut) => `question.${parts.slice(0, cut).join("-")}`);
        return [...cuts, ...cuts.map((key, cut) => `${key}.${parts.slice(cut).join("-")}`), `finding.reply.${id}-${option}`];
      }),
    ),
  ];
  for (const key of wanted) assert.ok(known.has(key) || !hashes.has(hashOf(key)), `${key} is taken for ${hashes.get(hashOf(key))}`);
});

// ---------------------------------------------------------------- the packs

test("every key is in a pack, and in several only if up to three problems or topics say it", () => {
  assert.deepEqual([...new Set(Object.values(packs).flat())].sort(), [...keys].sort());
  for (const key of keys) assert.ok(packWith(key).length <= 3, key);
  for (const key of keys.filter((each) => packWith(each).length > 1)) assert.match(key, /^(step|verify|note)\./);
});

test("each pack of each language is a file, and its name has the version of its language", () => {
  const expected = languages.flatMap((language) => Object.keys(packs).map((pack) => nameOf(language, pack)));
  assert.deepEqual(files.map(({ name }) => name).sort(), expected.sort());
  for (const { name } of files) assert.match(name, /^locales\/[\w-]+-[A-Z2-7]{8}\.json$/);
});

test("a key that no rule names is in the pack that every result loads", () => {
  assert.deepEqual(packWith("state.likely"), ["more"]);
});

test("the words of a page of its own are in no pack that other pages load", () => {
  assert.ok(packs["many"]?.length && packs["many"].every((key) => key.startsWith("many.")));
  assert.ok(keys.every((key) => !key.startsWith("many.") || packWith(key).join() === "many"));
});

// What main.tsx imports, directly or not, may be drawn when only the first pack is loaded; what it imports with import()
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

test("what is drawn before a result finds its words in the first pack", () => {
  const first = packs[""] ?? [];
  const isThere = (start: string, some: readonly string[]): boolean =>
    some.some((key) => key === start || (/\.$/.test(start) && key.startsWith(start)));
  const drawn = drawnFirst();
  const names = new Set([...drawn.keys()].map((file) => basename(file)));
  assert.ok(names.has("form.tsx") && names.has("faq.tsx") && !names.has("result.tsx") && !names.has("guide.tsx"), [...names].join());
  const late = new Set(["ui.status.done"]); // said when a result is there
  for (const [file, text] of drawn) {
    // A whole key, or its beginning before the first slot.
    for (const [, start = ""] of text.matchAll(/["`]([a-z-]+\.[a-z.-]*)(?=["`]|\$\{)/g)) {
      assert.ok(
        late.has(start) || !isThere(start, keys) || isThere(start, first),
        `${file} says ${start}: add it to the first pack in web/tools/plugins/word-packs.mjs`,
      );
    }
  }
});
