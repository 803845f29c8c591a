// The files that the service worker keeps: everything that index.html may need without a network, and nothing for the other
// ways of embedding. Found by following what the page links, what that code imports, now or later, and what it fetches.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";

/**
 * @param {string} dist the folder, with all files in it but sw.js
 * @param {string[]} files of it
 * @param {{outputs: Record<string, {imports: {path: string}[]}>}} meta of esbuild
 * @param {string} version
 */
export function offlineFiles(dist, files, { outputs }, version) {
  const imports = new Map(Object.entries(outputs).map(([path, output]) => [basename(path), output.imports]));
  const found = new Set(["index.html"]);
  const follow = (name) => {
    if (found.has(name) || !files.includes(name)) return;
    found.add(name);
    for (const { path } of imports.get(name) ?? []) follow(basename(path));
  };
  const html = readFileSync(join(dist, "index.html"), "utf8");
  for (const [, address] of html.matchAll(/<(?:link|script)\b[^>]*? (?:src|href)="([^":#]+)"/g)) follow(address.replace(/^\.\//, ""));
  // These are fetched by name. Every language is kept, as the person may switch without a network; browsers without
  // constructed style sheets link the style sheets as files.
  const isFetched = /^(locales|examples)\/|^words-|\.wasm$|^alimail-lexicon-|^(?!embed|many|list)\w+\.css$/;
  const ofAnotherPage = /^locales\/.*-many-/; // a list of domains needs the network anyway
  for (const name of files.filter((each) => isFetched.test(each) && !ofAnotherPage.test(each))) follow(name);

  const all = [...found].sort();
  const hash = createHash("sha256");
  for (const name of all) hash.update(name).update(readFileSync(join(dist, name)));
  const hashesOf = (/** @type {string[]} */ names) =>
    Object.fromEntries(
      names.map((name) => [
        name,
        createHash("sha256")
          .update(readFileSync(join(dist, name)))
          .digest("base64"),
      ]),
    );
  // Where there is no WebAssembly, the fallback is kept instead.
  const [wasm, instead] = [/\.wasm$/, /fallback/];
  return {
    version: `${version}-${hash.digest("hex").slice(0, 12)}`,
    files: hashesOf(all.filter((name) => !wasm.test(name) && !instead.test(name))),
    wasm: hashesOf(all.filter((name) => wasm.test(name))),
    instead: hashesOf(all.filter((name) => instead.test(name))),
  };
}
