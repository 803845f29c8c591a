// Turns for what the words alone decide: a how-to question, with a domain and without one, and words that leave open which
// kind they mean.

import { fullTurn } from "./full.mjs";

/** @typedef {import('../../web/src/contract.ts').Turn} Turn */

export const question = "Hello, which MX records do I have to add for our domain? Thanks";
export const vague = "since yesterday the mail is strange";

const page = "https://help.aliyun.com/zh/document_detail/609862.html";

const kinds = [
  ...["mail-not-arriving", "which-mx", "client-cannot-connect", "account-cannot-send", "login-page-unreachable", "login-rejected"],
  ...["history-unavailable", "bounced-by-recipient", "sender-mismatch", "weak-authentication", "other-service"],
  ...["check-account-status", "dns-records-required", "unblock-own-account", "dns-propagation-time", "sending-limits"],
  ...["email-authentication", "servers-and-ports", "own-login-address", "password-reset", "recover-deleted", "migrate"],
  "contact-support",
];

/** Nothing was asked and nothing is known. @returns {Turn} */
function emptyTurn() {
  const turn = fullTurn();
  turn.subject = { kind: "empty", domain: "", loginHost: "", hostTyped: false };
  turn.progress = { done: 0, total: 0 };
  turn.diagnosis = {
    action: "need-more",
    values: {},
    problems: [],
    findings: [],
    records: [],
    path: [],
    comparisons: [],
    ledger: [],
    faq: [],
  };
  return turn;
}

/** @type {(id: string, share: number, ...matched: string[]) => import('../../web/src/contract.ts').Finding} */
const reads = (id, share, ...matched) => ({ key: `reads.${id}`, severity: "info", args: { share, matched } });

/**
 * A how-to question. `trouble`: DNS also shows what is wrong. `faq`: the answer is an entry of the FAQ.
 * @param {{domain?: boolean, trouble?: boolean, faq?: boolean}} [options]
 * @returns {Turn}
 */
export function topicTurn({ domain = true, trouble = false, faq = false } = {}) {
  const turn = domain ? fullTurn() : emptyTurn();
  const { diagnosis } = turn;
  if (!trouble) Object.assign(diagnosis, { action: domain ? "nothing-wrong" : "need-more", problems: [], records: [], wait: undefined });
  if (domain && !trouble) diagnosis.findings = [];
  const matched = ["which MX records"];
  if (faq) {
    const id = "dns-propagation-time";
    diagnosis.topic = { id, faq: id, from: "guide", source: "https://help.aliyun.com/zh/dns/", steps: [], matched };
    diagnosis.findings.push(reads(id, 91, ...matched));
    return turn;
  }
  const args = { domain: "abc.example", mx_set: "5 mx1.qiye.example, 10 mx2.qiye.example" };
  /** @type {import('../../web/src/contract.ts').Instruction[]} */
  const steps = [
    { id: domain ? "mx-set" : "mx-sets", from: "official", args: domain ? args : {}, source: page },
    { id: "one-mx", from: "official", args: {}, source: page },
    {
      id: "ask-authoritative-for-mail",
      from: "checker",
      args: {},
      commands: [
        { system: "windows", lines: ["nslookup -qt=MX abc.example 223.5.5.5", "nslookup -qt=MX abc.example 8.8.8.8"] },
        { system: "linux", lines: ["dig +trace abc.example MX"] },
      ],
    },
  ];
  diagnosis.values = domain ? args : {};
  diagnosis.topic = { id: "which-mx", from: "official", source: page, steps, matched };
  diagnosis.findings.push(reads("which-mx", 88, ...matched));
  return turn;
}

/** Words that leave open which kind they mean. `none`: the person said that it is none of these. @returns {Turn} */
export function closestTurn({ none = false } = {}) {
  const turn = emptyTurn();
  turn.diagnosis.findings = [
    { key: "words.unrecognised", severity: "info", args: {} },
    reads("mail-not-arriving", 31, "the mail is strange"),
  ];
  if (!none) turn.diagnosis.closest = [...kinds];
  return turn;
}
