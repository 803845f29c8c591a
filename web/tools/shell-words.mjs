// The few words of the shell's first paint, of every language, baked into the shell: it may not wait for a catalogue.
// A further language costs nothing here; what is listed weighs on the loader's budget.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const keys = ["ui.title", "ui.lead", "ui.language", "ui.subject", "ui.complaint", "ui.run", "core.core-not-loaded"];

/** `import texts from "shell-words"`: texts[tag][key]. @param {string} locales the folder */
export function shellWords(locales) {
  return {
    name: "shell-words",
    setup(build) {
      build.onResolve({ filter: /^shell-words$/ }, () => ({ path: "shell-words", namespace: "shell-words" }));
      build.onLoad({ filter: /.*/, namespace: "shell-words" }, () => {
        const files = readdirSync(locales).filter((name) => name.endsWith(".json"));
        const texts = files.map((name) => {
          const all = JSON.parse(readFileSync(join(locales, name), "utf8"));
          return [name.replace(".json", ""), Object.fromEntries(keys.map((key) => [key, all[key] ?? key]))];
        });
        return { contents: JSON.stringify(Object.fromEntries(texts)), loader: "json", watchFiles: files.map((name) => join(locales, name)) };
      });
    },
  };
}
