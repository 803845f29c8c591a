// One domain of the list: what is known about it, and what a row, a file and a filter say of that. Pure.
import type { Action, Finding, RecordToPublish, Turn } from "../contract";
import { mainCause } from "../app/state/main-cause";

export type RowState = "queued" | "running" | "done" | "failed";

export interface Row {
  domain: string;
  subject: string; // what is checked: the domain, or the login host that was typed
  typed?: string; // the domain in its own letters, where these are not ASCII
  state: RowState;
  found?: Found; // kept while the domain is checked again
  failure?: string; // state "failed": core.<code>
}

export interface Found {
  at: string;
  action: Action;
  problem?: string;
  cause?: string;
  asks?: true; // a person has to answer a question first
  records: RecordToPublish[];
  because: Finding[]; // what decided the cause
  unknown: Finding[]; // what could not be looked up, and why
  site?: string; // a family
  until?: string; // old answers may be kept until then
}

/** What a row is filed under. "open": nothing is known yet. */
export type Kind = "fix" | "unclear" | "healthy" | "other" | "open";
export const kinds: readonly Kind[] = ["fix", "unclear", "healthy", "other", "open"];

export function foundIn(turn: Turn, at: string): Found {
  const { diagnosis, ask } = turn;
  const { action, problems, findings, records, wait } = diagnosis;
  const cause = mainCause(diagnosis) ?? (ask.question ? problems[0]?.causes[0] : undefined);
  const site = ["edition.one", "mx.alibaba"].map((key) => findings.find((one) => one.key === key)?.args["family"]).find(Boolean);
  return {
    at,
    action,
    ...(cause && problems[0] ? { problem: problems[0].id, cause: cause.id } : {}),
    ...(ask.question ? { asks: true } : {}),
    records,
    because: cause?.because ?? [],
    unknown: findings.filter(({ severity }) => severity === "unknown"),
    ...(typeof site === "string" ? { site } : {}),
    ...(wait ? { until: wait.until } : {}),
  };
}

export function kindOf({ state, found }: Row): Kind {
  if (state === "failed") return "unclear";
  if (!found) return "open";
  if (found.action === "nothing-wrong") return "healthy";
  if (found.action === "not-alibaba-mail") return "other";
  return found.action === "need-more" && !(found.asks && found.cause) ? "unclear" : "fix";
}

/** The records that solve the problem; improvements are not for a list. */
export const recordsOf = ({ found }: Row): RecordToPublish[] => found?.records.filter(({ later }) => !later) ?? [];

/** Looking again helps with what was broken or could not be told. */
export const isWorthAnotherLook = (row: Row): boolean => ["fix", "unclear"].includes(kindOf(row));

export type Column = "domain" | "verdict" | "site" | "wait";

const rank: Record<Kind, number> = { fix: 0, unclear: 1, other: 2, healthy: 3, open: 4 };

/** The order of a column; rows that are equal in it stay in the order of the list. */
export function compare(column: Column, one: Row, other: Row): number {
  const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  const last = "\uffff"; // what is not there comes after all that is
  if (column === "verdict") {
    return rank[kindOf(one)] - rank[kindOf(other)] || text(one.found?.cause ?? last, other.found?.cause ?? last);
  }
  if (column === "site") return text(one.found?.site ?? last, other.found?.site ?? last);
  if (column === "wait") return text(one.found?.until ?? last, other.found?.until ?? last);
  return text(one.domain, other.domain);
}
