// The cause that the page puts first, and who the person is. Pure.
import type { Cause, Diagnosis, Finding } from "../../contract";
import { isOpen } from "../../run/holds";

/** A cause that is only possible is one of several until a reply tells more. */
export function mainCause({ action, problems }: Diagnosis): Cause | undefined {
  const best = problems[0]?.causes[0];
  if (!best || !isOpen(best.state)) return undefined;
  return best.state === "possible" && action === "need-more" ? undefined : best;
}

/** The person says that it works again. Lookups may confirm that later. */
export const isSolved = (diagnosis: Diagnosis): boolean => diagnosis.action === "nothing-wrong" && mainCause(diagnosis)?.tried === "worked";

export const isForwardable = ({ owner }: Cause): boolean => owner === "postmaster" || owner === "dns-host";

export type Role = "member" | "postmaster" | undefined;

export function roleIn(findings: readonly Finding[]): Role {
  return (["member", "postmaster"] as const).find((role) => findings.some(({ key }) => key === `reply.role-${role}`));
}
