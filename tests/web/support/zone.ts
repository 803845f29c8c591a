// A small authoritative world for the stories: names to records, and what a resolver would answer from them, as DoH JSON.
//
// Law: honest DNS. A name without the type gives NODATA, a missing name NXDOMAIN, both with the SOA of the zone. A name above
// others exists (RFC 8020); a wildcard answers if nothing closer does (RFC 4592); a CNAME is followed as long as its target
// is in this world; a chain that is too long ends in SERVFAIL, with its aliases.

import type { Answer } from "../../../web/src/contract";

// In presentation form. TXT: the plain text, or in quotes with escapes, or the list of its character strings.
export type Value = string | string[];
// type -> values, [] for none; "TTL" next to the types is one number for all, or one for each.
export type Node = Record<string, Value[] | number | Record<string, number>>;
// name -> node; null: the name does not exist.
export type Zone = Record<string, Node | null>;
// What a resolver still remembers: name -> type -> values, [] or null for an absence.
export type Cache = Record<string, Record<string, Value[] | number | Record<string, number> | null> | null>;

export interface Asked {
  resolver: string;
  name: string;
  type: string;
  at: string;
  checkingDisabled?: boolean;
}

export interface Body {
  status: number;
  answer?: object[];
  authority?: object[];
  errors?: { info_code: number; extra_text: string }[];
  truncated?: boolean;
}

const typeNumbers: Record<string, number> = { A: 1, NS: 2, CNAME: 5, SOA: 6, PTR: 12, MX: 15, TXT: 16, AAAA: 28, CAA: 257 };
const defaultTtl = 600;
const longestChain = 16; // like BIND and others
const stringBytes = 255; // RFC 1035 section 3.3

export function lookUp(asked: Asked, zone: Zone, cache: Cache = {}): Body {
  const answer: object[] = [];
  let name = asked.name;
  for (let link = 0; link <= longestChain; ++link) {
    const remembered = cache[name];
    if (remembered === null) return { status: 3, answer, authority: [soaOf(cached(zone, cache), name)] };
    if (remembered !== undefined && isGone(remembered[asked.type]))
      return { status: 0, answer, authority: [soaOf(cached(zone, cache), name)] };
    const node = { ...nodeFor(zone, name), ...(remembered as Node | undefined) };
    const values = node[asked.type];
    if (Array.isArray(values) && values.length > 0) {
      for (const data of values) answer.push(record(name, asked.type, ttlOf(node, asked.type), data));
      return { status: 0, answer };
    }
    const alias = node["CNAME"];
    if (!Array.isArray(alias) || alias.length === 0)
      return { status: exists(zone, name) || wildcardFor(zone, name) !== undefined ? 0 : 3, answer, authority: [soaOf(zone, name)] };
    answer.push(record(name, "CNAME", ttlOf(node, "CNAME"), alias[0]!));
    name = String(alias[0]).replace(/\.$/, "").toLowerCase();
  }
  return { status: 2, answer };
}

export function answerOf(asked: Asked, body: Body): Answer {
  const text = {
    Status: body.status,
    TC: body.truncated ?? false,
    RD: true,
    RA: true,
    AD: false,
    CD: asked.checkingDisabled ?? false,
    Question: [{ name: `${asked.name}.`, type: typeNumbers[asked.type] }],
    ...(body.answer?.length ? { Answer: body.answer } : {}),
    ...(body.authority?.length ? { Authority: body.authority } : {}),
    ...(body.errors?.length ? { extended_dns_errors: body.errors } : {}),
  };
  return { ...asked, status: 200, contentType: "application/dns-json", body: JSON.stringify(text) };
}

const isGone = (values: unknown): boolean => values === null || (Array.isArray(values) && values.length === 0);

function nodeFor(zone: Zone, name: string): Node {
  return (exists(zone, name) ? zone[name] : wildcardFor(zone, name)) ?? {};
}

function exists(zone: Zone, name: string): boolean {
  return Object.entries(zone).some(([other, node]) => node !== null && (other === name || other.endsWith(`.${name}`)));
}

// RFC 4592 section 3.3.1: only the wildcard below the closest name that exists.
function wildcardFor(zone: Zone, name: string): Node | undefined {
  for (let above = parent(name); above !== ""; above = parent(above)) {
    if (exists(zone, above)) return zone[`*.${above}`] ?? undefined;
  }
  return undefined;
}

const parent = (name: string): string => (name.includes(".") ? name.slice(name.indexOf(".") + 1) : "");

// The zone when the cache was filled: an absence is kept with the SOA that came with it.
function cached(zone: Zone, cache: Cache): Zone {
  return Object.fromEntries([
    ...Object.entries(zone),
    ...Object.entries(cache).filter(([, node]) => node !== null && Array.isArray(node["SOA"])),
  ]) as Zone;
}

function ttlOf(node: Node, type: string): number {
  const ttl = node["TTL"];
  if (typeof ttl === "number") return ttl;
  return (ttl as Record<string, number> | undefined)?.[type] ?? defaultTtl;
}

function soaOf(zone: Zone, name: string): object {
  for (let apex = name; apex !== ""; apex = parent(apex)) {
    const soa = zone[apex]?.["SOA"];
    if (Array.isArray(soa)) return record(apex, "SOA", ttlOf(zone[apex]!, "SOA"), soa[0]!);
  }
  const tld = name.slice(name.lastIndexOf(".") + 1);
  return record(tld, "SOA", 900, `a.nic.${tld}. hostmaster.nic.${tld}. 1 1800 900 604800 900`);
}

export function record(name: string, type: string, ttl: number, data: Value): object {
  return { name: `${name}.`, type: typeNumbers[type], TTL: ttl, data: type === "TXT" ? textOf(data) : String(data) };
}

// One string of a TXT record has at most 255 bytes; longer texts are several strings.
function textOf(data: Value): string {
  if (typeof data === "string" && (data.startsWith('"') || data.length <= stringBytes)) return data;
  const strings = Array.isArray(data) ? data : data.match(/[^]{1,255}/g)!;
  return strings.map((text) => `"${text.replace(/[\\"]/g, "\\$&")}"`).join(" ");
}
