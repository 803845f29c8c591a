// The shipped files of a language hold texts without their keys: before the texts, a hash of each key. So no visitor loads
// the names of keys, and a key that does not exist is still told from one that does. The name of a file has a hash of all
// texts of its language and of their keys, and code knows that hash, so code and texts of two versions never mix.
//
// A file is ["hashes", text, text, …]: three bytes a hash, in base64, in the order of the texts.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { hashedName } from "./hashed.mjs";
import { families, listPacks, wordPacks } from "./word-packs.mjs";

/** 24 bits of FNV-1a; the keys are ASCII. Copied into the page as it is. @param {string} key */
export function hashOf(key) {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return hash >>> 8;
}

/** Where two keys have one hash, the page would say one for the other: the build ends. @param {string[]} keys */
export function assertDistinct(keys) {
  const known = new Map();
  for (const key of keys) {
    const other = known.get(hashOf(key));
    if (other !== undefined) throw new Error(`${key} and ${other} have the same hash: rename one of them`);
    known.set(hashOf(key), key);
  }
}

/** @param {string[]} keys @param {Record<string, unknown>} words null: not translated yet */
export function packText(keys, words) {
  const hashes = keys.map(hashOf).flatMap((hash) => [hash >> 16, (hash >> 8) & 255, hash & 255]);
  return JSON.stringify([Buffer.from(hashes).toString("base64"), ...keys.map((key) => words[key] ?? null)]);
}

/**
 * The packs of all languages; the keys are those of English, which every language has
 * (tests/web/contract/contract.test.ts).
 * @param {string} locales the folder
 * @param {string} core the folder
 */
export function localePacks(locales, core) {
  const tags = readdirSync(locales).flatMap((name) => (name.endsWith(".json") ? [name.replace(".json", "")] : []));
  /** @type {Record<string, Record<string, unknown>>} */
  const texts = Object.fromEntries(tags.map((tag) => [tag, JSON.parse(readFileSync(join(locales, `${tag}.json`), "utf8"))]));
  const keys = Object.keys(texts["en"] ?? {});
  assertDistinct(keys);
  const { packsOf, questions, awaited } = wordPacks(core);
  /** @type {Record<string, string[]>} keys by the name of the pack */
  const packs = {};
  for (const key of keys) for (const pack of packsOf(key)) packs[pack] = [...(packs[pack] ?? []), key];

  /** @type {Record<string, string>} by the tag of the language */
  const versions = {};
  const files = tags.flatMap((tag) => {
    const all = Object.entries(packs).map(([pack, some]) => ({ pack, text: packText(some, texts[tag] ?? {}) }));
    const [, version = ""] = /-(\w{8})\.json$/.exec(hashedName("all.json", ...all.flatMap(({ pack, text }) => [pack, text]))) ?? [];
    versions[tag] = version;
    return all.map(({ pack, text }) => ({ name: `locales/${tag}${pack && `-${pack}`}-${version}.json`, text }));
  });
  return { packs, versions, files, questions, awaited };
}

/**
 * `import { hashOf, versions, findingPacks, questionPacks, awaitedPacks, listPacks } from "locale-keys"`
 * @param {string} locales the folder
 * @param {string} core the folder
 * @returns {import('esbuild').Plugin}
 */
export function localeKeysPlugin(locales, core) {
  return {
    name: "locale-keys",
    setup(build) {
      build.onResolve({ filter: /^locale-keys$/ }, ({ path }) => ({ path, namespace: "locale-keys" }));
      build.onLoad({ filter: /.*/, namespace: "locale-keys" }, () => {
        const { versions, questions, awaited } = localePacks(locales, core);
        const data = { versions, findingPacks: families, questionPacks: questions, awaitedPacks: awaited, listPacks };
        const lines = Object.entries(data).map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`);
        return { contents: [`export ${hashOf}`, ...lines].join("\n"), loader: "js", watchDirs: [locales, join(core, "problems")] };
      });
    },
  };
}
