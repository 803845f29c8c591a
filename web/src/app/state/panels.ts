// Records as a DNS panel wants them: which part of the name, which fields, which form of the value.
//
// All panels that we know, and usually others too, take "@" for the domain itself and otherwise the part before the domain,
// names without a final dot, and text without quotation marks. The zone file follows RFC 1035 section 5.1.
import type { Finding, RecordToPublish } from "../../contract";
import { oneLine } from "../../words/one-line";

export const panels = ["alibaba-cloud", "tencent-cloud", "cloudflare", "godaddy", "other", "zone-file"] as const; // the last: as lines of a zone file
export type Panel = (typeof panels)[number];

export interface PanelField {
  id: "type" | "host" | "value" | "priority";
  label: string[]; // keys of its words, the most specific first
  text: string;
}

/** The panel of the company that runs the zone's name servers. */
export function panelOf(findings: readonly Finding[]): Panel {
  const host = findings.find(({ key }) => key === "domain.dns-host")?.args["provider"];
  return panels.find((panel) => panel === host) ?? "other";
}

export function panelFields(panel: Panel, record: RecordToPublish): PanelField[] {
  const { type, priority, value } = record;
  const field = (id: PanelField["id"], text: string): PanelField => ({
    id,
    label: [`panel.${panel}.${id}-${type.toLowerCase()}`, `panel.${panel}.${id}`, `ui.record.${id}`],
    text: oneLine(text),
  });
  return [
    field("type", type),
    field("host", hostPart(record)),
    field("value", value),
    ...(priority === undefined ? [] : [field("priority", String(priority))]),
  ];
}

/** The key of what to do with the record. If the current records are not known, "replace" reads as "add". */
export function changeKey({ change, current = [] }: RecordToPublish): string {
  if (change !== "replace") return `change.${change}`;
  return current.length === 0 ? "change.add" : current.length === 1 ? "change.replace" : "change.replace-several";
}

export function hostPart({ host, zone }: Pick<RecordToPublish, "host" | "zone">): string {
  if (host === zone) return "@";
  return zone !== "" && host.endsWith(`.${zone}`) ? host.slice(0, -zone.length - 1) : host;
}

// ---------------------------------------------------------------- the zone file

const ttl = 600; // seconds: short, to make a mistake easy to correct

/** All records as lines. What to remove is a comment, before the line that replaces it. */
export function zoneFile(records: readonly RecordToPublish[]): string {
  return records.flatMap(linesOf).join("\n");
}

function linesOf(record: RecordToPublish): string[] {
  const line = lineOf(record);
  if (record.change === "remove") return [`; ${line}`];
  const { priority: _inTheValue, ...rest } = record;
  return [...(record.current ?? []).map((value) => `; ${lineOf({ ...rest, value })}`), line];
}

const lineOf = (record: RecordToPublish): string => `${absolute(record.host)} ${ttl} IN ${record.type} ${dataOf(record)}`;

function dataOf({ type, value, priority }: RecordToPublish): string {
  if (type === "TXT") return quoted(value);
  if (type !== "CNAME" && type !== "MX" && type !== "NS") return oneLine(value);
  return `${priority === undefined ? "" : `${priority} `}${absolute(value)}`;
}

const absolute = (name: string): string => (name.endsWith(".") ? oneLine(name) : `${oneLine(name)}.`);

const longest = 255; // bytes of one string of a TXT record, RFC 1035 section 3.3

/** "…" "…": strings of at most 255 bytes, which the reader joins. */
export function quoted(text: string): string {
  const bytes = [...new TextEncoder().encode(text)];
  const strings = Array.from({ length: Math.max(1, Math.ceil(bytes.length / longest)) }, (_, index) =>
    bytes
      .slice(index * longest, (index + 1) * longest)
      .map(escaped)
      .join(""),
  );
  return strings.map((one) => `"${one}"`).join(" ");
}

function escaped(byte: number): string {
  if (byte < 0x20 || byte > 0x7e) return `\\${String(byte).padStart(3, "0")}`;
  const letter = String.fromCharCode(byte);
  return letter === '"' || letter === "\\" ? `\\${letter}` : letter;
}
