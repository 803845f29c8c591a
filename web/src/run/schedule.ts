// When to look again until a repair holds, and when to give up. No DOM, no network; the clock, the timer and the look
// itself are passed in.
//
// Use:  const schedule = createSchedule({ first, now, later, look, onChange });
//       schedule.told(turn)   the look ended (undefined: it failed);     schedule.wake()   the tab may have slept;     schedule.stop()
//
// Law: one look at a time, at least half a minute apart, and nothing after stop(). Timers stop on a sleeping machine, so
// the clock is checked every minute.

import type { Turn } from "../contract";
import { holds } from "./holds";

const second = 1000;
const minute = 60 * second;
export const leastGap = 30 * second;
export const firstGap = minute; // if there is no time to wait for; grows by half each time
export const maxGap = 5 * minute;
export const maxSpan = 24 * 60 * minute; // the longest propagation time that the guide names
export const maxLooks = 60;

export interface WatchState {
  phase: "waiting" | "looking" | "holds" | "ended"; // ended: gave up at one of the limits
  next?: number; // when the next look is due; milliseconds, as Date.now()
  looks: number;
}

export interface ScheduleOptions {
  first: Turn; // the turn that the person saw when they asked to watch
  now(): number;
  later(work: () => void, milliseconds: number): () => void; // returns a function that cancels it
  look(): void;
  onChange(state: WatchState): void;
}

export interface Schedule {
  told(turn: Turn | undefined): void;
  wake(): void;
  stop(): void;
}

export function createSchedule({ first, now, later, look, onChange }: ScheduleOptions): Schedule {
  const end = now() + maxSpan;
  let state: WatchState = { phase: "waiting", looks: 0 };
  let due = 0;
  let left = 0; // from the last reading of the clock to `due`
  let forget = (): void => undefined;

  const enter = (change: WatchState): void => {
    state = change;
    onChange(state);
  };

  const plan = (turn: Turn | undefined): void => {
    const { looks } = state;
    const at = now();
    if (looks >= maxLooks || at >= end) return enter({ phase: "ended", looks });
    const until = Date.parse(turn?.diagnosis.wait?.until ?? "");
    const grown = at + Math.min(maxGap, firstGap * 1.5 ** looks);
    due = Math.min(end, until > at ? Math.max(until + second, at + leastGap) : grown);
    left = due - at;
    enter({ phase: "waiting", looks, next: due });
    glance();
  };

  const glance = (): void => {
    forget();
    if (state.phase !== "waiting") return;
    if (due - now() > left) due = now() + left; // the clock was set back
    left = due - now();
    if (left > 0) {
      forget = later(glance, Math.min(left, minute));
      return;
    }
    enter({ phase: "looking", looks: state.looks + 1 });
    look();
  };

  plan(first);
  return {
    told: (turn) => {
      if (state.phase !== "looking") return;
      if (turn && holds(first, turn)) enter({ phase: "holds", looks: state.looks });
      else plan(turn);
    },
    wake: glance,
    stop: () => {
      forget();
      state = { phase: "ended", looks: state.looks };
    },
  };
}
