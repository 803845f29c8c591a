// Whether this browser reaches an address at all: a no-cors GET, whose response nobody can read.
//
// "reached" proves name, TCP, TLS and some HTTP response, here and now, and no more; "failed" and "timeout" alone prove
// nothing. Not an <img>: that also fails for a working server.

import type { ProbeOutcome, ProbeResult } from "../contract";
import { startDeadline, stopped } from "./deadline";

export interface ProbeOptions {
  timeoutMs: number;
  now: () => Date;
}

/** Undefined if the person canceled. Never throws. */
export async function probe(url: string, options: ProbeOptions, signal: AbortSignal): Promise<ProbeResult | undefined> {
  const deadline = startDeadline(options.timeoutMs, signal);
  let outcome: ProbeOutcome;
  try {
    const response = await deadline.race(
      fetch(url, {
        mode: "no-cors",
        cache: "no-store",
        credentials: "omit",
        referrerPolicy: "no-referrer",
        redirect: "follow",
        signal: deadline.signal,
      }),
    );
    outcome = response === stopped ? "timeout" : "reached";
  } catch {
    outcome = "failed";
  } finally {
    deadline.end(); // also stops the download of a page that nobody reads
  }
  if (deadline.state() === "cancelled") return undefined;
  return { url, outcome, at: options.now().toISOString() };
}
