// The few words of the shell's first paint, one small module per language: the shell loads only the person's language, by
// import(), as a host page's connect-src does not apply to that. The shell knows their names, so it can ask for one again at
// another address where a browser keeps the first failure. And the titles of frames, which embed.js contains.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "../root.mjs";
import { hashedName } from "./hashed.mjs";

const keys = [
  ...["ui.title", "ui.lead", "ui.language", "ui.start", "ui.subject", "ui.complaint", "ui.run", "ui.new-tab"],
  ...["ui.update.reload", "core.core-not-loaded"],
];
const symptoms = JSON.parse(readFileSync(join(root, "web/src/app/state/symptoms.json"), "utf8"));

const fileOf = (locales, tag) => join(locales, `${tag}.json`);
const read = (locales, tag) => JSON.parse(readFileSync(fileOf(locales, tag), "utf8"));
const tagsIn = (locales) =>
  readdirSync(locales)
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.replace(".json", ""));

/** The modules as they are shipped: tag, name, and text. @param {string} locales the folder */
export function shippedShellWords(locales) {
  return tagsIn(locales).map((tag) => {
    const all = read(locales, tag);
    const words = Object.fromEntries(keys.map((key) => [key.replace(/^.*\./, ""), all[key] ?? key]));
    words.chips = Object.fromEntries(symptoms.map((id) => [id, all[`problem.${id}.chip`] ?? id]));
    const text = `export default ${JSON.stringify(words)}`;
    return { tag, name: hashedName(`words-${tag}.js`, text), text };
  });
}

/**
 * `import words from "shell-words"`: words[tag] is the address of the module with { title, lead, …, chips: { problem: label } }, next to the shell;
 * `import titles from "frame-titles"`: titles[tag].
 * @param {string} locales the folder
 */
export function shellWords(locales) {
  const make = {
    "shell-words": () => Object.fromEntries(shippedShellWords(locales).map(({ tag, name }) => [tag, `./${name}`])),
    "frame-titles": () => Object.fromEntries(tagsIn(locales).map((tag) => [tag, read(locales, tag)["ui.title"]])),
  };
  return {
    name: "shell-words",
    setup(build) {
      build.onResolve({ filter: /^(shell-words|frame-titles)$/ }, ({ path }) => ({ path, namespace: "shell-words" }));
      build.onLoad({ filter: /.*/, namespace: "shell-words" }, ({ path }) => ({
        contents: JSON.stringify(make[path]()),
        loader: "json",
        watchFiles: tagsIn(locales).map((tag) => fileOf(locales, tag)),
      }));
    },
  };
}
