// The keys of the locale files, once, in the code; the files that are shipped hold only the words, in the order of the keys.
// So a locale is a quarter lighter. The hash of the keys is part of its name: code and words of two versions never mix.
//
// In the code the keys stand as a tree, a quarter lighter again: "ui{copy!{copied idle} run}" is ui.copy, ui.copy.copied,
// ui.copy.idle, ui.run; the mark ! says that a branch is a key itself.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The keys of English, which every language has (tests/web/contract.test.ts). @param {string} locales the folder */
export function localeKeys(locales) {
  const tree = fold(Object.keys(JSON.parse(readFileSync(join(locales, "en.json"), "utf8"))));
  const keys = unfold(tree);
  const hash = createHash("sha256").update(keys.join("\n")).digest("hex").slice(0, 8);
  return { keys, tree, hash };
}

/** `import { keys, hash } from "locale-keys"`. @param {string} locales the folder */
export function localeKeysPlugin(locales) {
  return {
    name: "locale-keys",
    setup(build) {
      build.onResolve({ filter: /^locale-keys$/ }, () => ({ path: "locale-keys", namespace: "locale-keys" }));
      build.onLoad({ filter: /.*/, namespace: "locale-keys" }, () => {
        const { tree, hash } = localeKeys(locales);
        const code = `${unfold} export const keys = unfold(${JSON.stringify(tree)}); export const hash = ${JSON.stringify(hash)};`;
        return { contents: code, loader: "js", watchFiles: [join(locales, "en.json")] };
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

// Goes into the page as it stands. @param {string} tree
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
