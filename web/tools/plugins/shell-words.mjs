// The few words of the shell's first paint, one small module per language: the shell loads only the person's language, by
// import(), as a host page's connect-src does not apply to that. And the titles of frames, which embed.js contains.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const keys = ["ui.title", "ui.lead", "ui.language", "ui.subject", "ui.complaint", "ui.run", "ui.new-tab", "core.core-not-loaded"];

/**
 * `import words from "shell-words"`: words[tag]() brings { title, lead, … }; `import titles from "frame-titles"`: titles[tag].
 * @param {string} locales the folder
 */
export function shellWords(locales) {
  const fileOf = (tag) => join(locales, `${tag}.json`);
  const read = (tag) => JSON.parse(readFileSync(fileOf(tag), "utf8"));
  const tags = () =>
    readdirSync(locales)
      .filter((name) => name.endsWith(".json"))
      .map((name) => name.replace(".json", ""));
  const make = {
    "shell-words": () => ({
      contents: `export default {${tags().map((tag) => `${JSON.stringify(tag)}: () => import("words-${tag}")`)}}`,
      loader: "js",
    }),
    "frame-titles": () => ({
      contents: JSON.stringify(Object.fromEntries(tags().map((tag) => [tag, read(tag)["ui.title"]]))),
      loader: "json",
    }),
  };
  return {
    name: "shell-words",
    setup(build) {
      build.onResolve({ filter: /^(shell-words|frame-titles|words-[\w-]+)$/ }, ({ path }) => ({ path, namespace: "shell-words" }));
      build.onLoad({ filter: /.*/, namespace: "shell-words" }, ({ path }) => {
        if (make[path]) return { ...make[path](), watchFiles: tags().map(fileOf) };
        const tag = path.replace("words-", "");
        const all = read(tag);
        const words = Object.fromEntries(keys.map((key) => [key.replace(/^\w+\./, ""), all[key] ?? key]));
        return { contents: `export default ${JSON.stringify(words)}`, loader: "js", watchFiles: [fileOf(tag)] };
      });
    },
  };
}
