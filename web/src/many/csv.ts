// CSV, RFC 4180: read tolerantly, written strictly. Pure.
import { oneLine } from "../words/one-line";

/** The rows of a text with this separator. Quotes may hold separators and line breaks; one that never ends ends with its line. */
export function readRows(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  for (let at = 0; at < text.length; ) {
    const row: string[] = [];
    let more = true;
    while (more) {
      const cell = cellAt(text, at, separator);
      row.push(cell.value.trim());
      more = text[cell.end] === separator;
      at = cell.end + 1;
      if (!more && text[cell.end] === "\r" && text[at] === "\n") at += 1;
    }
    rows.push(row);
  }
  return rows;
}

function cellAt(text: string, start: number, separator: string): { value: string; end: number } {
  if (text[start] === '"') {
    const quoted = quotedAt(text, start + 1, separator);
    if (quoted) return quoted;
  }
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== "\n" && text[end] !== "\r") end += 1;
  return { value: text.slice(start, end), end };
}

const longestCell = 4096; // characters: a quote that nobody closes must not swallow the list

function quotedAt(text: string, start: number, separator: string): { value: string; end: number } | undefined {
  let value = "";
  for (let at = start; at < text.length && at - start < longestCell; at += 1) {
    if (text[at] !== '"') value += text[at];
    else if (text[at + 1] === '"') value += text[at++];
    else {
      const next = text[at + 1];
      const ends = next === undefined || next === separator || next === "\n" || next === "\r";
      return ends ? { value, end: at + 1 } : undefined;
    }
  }
  return undefined;
}

const byteOrderMark = "\ufeff"; // else Excel reads Chinese as the system's old encoding

/** A file that spreadsheets open: no cell is a formula there, whatever the DNS of strangers holds. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return byteOrderMark + rows.map((row) => `${row.map(written).join(",")}\r\n`).join("");
}

function written(cell: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  const line = safe.split("\n").map(oneLine).join("\n");
  return /[",\n\r]/.test(line) ? `"${line.replace(/"/g, '""')}"` : line;
}
