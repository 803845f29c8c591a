// A pasted list, or a file, as what may be domains. Pure; the core decides later what is one (list.ts).
//
// One column of a table is taken, the one that holds the most names; of other text, every word that may be a name.
import { maxSubject, toAsciiSubject } from "../run/subject";
import { readRows } from "./csv";

export const maxCharacters = 4_000_000; // 100,000 lines of 40; what is behind it is not read, and the page says so

export interface Candidate {
  line: number; // counts from 1
  text: string; // as typed
  subject: string; // without a mailbox, with an ASCII host
}

export interface ReadList {
  candidates: Candidate[];
  lines: number;
  blank: number;
  nameless: { line: number; text: string }[]; // lines that hold nothing like a name
  cut: boolean; // the text was longer than is read
}

const separators = ["\t", ";", ","];
const sign = /[@\uff20\ufe6b]/;
const dot = /[.\uff0e\u3002\uff61]/;

export function readList(whole: string): ReadList {
  const cut = whole.length > maxCharacters;
  const text = (cut ? whole.slice(0, whole.lastIndexOf("\n", maxCharacters) + 1 || maxCharacters) : whole).replace(/^\ufeff/, "");
  const table = tableIn(text);
  const lines = text.split(/\r\n|\n|\r/);
  if (lines[lines.length - 1] === "") lines.pop();
  const list: ReadList = { candidates: [], lines: lines.length, blank: 0, nameless: [], cut };
  if (table) fromTable(table, list);
  else lines.forEach((line, index) => fromLine(line, index + 1, list));
  return list;
}

// A table has as many cells in nearly every row, and more than one.
function tableIn(text: string): string[][] | undefined {
  const start = text.slice(0, 10_000);
  const separator = separators.find((one) => {
    const counts = readRows(start, one)
      .filter((row) => row.some(Boolean))
      .slice(0, 50)
      .map((row) => row.length);
    const [first = 1] = counts;
    return counts.length > 1 && first > 1 && counts.slice(0, -1).filter((count) => count === first).length >= (counts.length - 1) * 0.8;
  });
  return separator === undefined ? undefined : readRows(text, separator);
}

function fromTable(rows: string[][], list: ReadList): void {
  const width = Math.max(...rows.slice(0, 50).map((row) => row.length));
  const named = Array.from({ length: width }, (_, column) => rows.filter((row) => isName(row[column] ?? "")).length);
  const column = named.indexOf(Math.max(...named));
  list.lines = rows.length;
  rows.forEach((row, index) => {
    const cell = row[column] ?? "";
    if (row.every((one) => one === "")) list.blank += 1;
    else if (isName(cell)) list.candidates.push(candidate(cell, index + 1));
    else if (index > 0) list.nameless.push({ line: index + 1, text: cell || row.join(" ") }); // the first row names the columns
  });
}

function fromLine(line: string, number: number, list: ReadList): void {
  const words = line.split(/[\s,;\uff0c\uff1b\u3001]+/).filter(Boolean);
  if (words.length === 0) return void (list.blank += 1);
  const names = words.map(bare).filter(isName);
  if (names.length === 0) list.nameless.push({ line: number, text: line.trim() });
  else list.candidates.push(...names.map((name) => candidate(name, number)));
}

const marks = "\"'<>()[]";

/** Without the quotes and brackets around it. */
function bare(word: string): string {
  let [start, end] = [0, word.length];
  while (start < end && marks.includes(word.charAt(start))) start += 1;
  while (start < end && marks.includes(word.charAt(end - 1))) end -= 1;
  return word.slice(start, end);
}

const isName = (text: string): boolean => dot.test(text) && !/\s/.test(text);

/** The mailbox is dropped here: a list needs none. */
function candidate(typed: string, line: number): Candidate {
  const text = typed.slice(0, maxSubject);
  const host = text.includes("://") ? text : (text.split(sign).pop() ?? "");
  return { line, text, subject: toAsciiSubject(host).toLowerCase() };
}
