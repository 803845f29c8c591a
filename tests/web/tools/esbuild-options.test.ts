// What the build requires of the code that it bundles.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "../support/root";

// Chrome 80 to 90 have a bug with the spread in a?.b(...c), for which esbuild would rewrite every ?. of the page. It is told
// not to (web/tools/esbuild-options.mjs), so the form must not occur.
test("no call behind ?. spreads its arguments", () => {
  const names = readdirSync(join(root, "web/src"), { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file));
  assert.ok(names.length > 0);
  for (const name of names) assert.doesNotMatch(readFileSync(join(root, "web/src", name), "utf8"), /\?\.[\w.!]*\([^()]*\.\.\./, name);
});
