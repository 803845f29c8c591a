// The keys of the locale files are in the code, once; the shipped files hold only the texts, in the order of the keys,
// which saves a quarter of each. Their names carry a hash of keys and texts, so code and texts of two versions never mix.
//
// A language is one file in web/locales/ and is shipped in parts: the first one comes with the app, the others before a
// result or the guide is shown. Keys that are not named below are in the second part.
//
// The code has the keys as a tree, which saves another quarter: "ui{copy!{copied idle} run}" is ui.copy, ui.copy.copied,
// ui.copy.idle, ui.run; the mark ! says that the branch is a key too.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { hashedName } from "./hashed.mjs";

// What the form, a refusal, a failure, and the questions and answers need. The form can also name a topic that a link
// starts with.
const first = new Set(
  (
    "action core example faq from note owner problem question routing severity state subject-problem symptom ui " +
    "finding.words.unrecognised finding.words.cut"
  ).split(" "),
);
// What was found, and what there is to do: parts of their own, as each part must stay below 10 kB in every language.
const apart = ["", "", "step", "finding", "many"];
const suffixes = ["", "-more", "-steps", "-findings", "-many"];
const own = ["-many"]; // parts of a page of their own, which no other page knows

/** @param {string} key */
function partOf(key) {
  const top = key.split(".")[0];
  if (first.has(top) || first.has(key) || /^topic\..*\.title$/.test(key)) return 0;
  return Math.max(1, apart.lastIndexOf(top));
}

/**
 * The parts in the order in which they are loaded; the keys are those of English, which every language has
 * (tests/web/contract/contract.test.ts). `files` by the tag of the language: what is shipped, and under which name.
 * @param {string} locales the folder
 * @returns {{keys: string[], tree: string, files: Record<string, {name: string, text: string}>}[]}
 */
export function localeParts(locales) {
  const texts = readdirSync(locales)
    .filter((name) => name.endsWith(".json"))
    .map((name) => [name.replace(".json", ""), JSON.parse(readFileSync(join(locales, name), "utf8"))]);
  const english = Object.keys(Object.fromEntries(texts)["en"]);
  return suffixes.map((suffix, index) => {
    const tree = fold(english.filter((key) => partOf(key) === index));
    const keys = unfold(tree);
    const files = texts.map(([tag, words]) => {
      const text = JSON.stringify(keys.map((key) => words[key]));
      return [tag, { name: hashedName(`locales/${tag}${suffix}.json`, tree, text), text }];
    });
    return { keys, tree, files: Object.fromEntries(files) };
  });
}

/**
 * `import { parts } from "locale-keys"`: those of every page; `import { many } from "locale-keys/many"`: those of one page.
 * @param {string} locales the folder
 */
export function localeKeysPlugin(locales) {
  return {
    name: "locale-keys",
    setup(build) {
      build.onResolve({ filter: /^locale-keys(\/\w+)?$/ }, ({ path }) => ({ path, namespace: "locale-keys" }));
      build.onLoad({ filter: /.*/, namespace: "locale-keys" }, ({ path }) => {
        const parts = localeParts(locales).map(({ tree, files }) => {
          const names = Object.fromEntries(Object.entries(files).map(([tag, { name }]) => [tag, name]));
          return `{ keys: unfold(${JSON.stringify(tree)}), files: ${JSON.stringify(names)} }`;
        });
        const [, page] = path.split("/");
        const contents = page
          ? `import { unfold } from "locale-keys"; export const ${page} = ${parts[suffixes.indexOf(`-${page}`)]};`
          : `export ${unfold} export const parts = [${parts.filter((_, index) => !own.includes(suffixes[index]))}];`;
        return { contents, loader: "js", watchDirs: [locales] };
      });
    },
  };
}

/** @param {string[]} keys */
function fold(keys) {
  const top = new Map();
  for (const key of keys) {
    let branch = top;
    for (const part of key.split(".")) {
      if (!branch.has(part)) branch.set(part, new Map());
      branch = branch.get(part);
    }
  }
  const known = new Set(keys);
  const write = (branch, above) =>
    [...branch]
      .map(([part, below]) => {
        const key = above + part;
        return below.size === 0 ? part : `${part}${known.has(key) ? "!" : ""}{${write(below, `${key}.`)}}`;
      })
      .join(" ");
  return write(top, "");
}

// Copied into the page as it is. @param {string} tree
function unfold(tree) {
  const keys = [];
  const path = [];
  for (const [, part, isKey, opens] of tree.matchAll(/([^ !{}]+)(!?)(\{?)|\}/g)) {
    if (!part) path.pop();
    else {
      path.push(part);
      if (isKey || !opens) keys.push(path.join("."));
      if (!opens) path.pop();
    }
  }
  return keys;
}
