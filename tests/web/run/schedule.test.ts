// When "watch" looks again and when it stops, with a clock and a timer that the test moves. Nothing here sleeps.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Turn } from "../../../web/src/contract";
import { createSchedule, maxLooks, maxSpan, type Schedule, type WatchState } from "../../../web/src/run/schedule";
import { mended, missing, until } from "../support/watched";

const start = Date.parse("2026-11-23T08:00:00Z");
const second = 1000;
const minute = 60 * second;

interface Bench {
  watch: Schedule;
  states: WatchState[];
  looks: number[]; // seconds after the start
  pass(milliseconds: number, asleep?: boolean): void;
  setClock(at: number): void;
}

function bench(first: Turn): Bench {
  let clock = start;
  let timer: { work: () => void; at: number } | undefined;
  const states: WatchState[] = [];
  const looks: number[] = [];
  const watch = createSchedule({
    first,
    now: () => clock,
    later: (work, milliseconds) => {
      const mine = { work, at: clock + milliseconds };
      timer = mine;
      return () => {
        if (timer === mine) timer = undefined;
      };
    },
    look: () => looks.push((clock - start) / second),
    onChange: (state) => states.push(state),
  });
  const pass = (milliseconds: number, asleep = false): void => {
    const end = clock + milliseconds;
    while (!asleep && timer && timer.at <= end) {
      const { work, at } = timer;
      timer = undefined;
      clock = Math.max(clock, at);
      work();
    }
    clock = end;
  };
  return { watch, states, looks, pass, setClock: (at) => (clock = at) };
}

const last = (states: WatchState[]): WatchState => states[states.length - 1] as WatchState;

test("without a time to wait for it looks after a minute, then ever more seldom, at last every five", () => {
  const { watch, looks, pass } = bench(missing);
  for (let i = 0; i < 7; i++) {
    pass(5 * minute);
    watch.told(missing);
  }
  const gaps = looks.map((at, index) => at - (index === 0 ? 0 : 300 * index));
  assert.deepEqual(gaps, [60, 90, 135, 202.5, 300, 300, 300]);
});

test("with a time to wait for it looks just after it, and not before", () => {
  const { watch, states, looks, pass } = bench(until(start + 40 * minute));
  assert.equal(states[0]?.next, start + 40 * minute + second);
  pass(40 * minute);
  assert.deepEqual(looks, []);
  pass(second);
  assert.deepEqual(looks, [2401]);
  watch.told(until(start + 40 * minute + 2 * second));
  pass(29 * second);
  assert.equal(looks.length, 1);
  pass(second);
  assert.equal(looks.length, 2);
});

test("a time that is past is no reason to look at once", () => {
  const { looks, pass } = bench(until(start - minute));
  pass(59 * second);
  assert.deepEqual(looks, []);
  pass(second);
  assert.deepEqual(looks, [60]);
});

test("it stops by itself when it holds", () => {
  const { watch, states, looks, pass } = bench(missing);
  pass(minute);
  watch.told(mended);
  assert.deepEqual(last(states), { phase: "holds", looks: 1 });
  pass(maxSpan);
  assert.equal(looks.length, 1);
});

test("a look that failed is followed by another", () => {
  const { watch, looks, pass } = bench(missing);
  pass(minute);
  watch.told(undefined);
  pass(90 * second);
  assert.deepEqual(looks, [60, 150]);
});

test("there is one look at a time, and what comes late is not heard", () => {
  const { watch, states, looks, pass } = bench(missing);
  pass(30 * minute);
  watch.wake();
  assert.deepEqual(looks, [60]);
  watch.told(mended);
  watch.told(missing);
  assert.equal(last(states).phase, "holds");
});

test("after a sleep it looks at once when the tab wakes, and only once", () => {
  const { watch, looks, pass } = bench(missing);
  pass(3 * 60 * minute, true);
  watch.wake();
  watch.wake();
  pass(second);
  assert.deepEqual(looks, [3 * 60 * 60]);
});

test("waking before it is due changes nothing", () => {
  const { watch, looks, pass } = bench(missing);
  pass(30 * second);
  watch.wake();
  assert.deepEqual(looks, []);
  pass(30 * second);
  assert.deepEqual(looks, [60]);
});

test("a clock that is set back does not hold it up", () => {
  const { watch, looks, pass, setClock } = bench(missing);
  setClock(start - 24 * 60 * minute);
  watch.wake();
  pass(minute);
  assert.equal(looks.length, 1);
});

test("after stop nothing happens any more", () => {
  const { watch, states, looks, pass } = bench(missing);
  const before = states.length;
  watch.stop();
  pass(maxSpan);
  watch.wake();
  watch.told(mended);
  assert.deepEqual([looks.length, states.length], [0, before]);
});

test("it gives up after a day", () => {
  const { watch, states, looks, pass } = bench(until(start + 2 * maxSpan));
  pass(maxSpan);
  assert.deepEqual(looks, [maxSpan / second]);
  watch.told(until(start + 2 * maxSpan));
  assert.deepEqual(last(states), { phase: "ended", looks: 1 });
});

test("it gives up after its looks", () => {
  const { watch, states, looks, pass } = bench(missing);
  for (let i = 0; i < maxLooks + 5; i++) {
    pass(5 * minute);
    watch.told(missing);
  }
  assert.equal(looks.length, maxLooks);
  assert.equal(last(states).phase, "ended");
});
