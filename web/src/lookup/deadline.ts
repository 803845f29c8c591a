// A time limit for requests that can tell whether it ran out or the person canceled.
//
// Why not AbortSignal.timeout and any: they are newer than our oldest browsers, and WebKit names a timeout AbortError, so
// the name tells nothing. The race ensures that a request that ignores its signal delays nobody.

export const stopped = Symbol("stopped");

const tolerable = 250; // milliseconds by which a timer may be late on a page that is not busy

export interface Deadline {
  signal: AbortSignal;
  state(): "open" | "expired" | "cancelled";
  /** The value, or `stopped` when the time is over or the person canceled. Other rejections pass through. */
  race<T>(work: Promise<T>): Promise<T | typeof stopped>;
  /** Always call it: releases the timer and the listener, and ends what is still open. */
  end(): void;
}

export function startDeadline(milliseconds: number, outer: AbortSignal): Deadline {
  const controller = new AbortController();
  let state: "open" | "expired" | "cancelled" = "open";
  let release: (value: typeof stopped) => void = () => undefined;
  const over = new Promise<typeof stopped>((resolve) => {
    release = resolve;
  });
  const stop = (why: "expired" | "cancelled"): void => {
    if (state !== "open") return;
    state = why;
    release(stopped);
    controller.abort();
  };
  const cancel = (): void => stop("cancelled");
  // A busy page (the core without WebAssembly on a slow phone) gets its answers and the timer at the same moment. So the
  // limit is extended once, by as long as the page was busy, and answers that came in time are still read.
  const due = Date.now() + milliseconds;
  let extended = false;
  const strike = (): void => {
    const late = Math.min(Date.now() - due, milliseconds);
    if (late < tolerable || extended) return stop("expired");
    extended = true;
    timer = setTimeout(strike, late);
  };
  let timer = setTimeout(strike, milliseconds);
  outer.addEventListener("abort", cancel);
  if (outer.aborted) cancel();
  return {
    signal: controller.signal,
    state: () => state,
    race: async (work) => {
      try {
        return await Promise.race([work, over]);
      } catch (error) {
        if (state !== "open") return stopped;
        throw error;
      }
    },
    end: () => {
      clearTimeout(timer);
      outer.removeEventListener("abort", cancel);
      controller.abort();
    },
  };
}
