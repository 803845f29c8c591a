// The cause that the page puts first, and who the person is. Pure.
import type { Action, Cause, Diagnosis, Finding, Owner, RecordToPublish } from "../../contract";
import { isOpen } from "../../run/holds";

/** A cause that is only possible is one of several until a reply tells more. */
export function mainCause({ action, problems }: Pick<Diagnosis, "action" | "problems">): Cause | undefined {
  const best = problems[0]?.causes[0];
  if (!best || !isOpen(best.state)) return undefined;
  return best.state === "possible" && action === "need-more" ? undefined : best;
}

/** The person says that it works again. Lookups may confirm that later. */
export const isSolved = (diagnosis: Diagnosis): boolean => diagnosis.action === "nothing-wrong" && mainCause(diagnosis)?.tried === "worked";

const ours: Owner[] = ["postmaster", "dns-host", "buyer", "registrant"];
const theirs: Owner[] = ["recipient", "sender"];
const nothingToDo: Action[] = ["wait", "nothing-wrong", "need-more", "not-alibaba-mail"];

/** Whether the other side of the mail has to act, and nobody of the person's own company. */
export const isTheirs = ({ owner }: Cause): boolean => theirs.includes(owner);

/** Whether somebody else has to act, to whom a message can be sent. */
export const isForwardable = ({ action }: Diagnosis, cause: Cause): boolean =>
  !nothingToDo.includes(action) && (ours.includes(cause.owner) || isTheirs(cause));

/** What is to be changed now; the others only improve something else. */
export const recordsNow = (records: readonly RecordToPublish[]): RecordToPublish[] => records.filter(({ later }) => !later);

/** They are in the fold of the DNS. */
export const recordsLater = (diagnosis: Diagnosis): RecordToPublish[] =>
  isSolved(diagnosis) ? [] : diagnosis.records.filter(({ later }) => later);

export type Role = "member" | "postmaster" | undefined;

export function roleIn(findings: readonly Finding[]): Role {
  return (["member", "postmaster"] as const).find((role) => findings.some(({ key }) => key === `reply.role-${role}`));
}

/** Whether a member reads it, and somebody else of the company has to act: then the message comes first. */
export const isForMember = (diagnosis: Diagnosis, cause: Cause): boolean =>
  roleIn(diagnosis.findings) === "member" && isForwardable(diagnosis, cause) && !isTheirs(cause);
