// A clock for what waits with setTimeout and Date.now.
import type { TestContext } from "node:test";

/** A clock that the test moves: in `pass` the page runs, in `sleep` it is busy. */
export function clock(t: TestContext) {
  let now = 0;
  let heard = 0;
  let waiting: { at: number; work: () => void }[] = [];
  t.mock.method(Date, "now", () => now);
  t.mock.method(globalThis, "setTimeout", (work: () => void, after: number) => {
    const timer = { at: heard + after, work };
    waiting.push(timer);
    return timer;
  });
  t.mock.method(globalThis, "clearTimeout", (timer: object) => {
    waiting = waiting.filter((one) => one !== timer);
  });
  return {
    pass: (milliseconds: number) => {
      now += milliseconds;
      heard += milliseconds;
      const due = waiting.filter(({ at }) => at <= heard);
      waiting = waiting.filter(({ at }) => at > heard);
      for (const { work } of due) work();
    },
    sleep: (milliseconds: number) => void (now += milliseconds),
  };
}
