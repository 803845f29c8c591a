// How long a lookup may take: until the time is over or the person cancels. A page that was busy gets as much time again,
// once, as answers that came meanwhile are not late.
import assert from "node:assert/strict";
import { test } from "node:test";
import { startDeadline, stopped } from "../../../web/src/lookup/deadline";
import { clock } from "../support/clock";

const second = 1000;
const never = new AbortController().signal;
const endless = new Promise<string>(() => undefined);

test("a request that does not end is stopped when its time is over", async (t) => {
  const { pass } = clock(t);
  const deadline = startDeadline(4 * second, never);
  const work = deadline.race(endless);
  pass(4 * second - 1);
  assert.equal(deadline.state(), "open");
  pass(1);
  assert.equal(await work, stopped);
  assert.equal(deadline.state(), "expired");
  assert.ok(deadline.signal.aborted);
});

test("one that ends in time gives its value, and nothing strikes later", async (t) => {
  const { pass } = clock(t);
  const deadline = startDeadline(4 * second, never);
  assert.equal(await deadline.race(Promise.resolve("here")), "here");
  deadline.end();
  pass(10 * second);
  assert.equal(deadline.state(), "open");
});

test("a page that was busy for three seconds hears what came meanwhile, and then waits for three seconds and no longer", async (t) => {
  const { pass, sleep } = clock(t);
  const deadline = startDeadline(4 * second, never);
  const late = deadline.race(endless);
  sleep(3 * second);
  pass(4 * second); // the timer runs three seconds late
  assert.equal(deadline.state(), "open");
  assert.equal(await deadline.race(Promise.resolve("came while nobody listened")), "came while nobody listened");
  pass(3 * second - 1);
  assert.equal(deadline.state(), "open");
  pass(1);
  assert.equal(await late, stopped);
});

test("that is granted once, and not for longer than the limit itself", async (t) => {
  const { pass, sleep } = clock(t);
  const deadline = startDeadline(4 * second, never);
  sleep(60 * second);
  pass(4 * second);
  assert.equal(deadline.state(), "open");
  sleep(60 * second);
  pass(4 * second);
  assert.equal(deadline.state(), "expired");
});

test("a timer that is a little late, as timers are, extends nothing", (t) => {
  const { pass, sleep } = clock(t);
  const deadline = startDeadline(4 * second, never);
  sleep(200);
  pass(4 * second);
  assert.equal(deadline.state(), "expired");
});

test("who cancels is told so at once, before and after the start", async (t) => {
  clock(t);
  const person = new AbortController();
  const deadline = startDeadline(4 * second, person.signal);
  const work = deadline.race(endless);
  person.abort();
  assert.equal(await work, stopped);
  assert.equal(deadline.state(), "cancelled");
  assert.equal(startDeadline(4 * second, person.signal).state(), "cancelled");
});

test("what fails by itself fails, and what fails because it was stopped is stopped", async (t) => {
  const { pass } = clock(t);
  const deadline = startDeadline(4 * second, never);
  await assert.rejects(deadline.race(Promise.reject(new Error("reset"))), /reset/);
  pass(4 * second);
  assert.equal(await deadline.race(Promise.reject(new Error("AbortError"))), stopped);
});
