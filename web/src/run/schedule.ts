// Looking again until it holds: when the next look is due, and when to give up. No DOM, no network; clock, timer and the
// look itself are handed in.
//
// Use:  const schedule = createSchedule({ first, now, later, look, onChange });
//       schedule.told(turn)   the look ended (undefined: it failed);     schedule.wake()   the tab may have slept;     schedule.stop()
//
// Law: never two looks at a time, never two within half a minute, and after stop() nothing any more. A timer is not
// believed: a sleeping machine stops it, so every minute the clock decides.

import type { Turn } from "../contract";
import { holds } from "./holds";

const second = 1000;
const minute = 60 * second;
export const leastGap = 30 * second;
export const firstGap = minute; // without a time to wait for; grows by half each time
export const maxGap = 5 * minute;
export const maxSpan = 24 * 60 * minute; // what the guide calls the longest propagation
export const maxLooks = 60;

export interface WatchState {
  phase: "waiting" | "looking" | "holds" | "ended"; // ended: given up, at one of the bounds
  next?: number; // when the next look is due; milliseconds, as Date.now()
  looks: number;
}

export interface ScheduleOptions {
  first: Turn; // what the person saw when they asked for it: before, in "before and now"
  now(): number;
  later(work: () => void, milliseconds: number): () => void; // gives how to forget it
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
  let left = 0; // from the last glance at the clock to `due`
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
