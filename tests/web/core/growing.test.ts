// A case that grows gives at each step the turn that the whole case gives: for every story, one answer more at a time, in
// wasm and without it.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Answer, Case, Refusal, Turn } from "../../../web/src/contract";
import { growing } from "../../../web/src/core/growing";
import { advanceText, type CoreModule } from "../../../web/src/core/module";
import { loadCoreModule, loadFallbackModule } from "../support/core-node";
import { allStories } from "../support/stage";
import { answerTurn, maxRounds, opening, type Story } from "../support/story";

const fresh = (module: CoreModule, input: Case): string => JSON.stringify(JSON.parse(advanceText(module, JSON.stringify(input))));
type Advance = (input: Case) => Turn | Refusal;

// The case at the end of a story.
function played(module: CoreModule, story: Story): Case {
  const current = opening(story);
  for (let round = 0; round < maxRounds; ++round) {
    const turn = JSON.parse(advanceText(module, JSON.stringify(current))) as Turn | Refusal;
    if ("error" in turn || !answerTurn(story, current, turn)) break;
  }
  return current;
}

function same(advance: Advance, module: CoreModule, input: Case, what: string): void {
  assert.equal(JSON.stringify(advance(input)), fresh(module, input), what);
}

async function tell(makeOwn: () => Promise<CoreModule>, every: number): Promise<void> {
  const [grown, whole] = [await makeOwn(), await makeOwn()];
  const advance = growing(grown);
  for (const [index, { story }] of allStories().entries()) {
    if (index % every !== 0) continue;
    const end = played(whole, story);
    const answers = end.answers!;
    for (let count = 0; count <= answers.length; ++count) {
      same(advance, whole, { ...end, probes: [], answers: answers.slice(0, count) }, `${story.story}, ${count} answers`);
    }
    same(advance, whole, end, `${story.story}, probes`);
    const later = { ...end, now: "2026-11-24T08:00:00Z", replies: { role: "postmaster" } };
    same(advance, whole, later, `${story.story}, a reply, a day later`);
    same(advance, whole, { ...later, complaint: "550 5.1.1 User unknown" }, `${story.story}, other words`);
    same(advance, whole, { ...end, subject: "other.example" }, `${story.story}, of another subject`);
  }
}

test("each answer that comes gives the turn of the whole case, in wasm", () => tell(loadCoreModule, 3));
test("and without WebAssembly", () => tell(loadFallbackModule, 40));

test("an answer that is replaced, left out or refused does not stay", async () => {
  const [grown, whole] = [await loadCoreModule(), await loadCoreModule()];
  const advance = growing(grown);
  const end = played(whole, allStories().find(({ story }) => story.expect.action === "nothing-wrong")!.story);
  const answers = end.answers!;
  const timeout = (answer: Answer): Answer => {
    const { body: _body, status: _status, contentType: _type, ...rest } = answer;
    return { ...rest, failure: "timeout" };
  };
  const late = answers.map((answer, index) => (index === 2 ? timeout(answer) : answer));
  for (const list of [late, answers, answers.slice(0, 3), late, [...late].reverse(), [], answers]) {
    same(advance, whole, { ...end, answers: list }, `${list.length} answers`);
  }
  const refused = { ...end, version: 2 } as unknown as Case;
  assert.ok("error" in advance(refused));
  same(advance, whole, end, "after a refusal");
});

test("bodies beyond the limit of all are unreadable, whenever they come", async () => {
  const [grown, whole] = [await loadCoreModule(), await loadCoreModule()];
  const advance = growing(grown);
  const story = allStories()[0]!.story;
  const large = (index: number): Answer => ({
    resolver: `r${index}`,
    name: "abc.example",
    type: "TXT",
    at: "2026-11-23T08:00:00Z",
    status: 200,
    contentType: "application/dns-json",
    body: `{"Status":0,"Answer":[]}${" ".repeat(index % 3 === 0 ? 90_000 : 10)}`,
  });
  const answers = Array.from({ length: 9 }, (_, index) => large(index));
  for (let count = 0; count <= answers.length; ++count) {
    same(advance, whole, { ...opening(story), answers: answers.slice(0, count) }, `${count} answers`);
  }
});

test("more answers than a case may have are left out, whenever they come", async () => {
  const [grown, whole] = [await loadCoreModule(), await loadCoreModule()];
  const advance = growing(grown);
  const answers = Array.from({ length: 1030 }, (_, index): Answer => {
    return { resolver: `r${index}`, name: "abc.example", type: "TXT", at: "2026-11-23T08:00:00Z", failure: "timeout" };
  });
  for (const count of [1020, 1026, 1030, 3]) {
    same(advance, whole, { ...opening(allStories()[0]!.story), answers: answers.slice(0, count) }, `${count} answers`);
  }
});
