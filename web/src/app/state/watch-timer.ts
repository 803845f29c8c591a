// Joins the watch with the page: its timer and clock, the waking of the tab, and one run for each look.
import type { Turn } from "../../contract";
import { wasHeard } from "../../run/holds";
import type { Run } from "../../run/loop";
import { createSchedule, type WatchState } from "../../run/schedule";

interface WatchingOptions {
  first: Turn;
  makeRun(ended: (turn: Turn | undefined) => void): Run;
  onTurn(turn: Turn, run: Run): void; // what a look brought, unless nobody was heard
  onState(state: WatchState): void;
}

/** Gives how to stop it. */
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
