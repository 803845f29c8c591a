// The outside world as the browser meets it: Chromium leads every name and address but loopback to this one port. Here are
// the login pages of the customers and of Alibaba Mail, and stand-ins for the public resolvers that the page knows.
//
// Which hosts can be reached follows the zones: a name with an address answers, any other does not. A spec may say otherwise
// for one host with `reach`, to play a broken certificate or a firewall; the certificate itself is never checked here.

import { createServer } from "node:https";
import { createSecureContext } from "node:tls";
import { ask } from "./ask.mjs";
import { answerAsResolver, readAsked, refuse } from "./doh-request.mjs";
import { listen } from "./processes.mjs";

/** The JSON dialect of each public resolver that the page knows, by host. @type {Record<string, string>} */
export const PUBLIC_RESOLVERS = {
  "dns.alidns.com": "alidns",
  "223.5.5.5": "alidns",
  "223.6.6.6": "alidns",
  "doh.pub": "dnspod",
  "1.12.12.12": "dnspod",
  "120.53.53.53": "dnspod",
  "doh.360.cn": "alidns",
  "dns.google": "google",
  "8.8.8.8": "google",
  "8.8.4.4": "google",
  "cloudflare-dns.com": "cloudflare",
  "one.one.one.one": "cloudflare",
  "1.1.1.1": "cloudflare",
  "doh.sb": "cloudflare",
  "doh.dns.sb": "cloudflare",
  "dns.twnic.tw": "cloudflare",
};

/** @typedef {'answers' | 'hangs' | 'fails'} Reach */
/** @typedef {{host: string, method: string, path: string}} Visit  only what got as far as HTTP */

/**
 * @param {import('./certificate.mjs').Certificate} certificate
 * @param {number} port  where dnsdist answers plain DNS
 */
export async function startOutside(certificate, port) {
  /** @type {Map<string, Reach>} */
  const told = new Map();
  /** @type {Visit[]} */
  const visits = [];
  /** @type {string[]} */
  const knocks = [];
  const context = createSecureContext({ cert: certificate.cert, key: certificate.key });

  const reachOf = async (/** @type {string} */ host) => {
    const said = told.get(host);
    if (said) return said;
    if (host in PUBLIC_RESOLVERS) return "answers";
    return (await ask(port, host, "A")).answer.some((record) => record.type === 1) ? "answers" : "fails";
  };

  const server = createServer(
    {
      cert: certificate.cert,
      key: certificate.key,
      // The handshake is the place to fail: a page cannot tell a refused connection from a refused handshake. To hang is to
      // give no answer here, ever.
      SNICallback: (host, done) => {
        knocks.push(host);
        reachOf(host).then((reach) => {
          if (reach === "answers") done(null, context);
          else if (reach === "fails") done(new Error(`${host} is not reachable in this story`));
        }, done);
      },
    },
    (request, response) => {
      const host = (request.headers.host ?? "").replace(/:\d+$/, "");
      visits.push({ host, method: request.method ?? "", path: request.url ?? "" });
      const asked = readAsked(request.url ?? "");
      const dialect = PUBLIC_RESOLVERS[host];
      if (dialect && asked) {
        answerAsResolver({ request, response, asked, port, dialect, wire: true }).catch((error) => response.destroy(error));
      } else if (dialect) {
        refuse(response, 400, "no question");
      } else {
        response.writeHead(200, { "content-type": "text/html; charset=utf-8", connection: "close" });
        response.end("<!doctype html><title>Login</title><p>A login page.");
      }
    },
  );
  server.on("tlsClientError", () => {}); // meant to happen

  const { port: own, close } = await listen(server);
  return {
    port: own,
    /** what reached HTTP, in order */
    visits,
    /** every host whose handshake began: a page that asks for nothing outside leaves this empty */
    knocks,
    /** Says how a host answers this browser from now on, against what the zones say. */
    reach: (/** @type {string} */ host, /** @type {Reach} */ how) => void told.set(host, how),
    /** Takes back everything said with `reach`. */
    reachAsZones: () => told.clear(),
    close,
  };
}
