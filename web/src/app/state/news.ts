// What of a change is worth announcing to who waits and cannot see the page. Pure.
import type { Shown } from "./model";

export function newsOf(before: Shown, shown: Shown): "result" | "phase" | "progress" | undefined {
  const { phase, turn, watch } = shown;
  const goesOn = watch !== undefined || Boolean(before.waiting?.length);
  const isSame = goesOn && turn?.diagnosis.action === before.turn?.diagnosis.action;
  if (phase === "done" && turn) return phase !== before.phase || (turn !== before.turn && !isSame) ? "result" : undefined;
  if (phase !== before.phase) return "phase";
  return phase === "running" && turn ? "progress" : undefined;
}
