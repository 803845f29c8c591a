// What the build relies on in the code that it bundles.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "../support/root";

// Chrome 80 to 90 get the spread of a?.b(...c) wrong, so esbuild would write every ?. of the page out in full for it; told
// not to (web/tools/esbuild-options.mjs), it takes our word that the form does not occur.
test("no call behind ?. spreads its arguments", () => {
  const names = readdirSync(join(root, "web/src"), { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file));
  assert.ok(names.length > 0);
  for (const name of names) assert.doesNotMatch(readFileSync(join(root, "web/src", name), "utf8"), /\?\.[\w.!]*\([^()]*\.\.\./, name);
});
