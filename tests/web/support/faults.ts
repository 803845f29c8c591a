// The faults between a query and its answer, by name: what a resolver returns instead.

import type { Answer } from "../../../web/src/contract";
import { answerOf, record, type Asked, type Body } from "./zone";

// "*", "TXT", "abc.example" or "abc.example TXT" -> a fault by its name, or "none"
export type Faults = Record<string, string>;

const soa = record("example", "SOA", 900, "a.nic.example. hostmaster.nic.example. 1 1800 900 604800 900");
const ofAnother: Record<string, string> = {
  A: "192.0.2.9",
  AAAA: "2001:db8::9",
  MX: "5 mx.elsewhere.example.",
  SOA: "ns. host. 1 1 1 1 1",
  CAA: '0 issue "ca.example"',
  TXT: "v=spf1 -all",
};

// RFC 8914: codes, and the texts that resolvers add.
const withErrors: Record<string, { status: number; code: number; text: string; unlessUnchecked?: true }> = {
  bogus: { status: 2, code: 6, text: "no valid RRSIG", unlessUnchecked: true },
  lame: { status: 2, code: 22, text: "At delegation abc.example for abc.example/soa: lame" },
  silent: { status: 2, code: 23, text: "[192.0.2.53] timed out" },
  "on-a-list": { status: 3, code: 15, text: "" },
  censored: { status: 3, code: 16, text: "" },
  filtered: { status: 3, code: 17, text: "" },
};

export function faultFor(asked: Asked, ...tables: (string | Faults | undefined)[]): string | undefined {
  for (const faults of tables) {
    if (typeof faults === "string") return faults;
    const fault = faults?.[`${asked.name} ${asked.type}`] ?? faults?.[asked.name] ?? faults?.[asked.type] ?? faults?.["*"];
    if (fault !== undefined) return fault;
  }
  return undefined;
}

// The answer that a fault gives; undefined if it lets the true answer through.
export function faulty(asked: Asked, fault: string): Answer | undefined {
  const error = withErrors[fault];
  if (error !== undefined) {
    if (error.unlessUnchecked && asked.checkingDisabled) return undefined;
    return answerOf(asked, {
      status: error.status,
      errors: [{ info_code: error.code, extra_text: error.text }],
      ...(error.status === 3 ? { authority: [soa] } : {}),
    });
  }
  const bodies: Record<string, Body> = {
    servfail: { status: 2 },
    refused: { status: 5 },
    nodata: { status: 0, authority: [soa] }, // no failure, but not the truth
    nxdomain: { status: 3, authority: [soa] },
    truncated: { status: 0, truncated: true },
    stray: { status: 0, answer: [record("elsewhere.example", asked.type, 600, ofAnother[asked.type] ?? "host.elsewhere.example.")] },
  };
  if (bodies[fault] !== undefined) return answerOf(asked, bodies[fault]);
  switch (fault) {
    case "none":
      return undefined;
    case "servfail-once": // and no answer to the second look, without DNSSEC
      return asked.checkingDisabled ? { ...asked, failure: "timeout" } : answerOf(asked, { status: 2 });
    case "timeout":
    case "blocked":
    case "offline":
    case "unreadable":
      return { ...asked, failure: fault };
    case "html":
      return { ...asked, status: 200, contentType: "text/html", body: "<html><body>Sign in to the network</body></html>" };
    case "other-question":
      return { ...answerOf({ ...asked, name: "elsewhere.example" }, { status: 3 }), name: asked.name };
    case "empty":
      return { ...asked, status: 200, contentType: "application/dns-message", body: "" };
    case "garbage":
      return { ...asked, status: 200, contentType: "application/dns-message", bodyBase64: "/////////////////////w==" };
    default:
      if (!/^http-\d{3}$/.test(fault)) throw new Error(`no such fault: ${fault}`);
      return { ...asked, status: Number(fault.slice(5)), contentType: "text/plain", body: "" };
  }
}
