// Turns for tests of watching: with the trouble, without it, and with a time to wait for.

import type { Cause, Finding, LedgerRow, Severity, Turn } from "../../../web/src/contract";
import { turn } from "./scripted";

export const finding = (key: string, severity: Severity = "error"): Finding => ({ key, severity, args: {} });
export const heard: LedgerRow = { resolver: "one", name: "abc.com", type: "A", at: "", outcome: "nodata", records: [] };

export function seen(keys: Finding[], change: Partial<Turn["diagnosis"]> = {}, because = keys): Turn {
  const cause: Cause = {
    id: "login-record-missing",
    from: "guide",
    state: "confirmed",
    owner: "dns-host",
    action: "change-record",
    because,
    supports: [],
    opposes: [],
    steps: [],
    verify: [],
  };
  const one = turn();
  const problems = [
    {
      id: "login-page-unreachable",
      from: "guide" as const,
      severity: "high" as const,
      state: "confirmed" as const,
      describedBy: [],
      causes: [cause],
    },
  ];
  return { ...one, diagnosis: { ...one.diagnosis, action: "change-record", problems, findings: keys, ledger: [heard], ...change } };
}

export const missing = seen([finding("login.missing")]);
export const mended = seen([finding("login.alibaba", "info")], { problems: [], action: "need-more" });
export const until = (at: number): Turn =>
  seen([finding("resolvers.alone", "warning")], { wait: { until: new Date(at).toISOString(), because: [], caches: [] } });
