// Whether a repair holds: compares what caused the trouble in an earlier turn with what a later turn sees. No DOM.
//
// Law: missing answers prove no repair. If the same matter is unknown now, or wrong in another way, the repair does not
// hold.
import type { Cause, Diagnosis, Finding, Severity, State, Turn } from "../contract";
import { isAnswer } from "./answered";
import { isPasted } from "./pasted";

export const isOpen = (state: State): boolean => state !== "ruled-out" && state !== "cannot-tell";

/** The best cause that is still open. */
export const topCause = ({ problems }: Diagnosis): Cause | undefined => problems[0]?.causes.find(({ state }) => isOpen(state));

const said = new Set(["words", "reply", "elsewhere", "local"]); // what a person said or pasted does not change by looking again
const trouble = new Set<Severity>(["error", "warning", "notice"]);
const unsettled = new Set<Severity>(["error", "warning", "unknown"]);
const familyOf = (key: string): string => key.split(".")[0] ?? key;

// The seen findings, not the said ones, that decided the cause or the wait.
function troubles({ diagnosis }: Turn): string[] {
  const because: Finding[] = [...(topCause(diagnosis)?.because ?? []), ...(diagnosis.wait?.because ?? [])];
  return because.filter(({ key, severity }) => trouble.has(severity) && !said.has(familyOf(key))).map(({ key }) => key);
}

/** Looking again helps only with what lookups can see; they cannot see the state of an account. */
export const canWatch = (turn: Turn): boolean => turn.diagnosis.wait !== undefined || troubles(turn).length > 0;

/** Whether some resolver answered, even that there is nothing. */
export const wasHeard = ({ diagnosis }: Turn): boolean =>
  diagnosis.ledger.some(({ resolver, outcome }) => !isPasted(resolver) && isAnswer(outcome));

export function holds(before: Turn, now: Turn): boolean {
  const { action, wait, findings } = now.diagnosis;
  if (wait || !wasHeard(now)) return false;
  if (action === "nothing-wrong") return true;
  const still = (key: string): boolean =>
    findings.some((one) => one.key === key || (unsettled.has(one.severity) && familyOf(one.key) === familyOf(key)));
  return canWatch(before) && !troubles(before).some(still);
}
