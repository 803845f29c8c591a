// Plays every story of tests/scenarios on the native core, the wasm and its fallback: exactly what the story expects, and
// nothing else.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { Case, Finding, Instruction, Problem, RecordToPublish, Turn } from "../../../web/src/contract";
import { maxQueries, maxRounds } from "../../../web/src/run/loop";
import { allStories, Stage } from "../support/stage";
import type { Expectation } from "../support/story";

const stage = new Stage();
after(() => stage.close());

const defaultRounds = 4; // an SPF record with includes three levels deep: the record, and one round for each level

// Findings of severity info are compared only if the story names them: a healthy domain has a dozen.
function summary(turn: Turn, expect: Expectation): Record<string, unknown> {
  const { diagnosis } = turn;
  return {
    action: diagnosis.action,
    problems: Object.fromEntries(diagnosis.problems.map((problem) => [problem.id, causes(problem, expect)])),
    findings: diagnosis.findings
      .filter(({ key, severity }) => !key.startsWith("reply.") && (severity !== "info" || expect.findings.includes(key)))
      .map(({ key }) => key)
      .sort(),
    question: turn.ask.question?.id ?? null,
    records: diagnosis.records.map(recordText),
    wait: diagnosis.wait?.until ?? null,
  };
}

// All causes, or only the best one if the story names no other. "others" means all causes that the story does not name and
// that are in that state.
function causes(problem: Problem, expect: Expectation): Record<string, string> | string {
  const [best] = problem.causes;
  const expected = expect.problems[problem.id];
  if (typeof expected === "string") return best === undefined ? "" : `${best.id} is ${best.state}`;
  const others = expected?.["others"];
  const named = problem.causes.filter(({ id, state }) => expected?.[id] !== undefined || state !== others);
  return { ...Object.fromEntries(named.map(({ id, state }) => [id, state])), ...(others === undefined ? {} : { others }) };
}

function recordText({ change, host, type, priority, value, later }: RecordToPublish): string {
  return [
    later ? "later: " : "",
    change === "add" ? "" : `${change} `,
    host,
    ` ${type} `,
    priority === undefined ? "" : `${priority} `,
    value,
  ].join("");
}

// What the person is told to do: by the causes that are still open, and where nothing else is left.
function compareAdvice({ diagnosis }: Turn, { advice = [], meanwhile, never = [] }: Expectation): void {
  const ids = (steps: Instruction[] = []): string[] => steps.map(({ id }) => id);
  const [first] = diagnosis.problems[0]?.causes ?? [];
  const steps = ids(diagnosis.otherwise ?? first?.steps);
  assert.deepEqual(steps.slice(0, advice.length), advice, "what to do");
  if (meanwhile !== undefined) assert.deepEqual(ids(first?.meanwhile), meanwhile, "what to do meanwhile");
  const open = diagnosis.problems.flatMap(({ causes }) => causes.filter(({ state }) => state === "confirmed" || state === "likely"));
  const told = [...steps, ...open.flatMap((cause) => [...ids(cause.steps), ...ids(cause.meanwhile)]), ...diagnosis.records.map(recordText)];
  for (const each of never) assert.ok(!told.some((text) => text.includes(each)), `nobody may be told ${each}: ${told.join(", ")}`);
}

// Each argument that the story names, from any finding with the key.
function compareArgs(findings: Finding[], expected: NonNullable<Expectation["args"]>): void {
  for (const [key, args] of Object.entries(expected)) {
    const said = findings.filter((finding) => finding.key === key).map((finding) => finding.args);
    const same = (given: Record<string, unknown>): boolean =>
      Object.entries(args).every(([name, value]) => JSON.stringify(given[name]) === JSON.stringify(value));
    assert.ok(said.some(same), `${key} ${JSON.stringify(args)} is not among ${JSON.stringify(said)}`);
  }
}

export function queriesToFirst(current: Case): number {
  const first = current.answers![0]?.resolver;
  return current.answers!.filter(({ resolver }) => resolver === first).length;
}

for (const { file, story } of allStories()) {
  test(`${file}: ${story.story}`, async () => {
    const { turns, current } = await stage.play(story);
    const last = turns[turns.length - 1]!;
    const { expect } = story;
    assert.deepEqual(summary(last, expect), {
      action: expect.action,
      problems: expect.problems,
      findings: [...expect.findings].sort(),
      question: expect.question ?? null,
      records: expect.records ?? [],
      wait: expect.wait ?? null,
    });
    assert.deepEqual(
      last.diagnosis.problems.map((problem) => problem.id),
      Object.keys(expect.problems),
      "best problem first",
    );
    compareAdvice(last, expect);
    compareArgs(last.diagnosis.findings, expect.args ?? {});
    for (const part of ["leftOut", "flattened"] as const) {
      if (expect[part])
        assert.deepEqual(
          last.diagnosis.records.flatMap((record) => record[part] ?? []),
          expect[part],
          part,
        );
    }
    if (expect.subject !== undefined) assert.equal(last.subject.kind, expect.subject);
    assert.ok(turns.length - 1 <= Math.min(expect.rounds ?? defaultRounds, maxRounds), `${turns.length - 1} rounds of lookups`);
    const queries = queriesToFirst(current);
    assert.ok(queries <= Math.min(expect.queries ?? maxQueries, maxQueries), `${queries} queries to one resolver`);
  });
}
