// A small authoritative world for the stories: names to records, and what a resolver would answer from them, as DoH JSON.
//
// Law: honest DNS. A name without the type gives NODATA, a name that is not there NXDOMAIN, both with the SOA of the zone;
// a CNAME is followed as long as the world knows its target.

import type { Answer } from "../../../web/src/contract";

// name -> type -> values in presentation form; null: this name is not there. "TTL" may stand beside the types.
export type Zone = Record<string, Record<string, string[] | number> | null>;

const typeNumbers: Record<string, number> = { A: 1, NS: 2, CNAME: 5, SOA: 6, MX: 15, TXT: 16, AAAA: 28, CAA: 257 };
const defaultTtl = 600;

interface Asked {
  resolver: string;
  name: string;
  type: string;
  at: string;
  checkingDisabled?: boolean;
}

export function answerFor(asked: Asked, zone: Zone, fails?: string): Answer {
  if (fails !== undefined) return failure(asked, fails);
  const answer: object[] = [];
  let name = asked.name;
  for (let link = 0; link < 20; ++link) {
    const node = zone[name];
    const values = node?.[asked.type];
    if (Array.isArray(values)) {
      for (const data of values) answer.push(record(name, asked.type, ttlOf(node!), data));
      return json(asked, 0, answer, []);
    }
    const alias = node?.["CNAME"];
    if (!Array.isArray(alias)) return json(asked, exists(zone, name) ? 0 : 3, answer, [soaOf(zone, name)]);
    answer.push(record(name, "CNAME", ttlOf(node!), alias[0]!));
    name = alias[0]!;
  }
  return json(asked, 0, answer, []);
}

function exists(zone: Zone, name: string): boolean {
  return Object.entries(zone).some(([other, node]) => node !== null && (other === name || other.endsWith(`.${name}`)));
}

function ttlOf(node: NonNullable<Zone[string]>): number {
  return typeof node["TTL"] === "number" ? node["TTL"] : defaultTtl;
}

function soaOf(zone: Zone, name: string): object {
  for (let apex = name; apex !== ""; apex = apex.includes(".") ? apex.slice(apex.indexOf(".") + 1) : "") {
    const soa = zone[apex]?.["SOA"];
    if (Array.isArray(soa)) return record(apex, "SOA", ttlOf(zone[apex]!), soa[0]!);
  }
  const tld = name.slice(name.lastIndexOf(".") + 1);
  return record(tld, "SOA", 900, `a.nic.${tld}. hostmaster.nic.${tld}. 1 1800 900 604800 900`);
}

function record(name: string, type: string, ttl: number, data: string): object {
  return { name: `${name}.`, type: typeNumbers[type], TTL: ttl, data };
}

function json(asked: Asked, status: number, answer: object[], authority: object[]): Answer {
  const body = {
    Status: status,
    TC: false,
    RD: true,
    RA: true,
    AD: false,
    CD: false,
    Question: [{ name: `${asked.name}.`, type: typeNumbers[asked.type] }],
    ...(answer.length > 0 ? { Answer: answer } : {}),
    ...(authority.length > 0 ? { Authority: authority } : {}),
  };
  return { ...asked, status: 200, contentType: "application/dns-json", body: JSON.stringify(body) };
}

function failure(asked: Asked, how: string): Answer {
  switch (how) {
    case "timeout":
    case "blocked":
    case "offline":
    case "unreadable":
      return { ...asked, failure: how };
    case "servfail":
      return json(asked, 2, [], []);
    case "refused":
      return json(asked, 5, [], []);
    case "html":
      return { ...asked, status: 200, contentType: "text/html", body: "<html><body>Sign in to the network</body></html>" };
    case "other-question":
      return { ...json({ ...asked, name: "elsewhere.example" }, 3, [], []), name: asked.name };
    case "garbage":
      return { ...asked, status: 200, contentType: "application/dns-message", bodyBase64: "/////////////////////w==" };
    default:
      return { ...asked, status: Number(how.replace("http-", "")), contentType: "text/plain", body: "" };
  }
}
