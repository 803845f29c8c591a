// How fast one resolver is asked.

import assert from "node:assert/strict";
import { test } from "node:test";
import { createPace } from "../../../web/src/many/pace";
import { handClock } from "./hand-clock";

function stage(limits = { inFlight: 2, perSecond: 10 }) {
  const clock = handClock();
  const pace = createPace(limits, clock);
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const run = (): void =>
    void pace.run(() => {
      begun.push(clock.now() - 1_000_000);
      return new Promise<void>((end) => ends.push(end));
    });
  const quick = (): void => void pace.run(() => (begun.push(clock.now() - 1_000_000), Promise.resolve()));
  return { clock, pace, begun, ends, run, quick };
}

test("no more are on their way than the limit, and each that ends lets the next one begin", async () => {
  const { clock, begun, ends, run } = stage();
  for (let index = 0; index < 5; index += 1) run();
  await clock.pass(5000);
  assert.equal(begun.length, 2);
  ends[0]?.();
  await clock.pass(0);
  assert.equal(begun.length, 3);
});

test("no more begin in a second than the limit, however quickly they end", async () => {
  const { clock, begun, quick } = stage({ inFlight: 4, perSecond: 10 });
  for (let index = 0; index < 30; index += 1) quick();
  await clock.pass(10_000);
  for (let index = 0; index < 15; index += 1) quick(); // after a while without any
  await clock.pass(10_000);
  assert.equal(begun.length, 45);
  for (const at of begun) assert.ok(begun.filter((one) => one >= at && one < at + 1000).length <= 11, `from ${at}`);
  assert.ok((begun[29] ?? 0) <= 3100, `as many as may: ${begun[29]} ms`);
});

test("in a rest nothing begins, and after it all that waited", async () => {
  const { clock, pace, begun, quick } = stage();
  pace.rest(3000);
  assert.equal(pace.resting(), true);
  for (let index = 0; index < 3; index += 1) quick();
  await clock.pass(2999);
  assert.deepEqual(begun, []);
  await clock.pass(2000);
  assert.equal(begun.length, 3);
  assert.equal(pace.resting(), false);
});

test("slower means half as many, and never none", async () => {
  const { clock, pace, begun, quick } = stage({ inFlight: 4, perSecond: 4 });
  for (let index = 0; index < 10; index += 1) pace.slow();
  for (let index = 0; index < 5; index += 1) quick();
  await clock.pass(10_000);
  assert.equal(begun.length, 5);
  assert.ok((begun[4] ?? 0) >= 4000);
});

test("a pause keeps what waits, and what is on its way ends", async () => {
  const { clock, pace, begun, ends, run } = stage();
  run();
  await clock.pass(0);
  pace.pause(true);
  run();
  ends[0]?.();
  await clock.pass(60_000);
  assert.equal(begun.length, 1);
  pace.pause(false);
  await clock.pass(0);
  assert.equal(begun.length, 2);
});

test("a clock that was set back, and a timer that is an hour late, change nothing but the time", async () => {
  let now = 10_000_000;
  const timers: (() => void)[] = [];
  const pace = createPace({ inFlight: 2, perSecond: 10 }, { now: () => now, later: (work) => (timers.push(work), () => undefined) });
  let begun = 0;
  for (let index = 0; index < 4; index += 1) void pace.run(() => (++begun, Promise.resolve()));
  const settle = (): Promise<void> => new Promise((done) => setImmediate(done));
  await settle();
  assert.equal(begun, 1);
  now -= 5_000_000;
  timers.splice(0).forEach((work) => work());
  await settle();
  assert.equal(begun, 1);
  for (const most of [2, 3, 4]) {
    now += 3_600_000;
    timers.splice(0).forEach((work) => work());
    await settle();
    assert.equal(begun, most);
  }
});
