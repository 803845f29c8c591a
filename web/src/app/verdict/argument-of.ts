// The findings for and against a cause. Pure.
import type { Cause, Finding } from "../../contract";

/** The findings that decided come first. Those of a clause that matched only in part count as well, on either side. */
export function argumentOf(cause: Cause, findings: readonly Finding[]): { pro: Finding[]; contra: Finding[] } {
  const known = new Set(cause.because.map(({ key }) => key));
  const those = (keys: string[]): Finding[] => findings.filter(({ key }) => keys.includes(key) && !known.has(key));
  return { pro: [...cause.because, ...those(cause.supports)], contra: those(cause.opposes) };
}
