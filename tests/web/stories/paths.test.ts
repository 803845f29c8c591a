// Walks through the questions of every problem: nothing else is known, and every option of every question is tried. So no run
// asks too much, no question is useless, and every cause that replies can settle is reached. Only the native core, as there
// are thousands of ways.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Case, Cause, Turn } from "../../../web/src/contract";
import { problems, shared, type CauseRule, type ProblemRule, type QuestionRule } from "../support/core-data";
import { NativeCore } from "../support/native-core";
import { answerTurn, opening, type Story } from "../support/story";

interface Way {
  replies: Record<string, string>;
  turn: Turn;
}
interface Walk {
  problem: ProblemRule;
  ways: Way[]; // one for every sequence of replies, the empty one first
  asked: { question: string; before: Way; after: Way[] }[];
}

const mostQuestions = 5;

const native = new NativeCore();
after(async () => assert.equal(await native.close(), 0, "the native core ended well"));

// Any number of the band will do: this is the smallest.
function valueOf(question: QuestionRule, option: string): string {
  const band = question.bands?.find(([id]) => id === option);
  return band === undefined ? option : String(band[1]);
}

const nothing: Case = { version: 1, now: "2026-11-26T08:00:00Z", subject: "", complaint: "", replies: {}, answers: [], probes: [] };

async function advance(known: Case, start: string, replies: Record<string, string>): Promise<Way> {
  const current: Case = { ...known, start, replies };
  return { replies, turn: JSON.parse(await native.advance(JSON.stringify(current))) as Turn };
}

const causesOf = ({ turn }: Way, problem: string): Cause[] => turn.diagnosis.problems.find(({ id }) => id === problem)?.causes ?? [];

// What a reply can change: which causes, in which state, with which steps, and the verdict.
const verdictOf = (way: Way, problem: string): string =>
  JSON.stringify([
    way.turn.diagnosis.action,
    causesOf(way, problem).map(({ id, state, action, steps }) => [id, state, action, steps.map((step) => step.id)]),
  ]);

async function walk(problem: ProblemRule, known = nothing): Promise<Walk> {
  const done: Walk = { problem, ways: [], asked: [] };
  let edge = [await advance(known, problem.id, {})];
  while (edge.length > 0) {
    done.ways.push(...edge);
    const next = edge.map(async (way) => {
      const id = way.turn.ask.question?.id;
      const rule = shared.questions.find((question) => question.id === id);
      if (id === undefined || rule === undefined) return [];
      const ways = await Promise.all(
        rule.options.map((option) => advance(known, problem.id, { ...way.replies, [id]: valueOf(rule, option) })),
      );
      done.asked.push({ question: id, before: way, after: ways });
      return ways;
    });
    edge = (await Promise.all(next)).flat();
    if (Object.keys(edge[0]?.replies ?? {}).length > mostQuestions) break; // reported by the first test
  }
  return done;
}

const walks: Walk[] = [];
before(async () => {
  walks.push(...(await Promise.all(problems.map((problem) => walk(problem)))));
});

const told = (way: Way): string => JSON.stringify(way.replies);

// Replies settle this cause if one of its clauses needs only replies.
const byAnswers = (cause: CauseRule): boolean => (cause.confirmed ?? []).some((clause) => clause.every((key) => key.startsWith("reply.")));

for (const { id } of problems) {
  const walkOf = (): Walk => walks.find(({ problem }) => problem.id === id)!;

  test(`${id}: no run asks more than five questions`, () => {
    for (const way of walkOf().ways) assert.ok(Object.keys(way.replies).length <= mostQuestions, told(way));
  });

  test(`${id}: no question is asked whose answer changes nothing`, () => {
    for (const { question, before: way, after: ways } of walkOf().asked) {
      const verdicts = new Set(ways.map((each) => verdictOf(each, id)));
      assert.ok(verdicts.size >= 2, `${question} changes nothing after ${told(way)}`);
    }
  });

  test(`${id}: every cause that answers can settle is found by some way`, () => {
    const { problem, ways } = walkOf();
    const found = new Set(ways.filter((way) => causesOf(way, id)[0]?.state === "confirmed").map((way) => causesOf(way, id)[0]!.id));
    const lost = problem.causes.filter((cause) => byAnswers(cause) && !found.has(cause.id)).map((cause) => cause.id);
    assert.deepEqual(lost, [], "no way leads there: see its confirmed clauses and the questions of the problem");
  });

  test(`${id}: who knows nothing is told what remains possible, and nothing is held against a cause`, () => {
    const unknown = walkOf().ways.filter(({ replies }) => Object.values(replies).every((value) => value === "unknown"));
    const last = unknown.reduce((a, b) => (Object.keys(b.replies).length > Object.keys(a.replies).length ? b : a));
    const causes = causesOf(last, id);
    assert.ok(causes.length > 0, "the problem stays listed");
    for (const cause of causes)
      assert.ok(["possible", "cannot-tell"].includes(cause.state), `${cause.id} is ${cause.state} after ${told(last)}`);
  });
}

// Whatever is replied, and however much is known: at the end there is something to do, and nothing is told twice.
function nextSteps({ turn }: Way): string[] {
  const { diagnosis } = turn;
  const [first] = diagnosis.problems[0]?.causes ?? [];
  const isNamed = first !== undefined && ["confirmed", "likely"].includes(first.state);
  return [...(isNamed ? first.steps : []), ...(diagnosis.otherwise ?? [])].map(({ id }) => id);
}

const grounds = ["no domain", "a healthy domain", "no resolver answers"] as const;
const shown = Number(process.env["ALIMAIL_SHOWN"] ?? 5);

for (const ground of grounds) {
  test(`${ground}: every way of replies ends with something to do`, async () => {
    const lost: string[] = [];
    for (const problem of problems) {
      const { ways } = ground === "no domain" ? walks.find((each) => each.problem === problem)! : await walk(problem, await caseOn(ground));
      for (const way of ways.filter(({ turn }) => turn.ask.question === undefined)) {
        const steps = nextSteps(way);
        if (steps.length === 0) lost.push(`${problem.id}: nothing to do after ${told(way)}`);
        if (new Set(steps).size < steps.length) lost.push(`${problem.id}: told twice after ${told(way)}: ${steps.join(", ")}`);
      }
    }
    assert.deepEqual(lost.slice(0, shown), [], `${lost.length} ends`);
  });
}

// The finished lookups of a run in which the person said nothing.
async function caseOn(ground: (typeof grounds)[number]): Promise<Case> {
  const story: Story = {
    story: ground,
    subject: "mail.abc.example",
    world: "china",
    probes: "reached",
    ...(ground === "no resolver answers" ? { fails: "timeout" } : {}),
    expect: { action: "", problems: {}, findings: [] },
  };
  const current = opening(story);
  while (answerTurn(story, current, JSON.parse(await native.advance(JSON.stringify(current))) as Turn));
  return current;
}

test("answers alone never show that nothing is wrong: nobody has looked", () => {
  for (const { problem, ways } of walks) {
    for (const way of ways) assert.notEqual(way.turn.diagnosis.action, "nothing-wrong", `${problem.id} after ${told(way)}`);
  }
});

test("every question can be left unanswered", () => {
  for (const { id, options } of shared.questions) assert.ok(options.includes("unknown"), id);
});

test("no clause waits for an answer that nobody can give", () => {
  const answers = new Set(shared.questions.flatMap(({ id, options }) => options.map((option) => `reply.${id}-${option}`)));
  for (const problem of problems) {
    for (const clause of problem.causes.flatMap((cause) => [...(cause.confirmed ?? []), ...(cause.ruled_out ?? [])])) {
      for (const key of clause.filter((each) => each.startsWith("reply."))) assert.ok(answers.has(key), `${problem.id}: ${key}`);
    }
  }
});

test("bands are options, in rising order from nothing", () => {
  for (const { id, options, bands } of shared.questions.filter(({ kind }) => kind === "number")) {
    assert.equal(bands?.[0]?.[1], 0, id);
    assert.deepEqual(
      bands.map(([band]) => band),
      options.filter((option) => option !== "unknown"),
      id,
    );
    for (const [index, [band, from]] of bands.entries()) assert.ok(index === 0 || from > bands[index - 1]![1], `${id}: ${band}`);
  }
});

test("a member is given at most three steps where an administrator has clicks to make", () => {
  const roleOf = new Map(shared.steps.map(({ id, role }) => [id, role]));
  for (const cause of problems.flatMap((problem) => problem.causes)) {
    const forMembers = cause.steps.filter((step) => roleOf.get(step) !== "postmaster");
    if (forMembers.length < cause.steps.length)
      assert.ok(forMembers.length >= 1 && forMembers.length <= 3, `${cause.id}: ${forMembers.join(", ")}`);
  }
});
