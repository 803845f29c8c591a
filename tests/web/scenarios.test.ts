// Every story of tests/scenarios, told to the native core and to the wasm: same turns, and exactly what the story expects.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import Ajv from "ajv";
import type { Case, Turn } from "../../web/src/contract";
import { loadCoreText } from "./support/core-node";
import { NativeCore } from "./support/native-core";
import { root } from "./support/root";
import { answerTurn, maxRounds, opening, type Story } from "./support/story";

const folder = join(root, "tests/scenarios");
const native = new NativeCore(process.env["ALIMAIL_NATIVE_CORE"] ?? join(root, "build/native/tests/alimail_advance"));
let wasm: (caseText: string) => string;

const ajv = new Ajv({ allErrors: true });
const schema = (name: string): object => JSON.parse(readFileSync(join(root, "core", name), "utf8")) as object;
const isCase = ajv.compile(schema("case.schema.json"));
const isTurn = ajv.compile(schema("turn.schema.json"));

before(async () => {
  wasm = await loadCoreText();
});

after(async () => {
  assert.equal(await native.close(), 0, "the native core ended well, sanitizers included");
});

async function advanceBoth(current: Case): Promise<Turn> {
  assert.ok(isCase(current), JSON.stringify(isCase.errors));
  const text = JSON.stringify(current);
  const turnText = await native.advance(text);
  assert.equal(wasm(text), turnText, "native and wasm say the same");
  const turn = JSON.parse(turnText) as Turn;
  assert.ok(isTurn(turn), JSON.stringify(isTurn.errors?.slice(0, 3)));
  return turn;
}

async function play(story: Story): Promise<{ turn: Turn; rounds: number }> {
  const current = opening(story);
  let turn = await advanceBoth(current);
  let rounds = 0;
  while (answerTurn(story, current, turn)) {
    assert.ok(++rounds <= maxRounds, "the questions come to an end");
    turn = await advanceBoth(current);
  }
  return { turn, rounds };
}

function summary(turn: Turn): object {
  const { diagnosis } = turn;
  return {
    action: diagnosis.action,
    problems: Object.fromEntries(
      diagnosis.problems.map((p) => [p.id, Object.fromEntries(p.causes.map((c) => [c.id, c.state]))]),
    ),
    findings: diagnosis.findings.map((f) => f.key).filter((key) => !key.startsWith("reply.")).sort(),
    question: turn.ask.question?.id ?? null,
    records: diagnosis.records.map((r) => `${r.host} ${r.type} ${r.value}`),
    ...(diagnosis.wait === undefined ? {} : { wait: diagnosis.wait.until }),
  };
}

for (const file of readdirSync(folder).filter((name) => name.endsWith(".json")).sort()) {
  const stories = JSON.parse(readFileSync(join(folder, file), "utf8")) as Story[];
  for (const story of stories) {
    test(`${file.replace(".json", "")}: ${story.story}`, async () => {
      const { turn, rounds } = await play(story);
      const { expect } = story;
      assert.deepEqual(summary(turn), {
        action: expect.action,
        problems: expect.problems,
        findings: [...expect.findings].sort(),
        question: expect.question ?? null,
        records: expect.records ?? [],
        ...(expect.wait === undefined ? {} : { wait: expect.wait }),
      });
      assert.deepEqual(Object.keys((summary(turn) as { problems: object }).problems), Object.keys(expect.problems));
      if (expect.subject !== undefined) assert.equal(turn.subject.kind, expect.subject);
      assert.ok(rounds <= (expect.rounds ?? 3), `${rounds} rounds`);
    });
  }
}
