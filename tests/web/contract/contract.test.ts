// The contracts that no compiler checks: ids and keys in core/ (data and C++), texts in web/locales/, stories in tests/. Each
// message says what to do next.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import guideProblems from "../../../web/src/app/state/guide-problems.json";
import { phrases, problemFiles, problems, provider, shared } from "../support/core-data";
import { root } from "../support/root";
import { readVocabulary } from "../support/vocabulary";

type Words = Record<string, string | Record<string, string>>;

const read = (...path: string[]): string => readFileSync(join(root, ...path), "utf8");
const json = <T>(...path: string[]): T => JSON.parse(read(...path)) as T;

const replies = json<{ rows: { key: string; bounce?: string; source?: string }[] }>("core/bounces/server_replies.json");
const locales = Object.fromEntries(
  readdirSync(join(root, "web/locales")).map((name) => [name.replace(".json", ""), json<Words>("web/locales", name)]),
);

const vocabulary = readVocabulary();
const saidByChecks = vocabulary.checks.flatMap(({ says }) => says.map(({ key }) => key));
const untold = "words.mail-app"; // core/judge/heard.h reads it, and takes it away
const saidByWords = [...phrases.symptoms.map((symptom) => symptom.key).filter((key) => key !== untold), ...vocabulary.words];
// What likeness says: a kind is a problem or a topic, another service, or nothing of ours.
const { kinds } = json<{ kinds: string[] }>("core/words/likeness.json");
const saidByLikeness = kinds.map((kind) => `reads.${kind}`);
const saidOfFixes = ["fix.worked", "fix.not-yet", "fix.does-not-apply"];
// Every key of server_replies.json, and those that its reader adds.
const saidByReplyTexts = [
  ...replies.rows.flatMap(({ key, bounce }) => [key, bounce ?? ""]).filter((key) => key !== ""),
  ...vocabulary.server_replies,
  ...vocabulary.connections,
];
const saidByReplies = shared.questions.flatMap((question) => question.options.map((option) => `reply.${question.id}-${option}`));
const said = new Set([...saidByChecks, ...saidByWords, ...saidByLikeness, ...saidByReplyTexts, ...saidByReplies]);

const reasons = Object.values(vocabulary.reasons).flat();

const ids = (list: { id: string }[]): Set<string> => new Set(list.map((item) => item.id));

function placeholders(text: string | Record<string, string>): string[] {
  const all = typeof text === "string" ? text : Object.values(text).join(" ");
  return [...new Set([...all.matchAll(/\{([a-z_]+)\}/g)].map((match) => match[1]!))].sort();
}

test("every problem has the id of its file", () => {
  assert.deepEqual(
    problems.map((problem) => `${problem.id}.json`),
    problemFiles,
  );
});

test("the problems that the page lists as the guide's are the guide's", () => {
  const own = problems.filter(({ from }) => from === "guide").map(({ id }) => id);
  assert.deepEqual(
    guideProblems.filter((id) => !own.includes(id)),
    [],
  );
});

test("every finding that a problem reads is said by some check, phrase or reply", () => {
  for (const problem of problems) {
    const clauses = problem.causes.flatMap((cause) => [...(cause.confirmed ?? []), ...(cause.likely ?? []), ...(cause.ruled_out ?? [])]);
    for (const key of [...problem.symptoms, ...clauses.flat()]) {
      assert.ok(said.has(key), `${problem.id}.json reads ${key}, which nothing says: correct it, or add it to a check or phrases.json`);
    }
  }
});

test("sentences are of kinds that the core can answer, and each problem and topic has its sentences", () => {
  const answered = [...ids(problems), ...ids(shared.topics)].map((id) => (id === "not-alibaba-mail" ? "other-service" : id));
  assert.deepEqual([...kinds].sort(), [...answered, "nothing"].sort());
});

test("every family that a cause needs can be said to be unknown, or is asked of the browser", () => {
  for (const cause of problems.flatMap((problem) => problem.causes)) {
    for (const family of cause.needs ?? []) {
      assert.ok(said.has(`${family}.unknown`) || family === "probe", `${cause.id} needs ${family}: its check has no ${family}.unknown`);
    }
  }
});

test("every step, verification, question and answer that a problem or a topic names exists, and none is left over", () => {
  const used = {
    steps: new Set(shared.otherwise),
    verifications: new Set<string>(),
    questions: new Set<string>(),
    notes: new Set<string>(),
    symptoms: new Set<string>(),
  };
  for (const problem of problems) {
    for (const cause of problem.causes) {
      cause.steps.forEach((id) => used.steps.add(id));
      cause.meanwhile?.forEach((id) => used.steps.add(id));
      cause.verify.forEach((id) => used.verifications.add(id));
      cause.notes?.forEach((id) => used.notes.add(id));
    }
    problem.otherwise.forEach((id) => used.steps.add(id));
    problem.described_by.forEach((id) => used.symptoms.add(id));
    problem.questions.forEach((id) => used.questions.add(id));
    for (const id of problem.faq) assert.ok(ids(shared.faq).has(id), `${problem.id}.json names the answer ${id}: add it to shared.json`);
  }
  for (const topic of shared.topics) topic.steps.forEach((id) => used.steps.add(id));
  assert.deepEqual([...used.steps].sort(), [...ids(shared.steps)].sort());
  assert.deepEqual([...used.verifications].sort(), [...ids(shared.verifications)].sort());
  assert.deepEqual([...used.questions].sort(), [...ids(shared.questions)].sort());
  assert.deepEqual([...used.notes].sort(), [...ids(shared.notes)].sort());
  assert.deepEqual([...used.symptoms].sort(), [...ids(shared.symptoms)].sort());
});

test("a topic has an id of its own, and is answered by its words or by an answer of the guide", () => {
  assert.deepEqual(
    shared.topics.filter(({ id }) => ids(problems).has(id)),
    [],
  );
  assert.equal(ids(shared.topics).size, shared.topics.length);
  const answers = shared.topics.flatMap(({ faq = [] }) => faq);
  assert.deepEqual([...answers].sort(), [...ids(shared.faq)].sort(), "each question of the guide is a topic");
});

// A topic is also answered without a domain. Every other value is known only together with the domain.
test("a step of a topic names a value only where the value is known", () => {
  const stepOf = new Map(shared.steps.map((step) => [step.id, step]));
  for (const id of shared.topics.flatMap(({ steps }) => steps)) {
    const needs = stepOf.get(id)?.needs;
    const known = needs === undefined ? [] : [needs, "domain", "login_host"];
    const unknown = placeholders(locales["en"]![`step.${id}`] ?? "").filter((name) => !known.includes(name));
    assert.deepEqual(unknown, [], `step ${id}: give it the value under "needs", and a twin with "without"`);
  }
});

test("whose statement, whose task and which action are words of the contract", () => {
  const { action, cause } = json<{
    definitions: { action: { enum: string[] }; cause: { properties: Record<string, { enum: string[] }> } };
  }>("core/turn.schema.json").definitions;
  const { from, owner } = cause.properties;
  const rules = [...shared.steps, ...shared.verifications, ...shared.notes, ...shared.symptoms, ...shared.topics, ...problems];
  for (const item of [...rules, ...problems.flatMap((problem) => problem.causes)]) {
    assert.ok(from!.enum.includes(item.from), `${item.id}: from ${item.from}`);
  }
  for (const item of problems.flatMap((problem) => problem.causes)) {
    assert.ok(owner!.enum.includes(item.owner), `${item.id}: owner ${item.owner}`);
    assert.ok(action.enum.includes(item.action), `${item.id}: action ${item.action}`);
  }
});

test("every source id stands in provider.json with an https address", () => {
  const sources = [
    ...shared.steps,
    ...shared.notes,
    ...shared.symptoms,
    ...shared.verifications,
    ...shared.faq,
    ...shared.topics,
    ...replies.rows,
    ...problems.flatMap((problem) => problem.causes),
    ...vocabulary.checks.flatMap(({ says }) => says),
  ].map((item) => item.source ?? "");
  for (const source of sources.filter((id) => id !== "" && !id.startsWith("https://") && !id.startsWith("RFC "))) {
    assert.ok(provider.sources[source], `add the page of ${source} to provider.json`);
  }
  for (const [id, url] of Object.entries(provider.sources)) assert.match(url, /^https:\/\//, id);
});

test("what answers a question is said by something, and answers it with one of its options", () => {
  for (const { id, options, answered_by = {}, bands = [] } of shared.questions) {
    for (const [key, option] of Object.entries(answered_by)) {
      assert.ok(said.has(key), `${id} is answered by ${key}, which nothing says`);
      assert.ok(options.includes(option), `${id}: ${key} answers ${option}, which is no option`);
    }
    assert.deepEqual(
      options.filter((option) => option !== "unknown" && bands.length > 0),
      bands.map(([band]) => band),
      `${id}: its bands are its options`,
    );
    assert.ok(options.includes("unknown"), `${id}: who does not know must be able to say so`);
  }
});

test("every concept that a symptom rule names exists", () => {
  for (const symptom of phrases.symptoms) {
    for (const id of [...symptom.all, ...symptom.none, ...(symptom.any ?? [])]) {
      assert.ok(ids(phrases.concepts).has(id), `${symptom.key} reads the concept ${id}: add it to phrases.json`);
    }
  }
});

function wordsNeeded(): string[] {
  const keys: string[] = [];
  for (const problem of problems) {
    keys.push(...["title", "symptom", "summary"].map((part) => `problem.${problem.id}.${part}`));
    keys.push(...problem.described_by.map((id) => `symptom.${id}`));
    for (const cause of problem.causes) keys.push(`cause.${problem.id}.${cause.id}.title`, `cause.${problem.id}.${cause.id}.why`);
  }
  keys.push(...shared.steps.map((step) => `step.${step.id}`), ...shared.verifications.map((item) => `verify.${item.id}`));
  keys.push(...shared.notes.map((note) => `note.${note.id}`));
  for (const { id, options } of shared.questions)
    keys.push(`question.${id}`, `question.${id}.why`, ...options.map((option) => `question.${id}.${option}`));
  for (const { id } of shared.faq) keys.push(`faq.${id}.question`, `faq.${id}.answer`);
  for (const { id, faq } of shared.topics) keys.push(`topic.${id}.title`, ...(faq === undefined ? [`topic.${id}.answer`] : []));
  const findings = [...saidByChecks, ...saidByWords, ...saidByReplyTexts, ...saidOfFixes];
  keys.push(...findings.filter((key) => !key.startsWith("reads.")).map((key) => `finding.${key}`), "finding.reply", "finding.reads");
  keys.push(
    ...provider.sites.map(({ id }) => `family.${id}`),
    ...provider.other_providers.map(({ id }) => `provider.${id}`),
    "provider.unknown",
  );
  keys.push(
    ...provider.dns_hosts.map(({ id }) => `provider.${id}`),
    "provider.other",
    ...provider.other_products.map(({ id }) => `product.${id}`),
  );
  keys.push(...reasons.map((id) => `reason.${id}`), ...vocabulary.slips.map((id) => `slip.${id}`));
  keys.push(...["reporter", "recipient", "server", "time", "text"].map((fact) => `bounce.${fact}`));
  return [...keys, ...vocabulary.purposes.map((id) => `why.${id}`)];
}

for (const [tag, words] of Object.entries(locales)) {
  test(`${tag} has words for every id and key of the core`, () => {
    const missing = wordsNeeded().filter((key) => words[key] === undefined);
    assert.deepEqual(missing, [], `add them to web/locales/${tag}.json`);
  });

  test(`${tag} has words for every closed set of the contract`, () => {
    const schema = json<{ definitions: Record<string, unknown> }>("core/turn.schema.json");
    const sets: [string, string][] = [
      ["state", "state"],
      ["action", "action"],
    ];
    const find = (name: string, path: string): string[] => {
      let at: unknown = schema.definitions[name];
      for (const step of path.split("/").filter(Boolean)) at = (at as Record<string, unknown>)[step];
      return (at as { enum: string[] }).enum;
    };
    const keys = [
      ...sets.flatMap(([name, prefix]) => find(name, "").map((id) => `${prefix}.${id}`)),
      ...find("cause", "properties/owner").map((id) => `owner.${id}`),
      ...find("finding", "properties/severity").map((id) => `severity.${id}`),
      ...find("outcome", "").map((id) => `outcome.${id}`),
      ...find("subject", "properties/problem").map((id) => `subject-problem.${id}`),
      ...find("cause", "properties/from").map((id) => `from.${id}`),
      ...find("commands", "items/properties/system").map((id) => `system.${id}`),
      ...find("diagnosis", "properties/path/items/properties/hop").map((id) => `hop.${id}`),
      ...find("diagnosis", "properties/path/items/properties/state").map((id) => `hop-state.${id}`),
      ...find("policy", "properties/nodes/items/properties/state").map((id) => `policy-state.${id}`),
      ...find("record", "properties/change").map((id) => `change.${id}`),
    ];
    assert.deepEqual(
      keys.filter((key) => words[key] === undefined),
      [],
      `add them to web/locales/${tag}.json`,
    );
  });

  test(`${tag} has the keys and the placeholders of English, and no markup`, () => {
    const english = locales["en"]!;
    assert.deepEqual(Object.keys(words).sort(), Object.keys(english).sort());
    for (const [key, text] of Object.entries(words)) {
      assert.deepEqual(placeholders(text), placeholders(english[key]!), key);
      assert.doesNotMatch(JSON.stringify(text), /<\/?[a-z]|&[a-z]+;|\[.*\]\(/, key);
    }
  });
}
