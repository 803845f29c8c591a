// An administrator who does what the page says: the story's world with the published records in it, and all caches expired.

import assert from "node:assert/strict";
import type { RecordToPublish } from "../../../web/src/contract";
import { zoneOf, type Story } from "./story";
import type { Node, Value, Zone } from "./zone";

export function publish(story: Story, records: RecordToPublish[]): Story {
  const zone = zoneOf(story);
  for (const record of records) {
    const node: Node = { ...zone[record.host] };
    const kept = valuesAt(node, record).filter((value) => !gone(value, record));
    node[record.type] = record.change === "remove" ? kept : [...kept, valueOf(record)];
    for (const type of Object.keys(node)) if (Array.isArray(node[type]) && node[type].length === 0) delete node[type];
    dropReplaced(node, record);
    zone[record.host] = node;
    assert.ok(aliasStandsAlone(node), `${story.story}: ${record.host} has an alias beside other records (RFC 1034 section 3.6.2)`);
  }
  const mended: Zone = Object.fromEntries(
    Object.entries(zone).filter(([, node]) => node === null || Object.keys(node).some((key) => key !== "TTL")),
  );
  const { world: _world, resolvers: _resolvers, ...rest } = story;
  return { ...rest, zone: mended };
}

// Only records of the same type: an MX is not removed because a TXT has the same text.
function valuesAt(node: Node, { type }: RecordToPublish): Value[] {
  const values = node[type];
  return Array.isArray(values) ? values : [];
}

function gone(value: Value, record: RecordToPublish): boolean {
  const text = plain(value, record.type);
  const named =
    record.change === "remove" ? [plain(valueOf(record), record.type)] : (record.current ?? []).map((each) => plain(each, record.type));
  return named.includes(text) || named.some((each) => record.type === "MX" && text.endsWith(` ${each}`));
}

// An alias replaces address records, which `current` names by their addresses.
function dropReplaced(node: Node, { change, type, current }: RecordToPublish): void {
  if (change !== "replace" || type !== "CNAME") return;
  for (const other of ["A", "AAAA"]) {
    const values = node[other];
    if (Array.isArray(values) && values.every((value) => current?.includes(String(value)))) delete node[other];
  }
}

function valueOf({ type, priority, value }: RecordToPublish): Value {
  return type === "MX" && priority !== undefined ? `${priority} ${value}` : value;
}

// As one text in a normal form: a TXT without quotes and string boundaries, a name without its final dot.
function plain(value: Value, type: string): string {
  if (type !== "TXT") return String(value).replace(/\.$/, "").toLowerCase();
  if (Array.isArray(value)) return value.join("");
  return value.startsWith('"')
    ? value
        .slice(1, -1)
        .replace(/" "/g, "")
        .replace(/\\(["\\])/g, "$1")
    : value;
}

function aliasStandsAlone(node: Node): boolean {
  const types = Object.keys(node).filter((key) => key !== "TTL");
  return !types.includes("CNAME") || types.length === 1;
}
