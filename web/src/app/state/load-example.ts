// A saved case with the answers of resolvers, to show the checker at work without a network.
import { examples as files } from "asset-names";
import type { Case } from "../../contract";
import { fetchInTime } from "../../load/in-time";

export const examples = ["login-record-missing", "account-frozen", "history-503", "mail-not-arriving"] as const;

export async function loadExample(id: string, base: string = import.meta.url, now = new Date()): Promise<Case> {
  const one = await fetchInTime(new URL(files[id] ?? "", base).href, (response) => response.json() as Promise<Case>);
  return moved(one, now);
}

/** The same case as if it happened now; otherwise its waits and TTLs would be over. */
export function moved(saved: Case, now: Date): Case {
  const by = now.getTime() - Date.parse(saved.now);
  const later = <T extends { at: string }>(item: T): T => ({
    ...item,
    at: new Date(Date.parse(item.at) + by).toISOString(),
  });
  return {
    ...saved,
    now: now.toISOString(),
    answers: saved.answers?.map(later) ?? [],
    probes: saved.probes?.map(later) ?? [],
  };
}
