// The result for a program: what the core found, in its own ids (core/turn.schema.json), masked as the bundle is. Pure.
import type { Case, Turn } from "../contract";
import { maskSecrets } from "./mask";
import { addressMasker } from "./mask-address";

export interface ResultInput {
  turn: Turn;
  one: Case;
  addresses: boolean; // whether they are wanted
  versions: { page: string; core: string };
}

// What comes from DNS alone: a key in it is public, and looks like what is masked elsewhere.
const published = new Set(["ledger", "records", "comparisons", "policy"]);

export function resultJson({ turn: { subject, diagnosis }, one, addresses, versions }: ResultInput): string {
  const maskAddresses = addresses ? (text: string) => text : addressMasker();
  const masked = (value: unknown, secrets: boolean): unknown => {
    if (typeof value === "string") return maskAddresses(secrets ? maskSecrets(value) : value);
    if (Array.isArray(value)) return value.map((each) => masked(each, secrets));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, masked(each, secrets && !published.has(key))]));
  };
  const result = masked({ version: 1, at: one.now, ...versions, complaint: one.complaint, replies: one.replies ?? {}, subject, diagnosis }, true);
  return `${JSON.stringify(result, null, 2)}\n`;
}
