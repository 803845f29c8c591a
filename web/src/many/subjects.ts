// The candidates of a list as domains: the core says of each what it is, as it does for the field of the other page.
import { isRefusal, type SubjectProblem } from "../contract";
import type { Core } from "../core/core";
import type { ReadList } from "./read-list";
import type { Row } from "./row";

export const maxDomains = 1000;
export const maxShown = 50; // lines that could not be read
const maxReadings = 3000; // by the core: a list of nothing but mistakes must not take a minute
const slice = 50; // readings without a pause

export interface Unreadable {
  line: number;
  text: string;
  problem?: SubjectProblem; // absent: the line holds nothing like a name
}

export interface Summary {
  lines: number;
  blank: number;
  doubles: number;
  leftOut: number; // domains beyond the first thousand
  cut: boolean; // the end of the text was not read
  unreadable: Unreadable[]; // the first of them
  unreadableCount: number;
}

export async function readSubjects(
  list: ReadList,
  core: Core,
  now: string,
  breathe: () => Promise<void>,
): Promise<{ rows: Row[]; summary: Summary }> {
  const rows: Row[] = [];
  const domains = new Set<string>();
  const seen = new Set<string>(); // subjects as typed
  const unreadable: Unreadable[] = list.nameless.map(({ line, text }) => ({ line, text }));
  let [doubles, leftOut, readings] = [0, 0, 0];
  for (const { line, text, subject } of list.candidates) {
    if (seen.has(subject)) {
      doubles += 1;
      continue;
    }
    seen.add(subject);
    if (rows.length >= maxDomains || readings >= maxReadings) {
      leftOut += 1;
      continue;
    }
    readings += 1;
    if (readings % slice === 0) await breathe();
    const turn = core.advance({ version: 1, now, subject, complaint: "", brief: true });
    if (isRefusal(turn)) {
      unreadable.push({ line, text });
      continue;
    }
    const { domain, problem, hostTyped, loginHost } = turn.subject;
    if (!domain) unreadable.push({ line, text, ...(problem ? { problem } : {}) });
    else if (domains.has(domain)) doubles += 1;
    else {
      domains.add(domain);
      rows.push({ domain, subject: hostTyped ? loginHost : domain, ...inOwnLetters(text), state: "queued" });
    }
  }
  unreadable.sort((one, other) => one.line - other.line);
  const { lines, blank, cut } = list;
  const shown = unreadable.slice(0, maxShown);
  return { rows, summary: { lines, blank, doubles, leftOut, cut, unreadable: shown, unreadableCount: unreadable.length } };
}

// As typed, without scheme, mailbox and path.
function inOwnLetters(text: string): { typed?: string } {
  const host = text.replace(/^[a-z]+:\/\//i, "").split(/[/?#:]/)[0] ?? "";
  const name = host.split(/[@\uff20]/).pop() ?? "";
  return /[^\x20-\x7e]/.test(name) ? { typed: name } : {};
}
