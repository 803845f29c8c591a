// What the page shows without a run, from the data that the core judges with: `import { problems, steps, verifications }
// from "guide-data"` is the whole guide, `import { faq } from "faq-data"` its questions and answers, and `import {
// questions } from "question-data"` what a person may be asked.
// Only what the page reads is kept, and ids of sources become addresses.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../root.mjs";

/** The guide's own problems, in its order. The form offers them; in the guide as text each has a chapter. */
const chapters = JSON.parse(readFileSync(join(root, "web/src/app/state/guide-problems.json"), "utf8"));

/** @param {string} core the folder */
export function guideData(core) {
  const files = [...chapters.map((id) => `problems/${id}.json`), "problems/shared.json", "provider/provider.json"];
  const read = () => files.map((name) => JSON.parse(readFileSync(join(core, name), "utf8")));
  return {
    name: "guide-data",
    setup(build) {
      build.onResolve({ filter: /^(guide|faq|question)-data$/ }, ({ path }) => ({ path, namespace: "guide-data" }));
      build.onLoad({ filter: /.*/, namespace: "guide-data" }, ({ path }) => {
        const all = read();
        const { sources } = all.pop();
        const shared = all.pop();
        const make = { "faq-data": () => faqOf(shared, sources), "question-data": () => questionsOf(shared) }[path];
        const contents = JSON.stringify(make ? make() : guideOf(all, shared, sources));
        return { contents, loader: "json", watchFiles: files.map((name) => join(core, name)) };
      });
    },
  };
}

function faqOf({ faq }, sources) {
  return { faq: faq.map(({ id, source }) => ({ id, source: sources[source] })) };
}

function questionsOf({ questions }) {
  return { questions: questions.map(({ id, kind, options }) => ({ id, kind, options })) };
}

function guideOf(all, shared, sources) {
  const problems = all.map(({ id, severity, described_by, note, causes }) => ({
    id,
    severity,
    symptoms: described_by,
    note,
    causes: causes.map(({ id, from, source, steps, verify }) => ({ id, from, source: sources[source], steps, verify })),
  }));
  const used = new Set(problems.flatMap(({ causes }) => causes.flatMap(({ steps, verify }) => [...steps, ...verify])));
  // A step that needs a diagnosis has another step in its place.
  const shown = (list) =>
    list
      .filter(({ id, needs }) => used.has(id) && !needs)
      .map(({ id, from, source, commands }) => ({ id, from, source: sources[source], commands }));
  return { problems, steps: shown(shared.steps), verifications: shown(shared.verifications) };
}
