// Connects the schedule of watching with the page: timer, clock, the tab waking up, and a run for each look.
import type { Turn } from "../../contract";
import { wasHeard } from "../../run/holds";
import type { Run } from "../../run/loop";
import { createSchedule, type WatchState } from "../../run/schedule";

interface WatchingOptions {
  first: Turn;
  makeRun(ended: (turn: Turn | undefined) => void): Run;
  onTurn(turn: Turn, run: Run): void; // not called if no resolver answered
  onState(state: WatchState): void;
}

/** Returns a function that stops it. */
export function startWatching({ first, makeRun, onTurn, onState }: WatchingOptions): () => void {
  let run: Run | undefined;
  const deaf = (): void => {
    document.removeEventListener("visibilitychange", wake);
    removeEventListener("pageshow", wake);
  };
  const schedule = createSchedule({
    first,
    now: Date.now,
    later: (work, milliseconds) => {
      const timer = setTimeout(work, milliseconds);
      return () => clearTimeout(timer);
    },
    look: () => {
      const mine = makeRun((turn) => {
        const news = turn && wasHeard(turn) ? turn : undefined;
        run = undefined;
        if (news) onTurn(news, mine);
        schedule.told(news);
      });
      run = mine;
      mine.start();
    },
    onChange: (state) => {
      if (state.phase === "holds" || state.phase === "ended") deaf();
      onState(state);
    },
  });
  const wake = (): void => {
    if (document.visibilityState !== "hidden") schedule.wake();
  };
  document.addEventListener("visibilitychange", wake);
  addEventListener("pageshow", wake);
  return () => {
    schedule.stop();
    run?.cancel();
    deaf();
  };
}
