// What must hold in every story, whatever goes wrong: no failure of a lookup becomes an absence, and every turn is whole.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { allStories, Stage } from "./support/stage";
import type { Story } from "./support/story";

const stage = new Stage();
after(() => stage.close());

const stories = allStories();
const failures = ["timeout", "blocked", "offline", "unreadable", "servfail", "refused", "html", "garbage", "other-question", "http-429", "http-500", "http-404"];

// What only an answer may say, never its failure.
const absences = [
  "domain.nonexistent", "login.missing", "login.not-published", "login.dangling", "login.guide-target-unresolvable", "login.target-unresolvable",
  "mx.missing", "mx.null", "target.unresolvable", "target.guide-unresolvable",
];

const keysOf = (findings: { key: string }[]): string[] => findings.map((finding) => finding.key);

for (const fails of failures) {
  test(`when every resolver answers with "${fails}", nothing is called absent`, async () => {
    for (const { story } of stories) {
      const broken: Story = { ...story, resolvers: { alidns: { fails }, google: { fails } } };
      for (const turn of (await stage.play(broken)).turns) {
        const said = keysOf(turn.diagnosis.findings).filter((key) => absences.includes(key));
        assert.deepEqual(said, [], story.story);
      }
    }
  });

  test(`when one of two resolvers answers with "${fails}", the other one's word stands`, async () => {
    for (const { story } of stories.filter((entry) => entry.story.resolvers === undefined)) {
      const whole = (await stage.play(story)).turns.slice(-1)[0]!;
      const half: Story = { ...story, resolvers: { google: {}, alidns: { fails } } };
      const turn = (await stage.play(half)).turns.slice(-1)[0]!;
      const without = (keys: string[]): string[] => keys.filter((key) => !key.startsWith("resolvers.")).sort();
      assert.deepEqual(without(keysOf(turn.diagnosis.findings)), without(keysOf(whole.diagnosis.findings)), story.story);
    }
  });
}

test("every verdict but a mere possibility gives its reasons", async () => {
  for (const { story } of stories) {
    const turn = (await stage.play(story)).turns.slice(-1)[0]!;
    for (const cause of turn.diagnosis.problems.flatMap((problem) => problem.causes)) {
      if (cause.state === "possible") continue;
      assert.ok(cause.because.length > 0, `${story.story}: ${cause.id} is ${cause.state} without a reason`);
    }
  }
});

test("a reply never changes what DNS says, and every option of a question leads somewhere", async () => {
  for (const { story } of stories) {
    const { turns, current } = await stage.play(story);
    const before = turns[turns.length - 1]!;
    const { question } = before.ask;
    if (question === undefined) continue;
    const states = new Set<string>();
    for (const option of question.options) {
      const turn = await stage.advance({ ...current, replies: { ...current.replies, [question.id]: option } });
      const withoutReplies = keysOf(turn.diagnosis.findings).filter((key) => !key.startsWith("reply."));
      const earlier = keysOf(before.diagnosis.findings).filter((key) => !key.startsWith("reply."));
      assert.deepEqual(withoutReplies, earlier, story.story);
      assert.notEqual(turn.ask.question?.id, question.id, "nothing is asked twice");
      states.add(JSON.stringify(turn.diagnosis.problems[0]!.causes.map((cause) => [cause.id, cause.state])));
    }
    assert.ok(states.size > 1, `${story.story}: ${question.id} changes nothing`);
  }
});

test("the ledger names every answer of the case, with its purpose", async () => {
  for (const { story } of stories) {
    const { turns, current } = await stage.play(story);
    const { ledger } = turns[turns.length - 1]!.diagnosis;
    assert.equal(ledger.length, current.answers!.length, story.story);
    for (const row of ledger) assert.ok(row.why !== undefined, `${story.story}: ${row.name} ${row.type}`);
  }
});
