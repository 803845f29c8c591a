// One DoH request as the lab's own servers see it: what was asked, in which form, and how to answer in that form.

import { exchange } from "./ask.mjs";
import { DIALECTS, TYPE_NAMES, renderJson } from "./json-dialects.mjs";
import { decode, encodeQuery } from "./wire.mjs";

export const CORS = Object.freeze({ "access-control-allow-origin": "*" });

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */
/** @typedef {{form: 'wire' | 'json', name: string, type: string, query: Buffer}} Asked */

/**
 * What a DoH address asks, or undefined where it asks nothing. Also reads the network log of a page.
 * @param {string} url  absolute or a path
 * @returns {Asked | undefined}
 */
export function readAsked(url) {
  const { searchParams } = new URL(url, "https://lab.invalid");
  const dns = searchParams.get("dns");
  const name = searchParams.get("name");
  if (dns === null && name === null) return undefined;
  try {
    const query =
      dns !== null
        ? Buffer.from(dns, "base64url")
        : encodeQuery((name ?? "").replace(/\.$/, "").toLowerCase(), searchParams.get("type") ?? "A");
    const { question } = decode(query);
    return { form: dns !== null ? "wire" : "json", name: question.name, type: TYPE_NAMES[question.type] ?? String(question.type), query };
  } catch {
    return undefined; // not a DNS message: the caller says 400
  }
}

/** Asks dnsdist, whatever form the request had. */
export const forward = (/** @type {Asked} */ asked, /** @type {number} */ port) => exchange(port, asked.query);

/**
 * Answers in the form of the question.
 * @param {Response} response
 * @param {Asked} asked
 * @param {Buffer} answer  a DNS message
 * @param {{headers?: Record<string, string>, dialect?: import('./json-dialects.mjs').Dialect}} [options]
 */
export function answerInForm(response, asked, answer, { headers = CORS, dialect = DIALECTS.google } = {}) {
  const [type, body] =
    asked.form === "wire" ? ["application/dns-message", answer] : [dialect.contentType, Buffer.from(renderJson(decode(answer), dialect))];
  response.writeHead(200, { ...headers, "content-type": type, "content-length": body.length });
  response.end(body);
}

/** @param {Response} response @param {number} status @param {string} text @param {Record<string, string>} [headers] */
export function refuse(response, status, text, headers = CORS) {
  response.writeHead(status, { ...headers, "content-type": "text/plain" });
  response.end(text);
}

/**
 * A resolver that speaks one JSON dialect: with or without the wire form beside it.
 * @param {{request: Request, response: Response, asked: Asked, port: number, dialect: string, wire: boolean}} exchange
 */
export async function answerAsResolver({ request, response, asked, port, dialect: name, wire }) {
  const dialect = DIALECTS[name];
  if (asked.form === "wire" && !wire) return refuse(response, 415, "this resolver speaks JSON only");
  if (asked.form === "json" && dialect.needsAccept && request.headers.accept !== "application/dns-json") {
    return refuse(response, 400, "Accept must be application/dns-json");
  }
  return answerInForm(response, asked, await forward(asked, port), { dialect });
}
