// What ends a run early: a refusal, a core that stops, and the limits on what a core may ask.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Refusal } from "../../../web/src/contract";
import { maxProbes, maxQueries, maxRounds } from "../../../web/src/run/loop";
import { maxBodies } from "../../../web/src/run/bodies";
import { answered, bench } from "../support/run-bench";
import { turn } from "../support/scripted";

test("a refusal fails the run, keeps the last turn, and says why", async () => {
  const refusal: Refusal = { error: { code: "too-large", detail: "answers" } };
  const { run, lookup, settle } = bench((input) => (answered(input, "a.com") ? refusal : turn(["a.com"])));
  run.start();
  const { turn: last } = run.state();
  lookup.answer("a.com");
  await settle();
  assert.deepEqual(run.state().error, refusal.error);
  assert.deepEqual([run.state().phase, run.state().turn, run.case().answers?.length], ["failed", last, 1]);
});

test("a core that stops fails the run by a name and throws nothing", () => {
  const { run } = bench(() => {
    throw new Error("unreachable executed");
  });
  run.start();
  assert.deepEqual(run.state().error, { code: "core-stopped", detail: "unreachable executed" });
});

test("after a failure verify now begins anew and the error is gone", () => {
  let broken = true;
  const { run } = bench(() => (broken ? { error: { code: "not-a-case", detail: "" } } : turn()));
  run.start();
  broken = false;
  run.recheck();
  assert.deepEqual([run.state().phase, "error" in run.state()], ["done", false]);
});

test("a core that asks for ever is stopped after its rounds", async () => {
  let count = 0;
  const { run, lookup, settle } = bench(() => turn([`n${count++}.com`]));
  run.start();
  for (let i = 0; i < maxRounds + 5; i++) {
    for (const name of lookup.asked) lookup.answer(name);
    for (const name of lookup.asked) lookup.finish(name);
    await settle();
  }
  assert.equal(lookup.asked.length, maxRounds);
  assert.deepEqual([run.state().phase, run.state().limited], ["done", true]);
});

test("answers beyond what a case may hold come without their body, and small ones still fit", async () => {
  const { run, lookup, settle } = bench(() => turn(["a.com", "b.com"]));
  run.start();
  const body = "x".repeat(64_000);
  for (let i = 0; i < 40; i++) lookup.answer("a.com", { resolver: `r${i}`, body });
  lookup.answer("b.com", { body: "small" });
  await settle();
  const answers = run.case().answers ?? [];
  const whole = Math.floor(maxBodies / body.length);
  assert.equal(answers.filter((answer) => answer.body === body).length, whole);
  assert.equal(answers.filter((answer) => answer.failure === "unreadable" && answer.body === undefined).length, 40 - whole);
  assert.equal(answers[answers.length - 1]?.body, "small");
  assert.equal(run.state().limited, true);
});

test("a core that asks for too much at once gets the first queries and probes", () => {
  const many = (count: number): string[] => Array.from({ length: count }, (_, index) => `https://n${index}.com/`);
  const names = many(100).map((url) => `q${url}`);
  const { run, lookup } = bench(() => turn(names, many(100)));
  run.start();
  assert.equal(lookup.asked.length, maxQueries + maxProbes);
  assert.equal(run.state().limited, true);
});
