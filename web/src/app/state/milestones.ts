// What a page around the element may want to hear of a run, besides the turns themselves: that it began, how far it is, and that it
// failed. Plain values, as they would be posted to another window.
import type { Shown } from "./model";

export interface Milestone {
  name: "alimail-start" | "alimail-progress" | "alimail-error";
  detail: { example?: string } | { done: number; total: number } | { code: string };
}

/** `start` says only whose example it is, if one: what was typed stays with the person until there is a turn. */
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

// Every resolver that was asked, by the policy of the page.
const isRefused = ({ refusedByCsp, turn, phase }: Shown): boolean =>
  phase === "done" &&
  refusedByCsp.length > 0 &&
  new Set(turn?.diagnosis.ledger.map(({ resolver }) => resolver)).size === refusedByCsp.length;
