// The events of a run, besides the turns, for the page around the element: it started, it progressed, it failed. Plain
// values, as they may be posted to another window.
import type { Shown } from "./model";

export interface Milestone {
  name: "alimail-start" | "alimail-progress" | "alimail-error";
  detail: { example?: string } | { done: number; total: number } | { code: string };
}

/** `start` names the example, if it is one. What was typed is not told before there is a turn. */
export function milestones(before: Shown, shown: Shown): Milestone[] {
  const found: Milestone[] = [];
  const { phase, turn, failure, example } = shown;
  if (phase === "starting" && before.phase !== "starting") found.push({ name: "alimail-start", detail: example ? { example } : {} });
  if (turn && turn !== before.turn) {
    const { done, total } = turn.progress;
    const last = before.turn?.progress;
    if (done !== last?.done || total !== last.total) found.push({ name: "alimail-progress", detail: { done, total } });
  }
  const code = failure ?? shown.fieldError?.code;
  if (code && code !== (before.failure ?? before.fieldError?.code)) found.push({ name: "alimail-error", detail: { code } });
  if (isRefused(shown) && !isRefused(before)) found.push({ name: "alimail-error", detail: { code: "resolvers-refused" } });
  return found;
}

// Whether the page's policy refused every resolver that was asked.
const isRefused = ({ refusedByCsp, turn, phase }: Shown): boolean =>
  phase === "done" &&
  refusedByCsp.length > 0 &&
  new Set(turn?.diagnosis.ledger.map(({ resolver }) => resolver)).size === refusedByCsp.length;
