// What speaks for a cause and what against, out of the findings. Pure.
import type { Cause, Finding } from "../../contract";

/** What decided comes first; a clause that holds only in part speaks as well, and so does what is against. */
export function argumentOf(cause: Cause, findings: readonly Finding[]): { pro: Finding[]; contra: Finding[] } {
  const known = new Set(cause.because.map(({ key }) => key));
  const those = (keys: string[]): Finding[] => findings.filter(({ key }) => keys.includes(key) && !known.has(key));
  return { pro: [...cause.because, ...those(cause.supports)], contra: those(cause.opposes) };
}
