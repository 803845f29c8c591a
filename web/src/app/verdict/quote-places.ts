// Which parts of what the person wrote were understood, and as what: the lines that have them, shortened where they are
// long. Pure.
import type { Finding } from "../../contract";

export interface Part {
  text: string;
  keys?: string[]; // of the findings that matched this part
}

export interface Line {
  parts: Part[];
  gap: boolean; // whether something was left out before it
}

interface Place {
  start: number;
  end: number;
  keys: string[];
}

const families = /^(words|reads|code|elsewhere|bounce|local)\./;
const mostLines = 10;
const around = 60; // characters kept on each side, where a line is long
const longestLine = 240;

/** The matched slices of the text, as the core reports them. */
export const matchedOf = ({ key, args }: Finding): string[] => {
  const { matched } = args;
  return families.test(key) && Array.isArray(matched)
    ? matched.filter((slice): slice is string => typeof slice === "string" && slice.trim() !== "")
    : [];
};

export function quotePlaces(text: string, findings: readonly Finding[]): { lines: Line[]; gap: boolean } {
  const places = joined(findings.flatMap((finding) => placesOf(text, finding)));
  const lines: Line[] = [];
  let end = 0; // of what is shown so far
  let at = 0;
  while (at < places.length && lines.length < mostLines) {
    const from = lineStart(text, (places[at] as Place).start);
    let to = from;
    const here: Place[] = [];
    for (let next = places[at]; next && (next.start < to || here.length === 0); next = places[(at += 1)]) {
      here.push(next);
      to = lineEnd(text, next.end);
    }
    lines.push({ parts: partsOf(text, from, to, here), gap: text.slice(end, from).trim() !== "" });
    end = to;
  }
  return { lines, gap: text.slice(end).trim() !== "" };
}

function placesOf(text: string, finding: Finding): Place[] {
  let cursor = 0;
  return matchedOf(finding).flatMap((slice) => {
    const next = text.indexOf(slice, cursor);
    const start = next >= 0 ? next : text.indexOf(slice);
    if (start < 0) return [];
    cursor = start + slice.length;
    return [{ start, end: cursor, keys: [finding.key] }];
  });
}

// Sorted by place; overlapping places become one with several meanings.
function joined(places: Place[]): Place[] {
  const sorted = [...places].sort((a, b) => a.start - b.start || b.end - a.end);
  const result: Place[] = [];
  for (const place of sorted) {
    const last = result[result.length - 1];
    if (!last || place.start >= last.end) result.push({ ...place });
    else {
      last.end = Math.max(last.end, place.end);
      last.keys = [...new Set([...last.keys, ...place.keys])];
    }
  }
  return result;
}

function partsOf(text: string, from: number, to: number, places: readonly Place[]): Part[] {
  const isLong = to - from > longestLine;
  const parts: Part[] = [];
  let at = from;
  places.forEach(({ start, end, keys }, index) => {
    parts.push({ text: between(text.slice(at, start), isLong, index > 0, true) });
    parts.push({ text: text.slice(start, end), keys });
    at = end;
  });
  parts.push({ text: between(text.slice(at, to), isLong, true, false) });
  return parts.filter((part) => part.text !== "");
}

function between(text: string, isLong: boolean, keepHead: boolean, keepTail: boolean): string {
  const kept = around * (Number(keepHead) + Number(keepTail));
  if (!isLong || text.length <= kept) return text;
  return `${keepHead ? text.slice(0, around) : ""}\u2026${keepTail ? text.slice(-around) : ""}`;
}

const lineStart = (text: string, at: number): number => (at > 0 ? text.lastIndexOf("\n", at - 1) + 1 : 0);

function lineEnd(text: string, at: number): number {
  const found = text.indexOf("\n", at);
  return found < 0 ? text.length : found;
}
