// Every story of tests/scenarios, told to the native core and to the wasm: exactly what the story expects, and nothing else.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { Turn } from "../../web/src/contract";
import { allStories, Stage } from "./support/stage";

const stage = new Stage();
after(() => stage.close());

function summary(turn: Turn): Record<string, unknown> {
  const { diagnosis } = turn;
  return {
    action: diagnosis.action,
    problems: Object.fromEntries(diagnosis.problems.map((p) => [p.id, Object.fromEntries(p.causes.map((c) => [c.id, c.state]))])),
    findings: diagnosis.findings.map((f) => f.key).filter((key) => !key.startsWith("reply.")).sort(),
    question: turn.ask.question?.id ?? null,
    records: diagnosis.records.map((r) => `${r.host} ${r.type} ${r.value}`),
    wait: diagnosis.wait?.until ?? null,
  };
}

for (const { file, story } of allStories()) {
  test(`${file}: ${story.story}`, async () => {
    const { turns } = await stage.play(story);
    const last = turns[turns.length - 1]!;
    const { expect } = story;
    assert.deepEqual(summary(last), {
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
