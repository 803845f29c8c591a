// A time limit on requests that knows by itself whether it ran out or the person cancelled.
//
// Why not AbortSignal.timeout and any: younger than the browsers that we serve, and WebKit calls a timeout AbortError, so
// the error's name tells nothing. The race makes sure that a request which ignores its signal cannot hold anybody.

export const stopped = Symbol("stopped");

const tolerable = 250; // milliseconds by which a timer may be late on a page that is not busy

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
  // A page that was busy (the core without WebAssembly on a slow phone) hears of its answers and of the time at once: what
  // came meanwhile is heard first, within as much time as the page was not listening, once.
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
