// Short forms for stories with many records, such as a hundred mail exchangers.
//
//   "mx{1..100}.abc.example": {…}         a hundred names; {n} in their values is the number, {n+1} the next one
//   "10 mx{1..100}.abc.example."          a hundred values
//   "v=spf1 {700*ip4:192.0.2.1 }-all"     one value, with 700 times the same in it

import type { Node, Value, Zone } from "./zone";

const range = /\{(\d+)\.\.(\d+)\}/;

export function expand(zone: Zone): Zone {
  return Object.fromEntries(
    Object.entries(zone).flatMap(([name, node]) => numbered(name).map(([text, n]) => [text, n === null ? grown(node) : counted(node, n)])),
  );
}

function numbered(text: string): [string, number | null][] {
  const found = range.exec(text);
  if (found === null) return [[text, null]];
  const [from, to] = [Number(found[1]), Number(found[2])];
  return Array.from({ length: to - from + 1 }, (_, i) => [text.replace(range, String(from + i)), from + i]);
}

function counted(node: Node | null, n: number): Node | null {
  const text = JSON.stringify(node).replace(/\{n(\+1)?\}/g, (_, next: string | undefined) => String(next === undefined ? n : n + 1));
  return grown(JSON.parse(text) as Node | null);
}

function grown(node: Node | null): Node | null {
  if (node === null) return null;
  return Object.fromEntries(
    Object.entries(node).map(([type, values]) => [type, Array.isArray(values) ? values.flatMap(valuesOf) : values]),
  );
}

function valuesOf(value: Value): Value[] {
  if (typeof value !== "string") return [value];
  const repeated = value.replace(/\{(\d+)\*([^}]*)\}/g, (_, times: string, text: string) => text.repeat(Number(times)));
  return numbered(repeated).map(([text]) => text);
}
