// The licences of what is shipped: every package of the bundle has an entry, and so has what is in the wasm.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { root } from "../support/root";

interface Licenses {
  packagesIn(meta: { inputs: Record<string, unknown> }): string[];
  licensesText(packages: string[]): string;
}
const { packagesIn, licensesText } = (await import(pathToFileURL(join(root, "web/tools/dist/licenses.mjs")).href)) as Licenses;

test("packages are found in the paths of the bundle, also of a scope, each once", () => {
  const inputs = { "web/src/a.ts": 0, "web/node_modules/preact/a.mjs": 0, "web/node_modules/preact/b.mjs": 0, "node_modules/@x/y/z.js": 0 };
  assert.deepEqual(packagesIn({ inputs }), ["@x/y", "preact"]);
});

test("a package without a licence ends the build", () => assert.throws(() => licensesText(["no-such-package"]), /no-such-package/));

test("each work is named, with its text and whose it is", () => {
  const text = licensesText(["preact"]);
  for (const name of [/^preact 11\./m, /^Emscripten:/m, /^musl:/m, /^libc\+\+/m]) assert.match(text, name);
  for (const holder of ["Jason Miller", "The Emscripten Authors", "Rich Felker"]) assert.ok(text.includes(holder), holder);
  assert.ok((text.match(/Permission is hereby granted/g) ?? []).length >= 3);
});

test("the built file has an entry for every package of the bundle", (t) => {
  const [meta, built] = [join(root, "build/meta.json"), join(root, "dist/LICENSES.txt")];
  if (!existsSync(meta) || !existsSync(built)) return t.skip("the page is not built");
  const packages = packagesIn(JSON.parse(readFileSync(meta, "utf8")) as { inputs: Record<string, unknown> });
  assert.ok(packages.length > 0);
  for (const name of packages) assert.match(readFileSync(built, "utf8"), new RegExp(`^${name} \\d`, "m"));
});
