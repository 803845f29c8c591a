// The keys of the locale files, once, in the code; the files that are shipped hold only the words, in the order of the keys.
// So a locale is a quarter lighter. The hash of the keys is part of its name: code and words of two versions never mix.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The keys of English, which every language has (tests/web/contract.test.ts). @param {string} locales the folder */
export function localeKeys(locales) {
  const keys = Object.keys(JSON.parse(readFileSync(join(locales, "en.json"), "utf8")));
  const hash = createHash("sha256").update(keys.join("\n")).digest("hex").slice(0, 8);
  return { keys, hash };
}

/** `import { keys, hash } from "locale-keys"`. @param {string} locales the folder */
export function localeKeysPlugin(locales) {
  return {
    name: "locale-keys",
    setup(build) {
      build.onResolve({ filter: /^locale-keys$/ }, () => ({ path: "locale-keys", namespace: "locale-keys" }));
      build.onLoad({ filter: /.*/, namespace: "locale-keys" }, () => {
        const { keys, hash } = localeKeys(locales);
        const code = `export const keys = ${JSON.stringify(keys.join(" "))}.split(" "); export const hash = ${JSON.stringify(hash)};`;
        return { contents: code, loader: "js", watchFiles: [join(locales, "en.json")] };
      });
    },
  };
}
