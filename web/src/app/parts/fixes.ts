// Replies to "did it help?": fix.<problem>.<cause>. Pure.

export interface TriedFix {
  id: string; // of the reply
  key: string; // <problem>.<cause>
  value: string;
}

export const fixId = (problem: string, cause: string): string => `fix.${problem}.${cause}`;

/** What was tried, in the order of trying. */
export function triedIn(replies: Record<string, string>): TriedFix[] {
  return Object.entries(replies).flatMap(([id, value]) => (id.startsWith("fix.") ? [{ id, key: id.slice(4), value }] : []));
}
