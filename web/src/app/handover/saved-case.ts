// A case as a file. A support colleague opens it and sees the same result without asking anybody. Pure.
//
// Law: it is masked before it is written, never after it was read, so reading and writing gives the same bytes again, and
// the core gives the same turn.
import type { Case } from "../../contract";
import { maskSecrets } from "../mask/mask";
import { addressMasker } from "../mask/mask-address";
import { printableJson } from "../../words/one-line";

export const longestFile = 8 * 1024 * 1024; // bytes; the core's own limit

/** Masks the mailbox, unless `addresses`, and always masks passwords. */
export function maskedCase(one: Case, addresses: boolean): Case {
  const maskAddresses = addresses ? (text: string) => text : addressMasker();
  const subject = maskAddresses(maskSecrets(one.subject));
  return inOrder({ ...one, subject, complaint: maskAddresses(maskSecrets(one.complaint)) });
}

export const caseText = (one: Case): string => `${printableJson(JSON.stringify(inOrder(one)))}\n`;

export function fileName({ now }: Case, domain: string): string {
  return `alimail-case-${domain.replace(/[^\w.-]/g, "") || "unnamed"}-${now.slice(0, 10)}.json`;
}

export type CaseFault = "too-large" | "not-json" | "not-a-case" | "newer";

export function readCase(text: string): { one: Case } | { fault: CaseFault } {
  if (text.length > longestFile) return { fault: "too-large" };
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return { fault: "not-json" };
  }
  if (!isObject(value)) return { fault: "not-a-case" };
  const { version, now, subject, complaint, start, nonce, replies, answers, probes } = value;
  if (typeof version === "number" && version > 1) return { fault: "newer" };
  const texts = [now, subject, complaint, start ?? "", nonce ?? "", ...Object.values(isObject(replies) ? replies : {})];
  const lists = [answers ?? [], probes ?? []];
  const isCase =
    version === 1 &&
    texts.every((one) => typeof one === "string") &&
    (replies === undefined || isObject(replies)) &&
    lists.every((list) => Array.isArray(list) && list.every(isObject)) &&
    !Number.isNaN(Date.parse(String(now)));
  return isCase ? { one: inOrder(value as unknown as Case) } : { fault: "not-a-case" };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

// Only what belongs to a case, always in the same order.
function inOrder({ version, now, subject, complaint, start, nonce, replies, answers, probes }: Case): Case {
  return {
    version,
    now,
    subject,
    complaint,
    ...(start ? { start } : {}),
    ...(nonce ? { nonce } : {}),
    replies: replies ?? {},
    answers: answers ?? [],
    probes: probes ?? [],
  };
}
