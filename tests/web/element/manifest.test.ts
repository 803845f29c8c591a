// Compares custom-elements.json, the types and the guide for embedders with the code, in both directions.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "../support/root";

const read = (path: string): string => readFileSync(join(root, path), "utf8");
const named = (list: { name: string }[]): string[] => list.map(({ name }) => name).sort();
const distinct = (list: Iterable<string>): string[] => [...new Set(list)].sort();
const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1]!);

type Named = { name: string }[];
const { attributes, events, cssProperties, cssParts, slots, members } = (
  JSON.parse(read("web/package/custom-elements.json")) as {
    modules: {
      declarations: { attributes: Named; events: Named; cssProperties: Named; cssParts: Named; slots: Named; members: Named }[];
    }[];
  }
).modules[0]!.declarations[0]!;

const filesIn = (folder: string): string =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(tsx?|css)$/.test(name))
    .map((name) => read(`${folder}/${name}`))
    .join("\n");
const app = filesIn("web/src/app");
const shell = read("web/src/element/alimail-checker.ts");
const types = read("web/package/alimail-checker.d.ts");
const guide = read("web/pages/embed-guide.html");

test("attributes: those that are watched, and what the app reads of its host", () => {
  const watched = all(/observedAttributes = \[([^\]]*)\]/.exec(shell)![1]!, /"(\w+)"/g);
  const readLate = all(app, /host\.getAttribute\("(\w+)"\)/g);
  assert.deepEqual(named(attributes), distinct([...watched, ...readLate]));
});

test("events: every name that is told, no other", () => {
  assert.deepEqual(named(events), distinct(all(app + shell, /(?:tell\(|name: |CustomEvent\(|\| )"(alimail-[a-z]+)"/g)));
});

test("CSS properties: at most fifteen, every one that a style sheet reads", () => {
  assert.deepEqual(named(cssProperties), distinct(all(filesIn("web/src/style"), /var\((--alimail-[a-z-]+)/g)));
  assert.ok(cssProperties.length <= 15);
});

test("parts: every one that is written, and every block has one", () => {
  const unfolds = all(app, /<Unfold\s(?![^>]*\bpart=)[\s\S]*?\btest="([a-z-]+)"/g);
  const quiet = all(app, /id: "(ruled-out)" \| "cannot-tell"/g).concat("cannot-tell");
  assert.deepEqual(named(cssParts), distinct([...all(app + shell, /\bpart(?:=|: )"([a-z-]+)"/g), ...unfolds, ...quiet]));
  const blocks = all(app, /(<\w+\s[^>]*?class="(?:piece|card|case|fold|notice|result|running|foot|reference)\b[^>]*>)/g).filter(
    (tag) => !tag.startsWith("<Unfold"),
  );
  assert.ok(blocks.length > 20);
  assert.deepEqual(
    blocks.filter((tag) => !tag.includes("part=")),
    [],
  );
});

test("slots and properties", () => {
  assert.deepEqual(named(slots), distinct(["", ...all(shell, /"slot", \{ name: "(\w+)" \}/g)]));
  for (const { name } of members) assert.match(types, new RegExp(`readonly ${name}\\??:`));
});

test("the types name the same events", () => {
  assert.deepEqual(distinct(all(types, /"(alimail-[a-z]+)": CustomEvent/g)), named(events));
});

test("the guide for embedders names all of it, in both languages", () => {
  const [, english = "", chinese = ""] = guide.split(/<section lang="/);
  for (const { name } of [...attributes, ...events, ...cssProperties, ...cssParts, ...members]) {
    assert.ok(english.includes(`<code>${name}</code>`), `the English part lacks ${name}`);
    assert.ok(chinese.includes(`<code>${name}</code>`), `the Chinese part lacks ${name}`);
  }
});
