// How the lab asks: plain DNS over TCP (behind the proxy), and RFC 8484 over HTTP/2 (for its own tests).

import { connect as connectHttp2 } from "node:http2";
import { connect } from "node:net";
import { decode, encodeQuery } from "./wire.mjs";
import { soon } from "./until.mjs";

/**
 * One message over TCP, RFC 1035 section 4.2.2: no size limit, so no answer is cut in the lab by accident.
 * @param {number} port
 * @param {Buffer} query
 * @returns {Promise<Buffer>}
 */
export function exchange(port, query) {
  const answer = new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    let got = Buffer.alloc(0);
    socket.on("error", reject);
    socket.on("close", () => reject(new Error(`port ${port} closed without an answer`)));
    socket.on("data", (chunk) => {
      got = Buffer.concat([got, chunk]);
      if (got.length < 2 || got.length < 2 + got.readUInt16BE(0)) return;
      resolve(got.subarray(2, 2 + got.readUInt16BE(0)));
      socket.destroy();
    });
    const length = Buffer.alloc(2);
    length.writeUInt16BE(query.length);
    socket.write(Buffer.concat([length, query]));
  });
  return soon(`answer of the DNS server on port ${port}`, answer);
}

/** @param {number} port @param {string} name @param {string | number} type */
export const ask = async (port, name, type) => decode(await exchange(port, encodeQuery(name, type)));

/**
 * GET over HTTP/2: the only version that every dnsdist with DoH speaks (1.9 dropped HTTP/1.1).
 * @param {string} url
 * @param {Record<string, string>} [headers]
 * @returns {Promise<{status: number, headers: import('node:http2').IncomingHttpHeaders, body: Buffer}>}
 */
export function getHttp2(url, headers = {}) {
  const { origin, pathname, search } = new URL(url);
  const session = connectHttp2(origin, { rejectUnauthorized: false });
  const answer = new Promise((resolve, reject) => {
    session.on("error", reject);
    const request = session.request({ ":path": pathname + search, ...headers });
    /** @type {Buffer[]} */
    const chunks = [];
    let head = /** @type {import('node:http2').IncomingHttpHeaders & {':status'?: number}} */ ({});
    request.on("response", (got) => {
      head = got;
    });
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("error", reject);
    request.on("end", () => resolve({ status: head[":status"] ?? 0, headers: head, body: Buffer.concat(chunks) }));
    request.end();
  });
  return soon(url, answer).finally(() => session.close());
}

/** The address of a DoH question, RFC 8484 section 4.1: base64url without padding, id 0. */
export const dohUrl = (/** @type {string} */ url, /** @type {string} */ name, /** @type {string} */ type) =>
  `${url}?dns=${encodeQuery(name, type).toString("base64url")}`;

/** @param {string} url @param {string} name @param {string} type */
export async function askDoh(url, name, type) {
  const { status, headers, body } = await getHttp2(dohUrl(url, name, type), { accept: "application/dns-message" });
  if (status !== 200) throw new Error(`${url} answered ${status}`);
  return { headers, message: decode(body) };
}
