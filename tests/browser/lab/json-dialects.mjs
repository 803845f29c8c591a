// DoH JSON as four public resolvers write it. There is no standard, so each dialect follows captured answers of 2025 and 2026:
// final dots, TXT quoting, Question as array or object, Comment, Authority.

import { TYPES } from "./wire.mjs";

/**
 * @typedef {object} Dialect
 * @property {string} contentType
 * @property {boolean} needsAccept  answers 400 without `Accept: application/dns-json`
 * @property {boolean} ownerDot     owner names end in a dot
 * @property {'joined' | '""' | '" "'} txt  strings joined bare, or quoted with nothing or a space between
 * @property {boolean} questionIsObject
 * @property {boolean} authority
 * @property {string | string[]} [comment]
 */

/** @type {Record<string, Dialect>} */
export const DIALECTS = {
  google: {
    contentType: "application/json; charset=UTF-8",
    needsAccept: false,
    ownerDot: true,
    txt: "joined",
    questionIsObject: false,
    authority: true,
    comment: "Response from 192.0.2.53.",
  },
  cloudflare: {
    contentType: "application/dns-json",
    needsAccept: true,
    ownerDot: false,
    txt: '""',
    questionIsObject: false,
    authority: true,
    comment: ["EDE(0): Other"],
  },
  alidns: {
    contentType: "application/json",
    needsAccept: false,
    ownerDot: true,
    txt: '" "',
    questionIsObject: true,
    authority: false,
  },
  dnspod: {
    contentType: "application/dns-json",
    needsAccept: true,
    ownerDot: true,
    txt: '" "',
    questionIsObject: false,
    authority: false,
  },
};

/**
 * @param {import('./wire.mjs').LabMessage} message
 * @param {Dialect} dialect
 */
export function renderJson(message, dialect) {
  const owner = (/** @type {string} */ name) => (dialect.ownerDot ? `${name}.` : name);
  const records = (/** @type {import('./wire.mjs').LabRecord[]} */ list) =>
    list.map((record) => {
      const data = presentation(record.data, dialect);
      const { type, ttl: TTL } = record;
      return dialect.questionIsObject ? { name: owner(record.name), TTL, type, data } : { name: owner(record.name), type, TTL, data };
    });
  const question = { name: owner(message.question.name), type: message.question.type };
  return JSON.stringify({
    Status: message.rcode,
    TC: message.tc,
    RD: message.rd,
    RA: message.ra,
    AD: false,
    CD: false,
    Question: dialect.questionIsObject ? question : [question],
    // No dialect of these four writes an empty list: the key is absent.
    ...(message.answer.length > 0 && { Answer: records(message.answer) }),
    ...(dialect.authority && message.authority.length > 0 && { Authority: records(message.authority) }),
    ...(dialect.comment && { Comment: dialect.comment }),
  });
}

function presentation(/** @type {import('./wire.mjs').RecordData} */ data, /** @type {Dialect} */ dialect) {
  if ("address" in data) return data.address;
  if ("preference" in data) return `${data.preference} ${data.name}.`;
  if ("name" in data) return `${data.name}.`;
  if ("soa" in data) return data.soa.join(" ");
  if ("bytes" in data) return `\\# ${data.bytes.length} ${data.bytes.toString("hex")}`;
  const strings = data.strings.map((text) => text.toString("latin1"));
  if (dialect.txt === "joined") return strings.join("");
  return strings.map((text) => `"${escaped(text)}"`).join(dialect.txt === '" "' ? " " : "");
}

/** RFC 1035 section 5.1: \" and \\ and \DDD. */
const escaped = (/** @type {string} */ text) =>
  text.replace(/["\\]/g, "\\$&").replace(/[^ -~]/g, (character) => `\\${String(character.charCodeAt(0)).padStart(3, "0")}`);

/** The types by number, for reading what a page asked. */
export const TYPE_NAMES = Object.fromEntries(Object.entries(TYPES).map(([name, number]) => [number, name]));
