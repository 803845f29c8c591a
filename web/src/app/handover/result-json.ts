// The result for a program: what the core found, with the ids of core/turn.schema.json, masked like the bundle. Pure.
//
// This is a report. If mail addresses are masked, that includes the records to publish; the page shows those in full.
import type { Case, Turn } from "../../contract";
import { secretMasker } from "../mask/mask";
import { addressMasker } from "../mask/mask-address";
import { printableJson } from "../../words/one-line";

export interface ResultInput {
  turn: Turn;
  one: Case;
  addresses: boolean; // whether mail addresses are wanted
  versions: { page: string; core: string };
}

// The keys below which the person's own words may occur. Everything else is ids of the core and what DNS holds.
const said = new Set(["complaint", "replies", "args", "matched"]);

export function resultJson({ turn: { subject, diagnosis }, one, addresses, versions }: ResultInput): string {
  const maskAddresses = addresses ? (text: string) => text : addressMasker();
  const maskQuotation = secretMasker(one.complaint);
  const masked = (value: unknown, isSaid: boolean): unknown => {
    if (typeof value === "string") return maskAddresses(isSaid ? maskQuotation(value) : value);
    if (Array.isArray(value)) return value.map((each) => masked(each, isSaid));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, masked(each, isSaid || said.has(key))]));
  };
  const result = { version: 1, at: one.now, ...versions, complaint: one.complaint, replies: one.replies ?? {}, subject, diagnosis };
  return `${printableJson(JSON.stringify(masked(result, false), null, 2))}\n`;
}
