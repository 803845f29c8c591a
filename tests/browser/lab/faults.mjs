// Everything that may go wrong between a page and a resolver, one function for each name. What is not spoiled is a real
// answer of BIND through dnsdist, so a page that wrongly trusts a spoiled answer finds something to trust.

import { CORS, answerAsResolver, answerInForm, forward, refuse } from "./doh-request.mjs";
import { answerCutByServer, answerToAnother, answerWithRcode } from "./wire.mjs";

/**
 * @typedef {object} Scene
 * @property {import('./doh-request.mjs').Request} request
 * @property {import('./doh-request.mjs').Response} response
 * @property {import('./doh-request.mjs').Asked} asked
 * @property {number} port  dnsdist
 * @property {() => void} reset  cuts the connection with a TCP RST
 */

const SLOW_MS = 1200; // shorter than any sensible timer of a page, long enough to be seen as late
// Twice, for a page may refuse what is longer than a DNS message can be: beyond that length, and within it.
const GARBAGE_BYTES = 65_536;
const NOISE_BYTES = 60_000;
const NESTING = 100_000;
const CHECKING_DISABLED = 0x10; // RFC 4035 section 3.2.2, in the second byte of the flags
const NESTING_WITHIN = 30_000;

/** @type {Record<string, (scene: Scene) => void | Promise<void>>} */
export const FAULTS = {
  // No fault: for comparison, and as the healed state of the switchable resolver.
  good: async ({ response, asked, port }) => answerInForm(response, asked, await forward(asked, port)),

  // Nothing readable comes.
  hang: () => {},
  reset: ({ reset }) => reset(),
  "no-cors": async ({ response, asked, port }) => answerInForm(response, asked, await forward(asked, port), { headers: {} }),
  truncated: async ({ response, asked, port, reset }) => {
    const answer = await forward(asked, port);
    const type = asked.form === "wire" ? "application/dns-message" : "application/json";
    response.writeHead(200, { ...CORS, "content-type": type, "content-length": answer.length + 100 });
    response.write(answer.subarray(0, answer.length >> 1), reset);
  },
  slow: async ({ response, asked, port }) => {
    const answer = await forward(asked, port);
    setTimeout(() => answerInForm(response, asked, answer), SLOW_MS).unref();
  },

  // Something comes that is no answer.
  429: ({ response }) => refuse(response, 429, "too many requests", { ...CORS, "retry-after": "30" }),
  500: ({ response }) => refuse(response, 500, "internal server error"),
  html: ({ response }) => {
    response.writeHead(200, { ...CORS, "content-type": "text/html; charset=utf-8" });
    response.end("<!doctype html><title>Sign in</title><p>Please sign in to this network.<script>alert(1)</script>");
  },
  empty: ({ response, asked }) => {
    const type = asked.form === "wire" ? "application/dns-message" : "application/json";
    response.writeHead(200, { ...CORS, "content-type": type, "content-length": 0 });
    response.end();
  },
  garbage: (scene) => sendNoise(scene, GARBAGE_BYTES),
  noise: (scene) => sendNoise(scene, NOISE_BYTES),
  nested: (scene) => sendNested(scene, NESTING),
  "nested-within": (scene) => sendNested(scene, NESTING_WITHIN),

  // An answer comes that says less, or something else.
  servfail: ({ response, asked }) => answerInForm(response, asked, answerWithRcode(asked.query, 2)),
  // Zones called bogus-something have broken signatures: a resolver that checks them refuses, until it is told not to check.
  validating: async (scene) => {
    const { response, asked } = scene;
    if (!/(^|\.)bogus-[a-z]+\.example$/.test(asked.name) || asked.query[3] & CHECKING_DISABLED) return FAULTS.good(scene);
    return answerInForm(response, asked, answerWithRcode(asked.query, 2));
  },
  refused: ({ response, asked }) => answerInForm(response, asked, answerWithRcode(asked.query, 5)),
  tc: ({ response, asked }) => answerInForm(response, asked, answerCutByServer(asked.query)),
  lies: async ({ response, asked, port }) => answerInForm(response, asked, answerToAnother(await forward(asked, port))),

  // JSON only: the wire form answers 415, so a page must find its second path.
  "json/google": (scene) => answerAsResolver({ ...scene, dialect: "google", wire: false }),
  "json/cloudflare": (scene) => answerAsResolver({ ...scene, dialect: "cloudflare", wire: false }),
  "json/alidns": (scene) => answerAsResolver({ ...scene, dialect: "alidns", wire: false }),
  "json/dnspod": (scene) => answerAsResolver({ ...scene, dialect: "dnspod", wire: false }),
};

function sendNoise(/** @type {Scene} */ { response, asked }, /** @type {number} */ count) {
  response.writeHead(200, { ...CORS, "content-type": asked.form === "wire" ? "application/dns-message" : "application/json" });
  response.end(noise(count));
}

function sendNested(/** @type {Scene} */ { response, asked }, /** @type {number} */ depth) {
  if (asked.form === "wire") return refuse(response, 415, "this resolver speaks JSON only");
  response.writeHead(200, { ...CORS, "content-type": "application/json" });
  response.end(`{"Status":0,"Answer":${"[".repeat(depth)}${"]".repeat(depth)}}`);
}

/** The same bytes in every run: a failure on random bytes must be repeatable. xorshift32. */
function noise(/** @type {number} */ count) {
  const bytes = Buffer.alloc(count);
  let state = 0x2545f491;
  for (let index = 0; index < count; index += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    bytes[index] = state & 255;
  }
  return bytes;
}
