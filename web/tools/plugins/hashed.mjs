// File names with a hash of the content. What has such a name never changes, so it may be cached forever. The form is
// esbuild's own, eight of A-Z and 2-7 before the extension, so one pattern matches all of them.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";

/**
 * The pattern of such a name. It is also written into the configuration files of hosts (web/tools/dist/hosting.mjs), so it
 * is kept simple.
 */
export const hashedPattern = "-[A-Z2-7]{8}\\.[a-z]+$";

/** "folder/name.json" is "folder/name-ABCDEFGH.json". @param {string} name @param {(string | Buffer)[]} content */
export function hashedName(name, ...content) {
  const hash = createHash("sha256");
  for (const part of content) hash.update(part);
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const text = [...hash.digest().subarray(0, 8)].map((byte) => letters[byte & 31]).join("");
  return name.replace(/(\.\w+)$/, `-${text}$1`);
}

/** The saved cases as they are shipped: id, name, and compact text. @param {string} folder */
export function shippedExamples(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => {
      const text = JSON.stringify(JSON.parse(readFileSync(join(folder, name), "utf8")));
      return { id: basename(name, ".json"), name: hashedName(`examples/${name}`, text), text };
    });
}

/** The name of a file of the core; without a hash if it is not built yet, for tests that do not need it. @param {string} file */
export const shippedName = (file) => (existsSync(file) ? hashedName(basename(file), readFileSync(file)) : basename(file));

/** `import { wasm, …, examples } from "asset-names"`. @param {string} examples the folder @param {Record<string, string>} files by the name of the constant @returns {import('esbuild').Plugin} */
export function assetNames(examples, files) {
  return {
    name: "asset-names",
    setup(build) {
      build.onResolve({ filter: /^asset-names$/ }, () => ({ path: "asset-names", namespace: "asset-names" }));
      build.onLoad({ filter: /.*/, namespace: "asset-names" }, () => {
        const names = Object.fromEntries(shippedExamples(examples).map(({ id, name }) => [id, name]));
        const shipped = Object.fromEntries(Object.entries(files).map(([constant, file]) => [constant, shippedName(file)]));
        return {
          contents: JSON.stringify({ ...shipped, examples: names }),
          loader: "json",
          watchDirs: [examples],
        };
      });
    },
  };
}
