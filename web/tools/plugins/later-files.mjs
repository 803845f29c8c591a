// Which files of code come after which. esbuild lays what several of them share in a file for every set that shares it; a dozen
// small files would weigh more than they hold. What comes after the app finds all of the app there, and what comes after a
// result also all of that, so each imports the one before it, and what they share stays in one file.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

const after = {
  "words/words.ts": ["app/app.tsx"],
  "app/app.tsx": ["app/result/result.tsx", "app/guide/guide.tsx", "app/handover/open-case.tsx"],
  "app/result/result.tsx": ["app/result/inside.tsx", "app/handover/handover.tsx", "app/todo/message.ts"],
};

/** @param {string} source the folder of the code @returns {import('esbuild').Plugin} */
export const laterFiles = (source) => ({
  name: "later-files",
  setup(build) {
    const before = new Map(
      Object.entries(after).flatMap(([first, files]) => files.map((file) => [join(source, file), join(source, first)])),
    );
    for (const file of [...before.keys(), ...before.values()]) {
      if (!existsSync(file)) throw new Error(`${file} is not there; name its new place here`);
    }
    build.onLoad({ filter: /\.tsx?$/ }, async ({ path }) => {
      const first = before.get(path);
      if (!first) return undefined;
      const contents = `${await readFile(path, "utf8")}\nimport ${JSON.stringify(first)};\n`;
      return { contents, loader: path.endsWith("x") ? "tsx" : "ts" };
    });
  },
});
