// Every story of tests/scenarios, told to the native core and to the wasm: exactly what the story expects, and nothing else.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { Turn } from "../../web/src/contract";
import { allStories, Stage } from "./support/stage";

const stage = new Stage();
after(() => stage.close());

// Findings for the record (severity info) are compared only where the story names them: a healthy domain has a dozen.
function summary(turn: Turn, named: readonly string[]): Record<string, unknown> {
  const { diagnosis } = turn;
  return {
    action: diagnosis.action,
    problems: Object.fromEntries(diagnosis.problems.map((p) => [p.id, Object.fromEntries(p.causes.map((c) => [c.id, c.state]))])),
    findings: diagnosis.findings
      .filter(({ key, severity }) => !key.startsWith("reply.") && (severity !== "info" || named.includes(key)))
      .map(({ key }) => key)
      .sort(),
    question: turn.ask.question?.id ?? null,
    records: diagnosis.records.map((r) => [r.change === "add" ? "" : `${r.change} `, r.host, ` ${r.type} `, r.priority === undefined ? "" : `${r.priority} `, r.value].join("")),
    wait: diagnosis.wait?.until ?? null,
  };
}

for (const { file, story } of allStories()) {
  test(`${file}: ${story.story}`, async () => {
    const { turns } = await stage.play(story);
    const last = turns[turns.length - 1]!;
    const { expect } = story;
    assert.deepEqual(summary(last, expect.findings), {
      action: expect.action,
      problems: expect.problems,
      findings: [...expect.findings].sort(),
      question: expect.question ?? null,
      records: expect.records ?? [],
      wait: expect.wait ?? null,
    });
    assert.deepEqual(last.diagnosis.problems.map((problem) => problem.id), Object.keys(expect.problems), "best problem first");
    if (expect.subject !== undefined) assert.equal(last.subject.kind, expect.subject);
    assert.ok(turns.length - 1 <= (expect.rounds ?? 3), `${turns.length - 1} rounds of lookups`);
  });
}
