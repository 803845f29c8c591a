// The place in a record that a finding is about: before, marked, after. Long records are shortened around it.
import type { Finding } from "../../contract";

const around = 80; // characters kept on each side
const longestMark = 120;

export interface Highlight {
  before: string;
  mark: string;
  after: string;
}

/** Position and length count bytes of UTF-8, as in the core. */
export function highlightIn({ record, position, length }: Finding["args"]): Highlight | undefined {
  if (typeof record !== "string" || typeof position !== "number") return undefined;
  const bytes = new TextEncoder().encode(record);
  const end = Math.min(bytes.length, position + (typeof length === "number" ? Math.max(1, length) : 1));
  const text = (from: number, to: number): string => new TextDecoder().decode(bytes.slice(from, to));
  const [before, mark, after] = [text(0, position), text(position, end), text(end, bytes.length)];
  return {
    before: before.length > around ? `\u2026${before.slice(-around)}` : before,
    mark: mark.length > longestMark ? `${mark.slice(0, longestMark)}\u2026` : mark || "\u2423", // the place is the end of the record
    after: after.length > around ? `${after.slice(0, around)}\u2026` : after,
  };
}
