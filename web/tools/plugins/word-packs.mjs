// Which texts are shipped together: a language is one file in web/locales/ and is shipped in packs, so that a visit loads the
// texts of what it shows. Each pack stays below 10 kB in every language (tests/tools/budget.mjs).
//
//   ""           what the form needs, a refusal, a failure, and the questions and answers
//   "more"       what every result needs, and every key that is not named here
//   "inside"     what only the folds of a result say, the message, what is handed over, and the opening of a saved case
//   "guide"      what only the guide says
//   "topics"     the answers to questions of how to do something, with their steps
//   a problem    its causes, with their steps, checks and notes, and the questions that no other problem has
//   "words" …    findings, by families
//   "many"       what only the page for a list of domains says
//
// What up to three problems say is in the pack of each: most results are about one problem, so that weighs less for a visitor
// than a larger "more".
//
// The page knows the packs that a turn needs by its problems, questions and findings (web/src/app/state/packs.ts).
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const all = (/** @type {string} */ above, /** @type {string} */ names) => names.split(" ").map((name) => `${above}.${name}`);

// Beginnings of keys, in whole parts; * is any part, and a dot at the end leaves out the key that is the beginning itself.
// The longest one counts.
const beginnings = {
  "": [
    ...["core", "example", "faq", "problem", "routing", "subject-problem", "topic.*.title", "finding.words.cut", "from.guide"],
    ...all("ui", "about cancel cancelled change complaint consent differs.mark error example examples failure faq guide guide-says"),
    ...all(
      "ui",
      "language lead licenses lookups many new-tab offline open open.note privacy progress resolver retry run running share source",
    ),
    ...all("ui", "start status subject title unofficial update version"),
  ],
  more: ["ui.evidence.short", "ui.guide.which", "ui.message.send", "ui.status.done"],
  inside: [
    ...["bounce", "detail", "policy-state", "why", "ui.open."],
    ...all("ui", "argument bounce bundle. case causes compare differs evidence ledger message policy problems quoted"),
  ],
  guide: ["symptom", "problem.*.summary", "ui.guide."],
  topics: ["topic"],
  many: ["many"],
};

/** The pack of each family of findings. */
export const families = {
  words: ["bounce", "elsewhere", "fix", "reads", "reply", "reply-read", "words"],
  codes: ["code", "connection"],
  login: ["apex", "domain", "edition", "local", "login", "probe", "resolvers", "subject", "target", "zone"],
  mx: ["client", "mx"],
  sender: ["bimi", "caa", "dkim", "dmarc", "mta-sts", "sender", "spf", "tls-rpt"],
};
const argumentsOf = { sender: ["reason", "slip"] }; // texts for values in findings

/** What a list of domains needs besides the words of its form: all that DNS alone can show. */
export const listPacks = [
  ...["more", "login", "mx", "sender"],
  ...["login-page-unreachable", "mail-not-arriving", "client-cannot-connect", "weak-authentication", "not-alibaba-mail"],
];

export const said = ["words", "codes"]; // what the person wrote, known with the first turn

/** @param {string} key of a finding */
export const familyOf = (key) => Object.keys(families).filter((pack) => families[pack].includes(key.split(".")[0] ?? ""));

/** The packs of the findings that lookups may bring and that decide a cause of the problem. @param {{causes: {confirmed?: string[][], likely?: string[][]}[]}} problem */
export function awaitedBy({ causes }) {
  const keys = causes.flatMap(({ confirmed = [], likely = [] }) => [...confirmed, ...likely].flat());
  return [...new Set(keys.flatMap(familyOf))].filter((pack) => !said.includes(pack));
}

const most = 3; // problems with a text in the pack of each

/** @param {string} core the folder */
export function readProblems(core) {
  const read = (/** @type {string} */ name) => JSON.parse(readFileSync(join(core, "problems", name), "utf8"));
  const names = readdirSync(join(core, "problems")).filter((name) => name.endsWith(".json") && name !== "shared.json");
  return { problems: names.map(read), shared: read("shared.json") };
}

/**
 * @param {string} core the folder
 * @returns {{packsOf: (key: string) => string[], questions: Record<string, string[]>, awaited: Record<string, string[]>}} by
 *   problem: the questions that only its pack has, and awaitedBy
 */
export function wordPacks(core) {
  const { problems, shared } = readProblems(core);

  /** @type {Map<string, Set<string>>} packs by key */
  const sayers = new Map();
  const says = (/** @type {string} */ pack, /** @type {string} */ kind, /** @type {string[]} */ ids = []) => {
    for (const id of ids) sayers.set(`${kind}.${id}`, (sayers.get(`${kind}.${id}`) ?? new Set()).add(pack));
  };
  says("more", "step", shared.otherwise);
  for (const { steps } of shared.topics) says("topics", "step", steps);
  for (const { id, otherwise, questions, causes } of problems) {
    says(id, "step", otherwise);
    says(id, "question", questions);
    for (const { steps, meanwhile, verify, notes } of causes) {
      says(id, "step", steps);
      says(id, "step", meanwhile);
      says(id, "verify", verify);
      says(id, "note", notes);
    }
  }
  const isFew = (/** @type {string} */ key, /** @type {Set<string>} */ packs) =>
    packs.size <= (key.startsWith("question.") ? 1 : most) && !packs.has("more");
  const few = [...sayers].filter(([key, packs]) => isFew(key, packs));

  const rule = (/** @type {string} */ beginning, /** @type {Iterable<string>} */ packs) => ({
    parts: beginning.split("."),
    packs: [...packs],
  });
  const rules = [
    ...Object.entries(beginnings).flatMap(([pack, list]) => list.map((each) => rule(each, [pack]))),
    ...Object.entries(families).flatMap(([pack, list]) => list.map((each) => rule(`finding.${each}`, [pack]))),
    ...Object.entries(argumentsOf).flatMap(([pack, list]) => list.map((each) => rule(each, [pack]))),
    ...problems.flatMap(({ id }) => [`cause.${id}`, `do.${id}`, `problem.${id}.title.guide`].map((each) => rule(each, [id]))),
    ...few.map(([key, packs]) => rule(key, packs)),
  ];
  const length = (/** @type {string[]} */ parts) => parts.filter((part) => part !== "").length;
  const sorted = rules.sort((a, b) => length(b.parts) - length(a.parts));
  const begins = (/** @type {string[]} */ key, /** @type {string[]} */ parts) =>
    key.length >= parts.length && parts.every((part, at) => part === "*" || part === "" || part === key[at]);
  return {
    awaited: Object.fromEntries(problems.map((problem) => [problem.id, awaitedBy(problem)])),
    packsOf: (key) => sorted.find(({ parts }) => begins(key.split("."), parts))?.packs ?? ["more"],
    questions: Object.fromEntries(
      problems.map(({ id, questions }) => [id, questions.filter((each) => sayers.get(`question.${each}`)?.size === 1)]),
    ),
  };
}
