// A clock that a test moves: what is due by then runs, in order.
import type { Clock } from "../../../web/src/many/pace";

export function handClock(): Clock & { pass(milliseconds: number): Promise<void> } {
  let now = 1_000_000;
  let waiting: { at: number; work: () => void }[] = [];
  const settle = (): Promise<void> => new Promise((done) => setImmediate(done));
  return {
    now: () => now,
    later: (work, milliseconds) => {
      const timer = { at: now + milliseconds, work };
      waiting.push(timer);
      return () => void (waiting = waiting.filter((one) => one !== timer));
    },
    pass: async (milliseconds) => {
      const end = now + milliseconds;
      await settle();
      for (;;) {
        const [next] = waiting.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at);
        if (!next) break;
        waiting = waiting.filter((one) => one !== next);
        now = next.at;
        next.work();
        await settle();
      }
      now = end;
    },
  };
}
