// A time limit on requests that knows by itself whether it ran out or the person cancelled.
//
// Why not AbortSignal.timeout and any: younger than the browsers that we serve, and WebKit calls a timeout AbortError, so
// the error's name tells nothing. The race makes sure that a request which ignores its signal cannot hold anybody.

export const stopped = Symbol("stopped");

export interface Deadline {
  signal: AbortSignal;
  state(): "open" | "expired" | "cancelled";
  /** The value, or `stopped` once the time is over or the person cancelled. Other rejections pass. */
  race<T>(work: Promise<T>): Promise<T | typeof stopped>;
  /** Always call it: lets go of the timer and the listener, and ends what is still open. */
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
  const timer = setTimeout(() => stop("expired"), milliseconds);
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
