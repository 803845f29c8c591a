// What the page shows without a run, from the data that the core judges with: `import { problems, steps, verifications }
// from "guide-data"` is the whole guide, `import { faq } from "faq-data"` its questions and answers, `import { questions }
// from "question-data"` what a person may be asked, and `import { addresses } from "address-data"` which addresses are links.
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
      build.onResolve({ filter: /^(guide|faq|question|address)-data$/ }, ({ path }) => ({ path, namespace: "guide-data" }));
      build.onLoad({ filter: /.*/, namespace: "guide-data" }, ({ path }) => {
        const all = read();
        const provider = all.pop();
        const { sources } = provider;
        const shared = all.pop();
        const make = {
          "faq-data": () => faqOf(shared, sources),
          "question-data": () => questionsOf(shared),
          "address-data": () => addressesOf(provider),
          "guide-data": () => guideOf(all, shared, sources),
        };
        const contents = JSON.stringify(make[path]());
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

// The shared login pages, and the pages that a person opens as they are: the console and the status pages. The texts name
// the latter also without https://. A host alone is no link otherwise, as most hosts in the texts are values to copy.
function addressesOf({ sites, sources }) {
  const bare = (url) => url.replace(/\/$/, "");
  const logins = sites.map(({ login_url }) => bare(login_url));
  const pages = Object.values(sources)
    .filter((url) => new URL(url).pathname === "/")
    .map(bare);
  return { addresses: [...new Set([...logins, ...pages, ...pages.map((url) => url.replace("https://", ""))])] };
}

function guideOf(all, shared, sources) {
  const described = (ids, list = []) =>
    ids.map((id) => {
      const { from, source } = list.find((item) => item.id === id) ?? {};
      return { id, from, source: sources[source] };
    });
  const problems = all.map(({ id, severity, described_by, causes }) => ({
    id,
    severity,
    symptoms: described(described_by, shared.symptoms),
    notes: described([...new Set(causes.flatMap(({ notes = [] }) => notes))], shared.notes),
    causes: causes.map(({ id, from, source, meanwhile = [], steps, verify }) => ({
      ...{ id, from, source: sources[source] },
      ...{ meanwhile, steps, verify },
    })),
  }));
  const used = new Set(
    problems.flatMap(({ causes }) => causes.flatMap(({ meanwhile, steps, verify }) => [...meanwhile, ...steps, ...verify])),
  );
  const shown = (list) =>
    list
      .filter(({ id }) => used.has(id))
      .map(({ id, from, source, needs, commands }) => ({ id, from, source: sources[source], needs, commands }));
  return { problems, steps: shown(shared.steps), verifications: shown(shared.verifications) };
}
