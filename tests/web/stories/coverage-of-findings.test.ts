// The stories cover everything that the checker can say: every key in every check's table is expected by some story, so each
// check is shown with trouble, with health and, where it can fail, with an unknown result.

import assert from "node:assert/strict";
import { test } from "node:test";
import { allStories } from "../support/stage";
import { readVocabulary } from "../support/vocabulary";

const says = readVocabulary().checks.flatMap((check) => check.says);

const stories = allStories();
const expected = new Set(stories.flatMap(({ story }) => story.expect.findings));
const familyOf = (key: string): string => key.split(".")[0]!;
const families = [...new Set(says.map(({ key }) => familyOf(key)))];

test("every finding of every check is expected by some story", () => {
  const untold = says.map(({ key }) => key).filter((key) => !expected.has(key));
  assert.deepEqual(untold, [], "tell a story of each in tests/scenarios");
});

test("no story expects a finding that nobody says", () => {
  const known = new Set(says.map(({ key }) => key));
  const strange = [...expected].filter((key) => !known.has(key) && !/^(words|elsewhere|bounce|code|connection)\./.test(key));
  assert.deepEqual(strange, []);
});

test("every family is silent in some story that ends well, and can be unknown in another", () => {
  const trouble = new Set(says.filter(({ severity }) => severity !== "info").map(({ key }) => key));
  const well = stories.filter(({ story }) => story.expect.action === "nothing-wrong");
  for (const family of families) {
    const silent = well.some(({ story }) => !story.expect.findings.some((key) => familyOf(key) === family && trouble.has(key)));
    assert.ok(silent, `no story ends well without trouble of ${family}`);
  }
});
