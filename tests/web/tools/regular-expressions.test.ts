// The lint that knows regular expressions of more than linear time; and the patterns that it cannot see, as they are built.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { built, stopNoting } from "../support/built-patterns";
import { maskSecrets } from "../../../web/src/app/mask/mask";
import { addressMasker } from "../../../web/src/app/mask/mask-address";
import { root } from "../support/root";

stopNoting();

interface Rules {
  faultsOf(source: string, flags: string): string[];
  literalsOf(text: string): { source: string; line: number }[];
}
const { faultsOf, literalsOf } = (await import(pathToFileURL(join(root, "tests/tools/lint/regular-expressions.mjs")).href)) as Rules;
const kindsOf = ({ source, flags }: RegExp): string[] =>
  [...new Set(faultsOf(source, flags).map((fault) => fault.split(":")[0] ?? ""))].sort();

const dangerous: [RegExp, string][] = [
  [/^(a+)+$/, "nested"],
  [/^(?:\w+\s?)*$/, "nested"],
  [/^(?:x|a*)*$/, "nested"],
  [/^\s*,?\s*x/, "adjacent"],
  [/^[\d:.T/ -]*\s*\s*c/, "adjacent"],
  [/^a*[ab]*c/, "adjacent"],
  [/\s*$/, "restart"],
  [/[^\s<>]+@/, "restart"],
  [/.*@/, "restart"],
  [/x[^y]*y/, "restart"],
  [/^(a*)b\1/, "back"],
];
for (const [pattern, kind] of dangerous)
  test(`${pattern}: ${kind}`, () => assert.ok(kindsOf(pattern).includes(kind), String(kindsOf(pattern))));

const linear = [
  /^\s*x/,
  /"[^"]*"/,
  /\S+/g,
  /\s{0,40}$/,
  /^(?:[a-z]+,)*$/,
  /\/\/[^/]*/,
  /a+/y,
  /\bbearer\s{1,4}[\w.~+/=-]+/gi,
  /^[^:]*:\s*\S/,
];
for (const pattern of linear) test(`${pattern}: linear`, () => assert.deepEqual(kindsOf(pattern), []));

test("literals are found in code, not in strings, comments, divisions and markup", () => {
  const text = 'const a = /x\\/[/]y/g; // not /this/\nconst b = "no /t th/ is" + c / d / e;\nreturn /z/.test(<br a={1} />)';
  assert.deepEqual(
    literalsOf(text).map(({ source, line }) => [source, line]),
    [
      ["x\\/[/]y", 1],
      ["z", 3],
    ],
  );
});

test("the patterns that are built from lists of words are linear too", () => {
  assert.ok(built.length > 20, `${built.length} patterns`);
  assert.ok(maskSecrets("") + addressMasker()("") === "");
  for (const { source, flags } of built) assert.deepEqual(faultsOf(source, flags), [], source.slice(0, 200));
});
