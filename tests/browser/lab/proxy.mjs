// The fault proxy: one HTTPS port for each fault, as real resolvers are separate hosts, so that a hanging one cannot use
// up the connections that a browser grants to one host. The path names the fault too, for people who read a log.

import { createServer } from "node:https";
import { readAsked, refuse } from "./doh-request.mjs";
import { FAULTS } from "./faults.mjs";
import { listen } from "./processes.mjs";

/** @typedef {{resolver: string, form: 'wire' | 'json', name: string, type: string}} Seen */

/**
 * @param {import('./certificate.mjs').Certificate} certificate
 * @param {number} port  where dnsdist answers plain DNS
 */
export async function startProxy(certificate, port) {
  /** @type {Seen[]} */
  const seen = [];
  let switchedTo = "good";
  /** what hangs at the resolver `switch` @type {Scene[]} */
  const held = [];
  let questions = Infinity; // that the resolver `limited` still answers
  const names = [...Object.keys(FAULTS), "switch", "limited"];
  const servers = await Promise.all(
    names.map(async (resolver) => {
      const serve = (/** @type {Scene} */ scene) => {
        if (resolver === "switch" && switchedTo === "hang") held.push(scene);
        if (resolver === "limited") return FAULTS[questions-- > 0 ? "good" : "429"](scene);
        return FAULTS[resolver === "switch" ? switchedTo : resolver](scene);
      };
      const server = dohServer(certificate, port, resolver, serve, (one) => seen.push(one));
      return { resolver, ...(await listen(server)) };
    }),
  );
  return {
    /** DoH addresses by fault, `switch` and `limited` @type {Record<string, string>} */
    urls: Object.fromEntries(servers.map((one) => [one.resolver, `https://127.0.0.1:${one.port}/${one.resolver}/dns-query`])),
    /** every question that reached the proxy, in order */
    seen,
    /**
     * Gives the resolver `switch` another fault, for stories in which something heals or breaks meanwhile. What hung there is
     * then served too: late.
     */
    switchTo(/** @type {string} */ fault) {
      if (!Object.hasOwn(FAULTS, fault)) throw new Error(`no such fault: ${fault}`);
      switchedTo = fault;
      if (fault === "hang") return;
      for (const scene of held.splice(0)) Promise.resolve(FAULTS[fault](scene)).catch((error) => scene.response.destroy(error));
    },
    /** From now on, the resolver `limited` answers so many questions and refuses the others with 429. */
    limitTo(/** @type {number} */ count) {
      questions = count;
    },
    close: () => Promise.all(servers.map((one) => one.close())),
  };
}

/** @typedef {import('./faults.mjs').Scene} Scene */

/**
 * @param {import('./certificate.mjs').Certificate} certificate
 * @param {number} port
 * @param {string} resolver
 * @param {(scene: Scene) => void | Promise<void>} serve
 * @param {(one: Seen) => void} note
 */
function dohServer({ cert, key }, port, resolver, serve, note) {
  /** RST needs the TCP socket, which a TLS socket does not show; both have the same remote port. @type {Map<number, import('node:net').Socket>} */
  const raw = new Map();
  const server = createServer({ cert, key }, (request, response) => {
    // As strict as public servers: dnsdist answers a preflight with 400, BIND and Unbound with 501, so the page must not need one.
    if (request.method !== "GET") return refuse(response, 501, "GET only", {});
    const asked = readAsked(request.url ?? "");
    if (!asked) return refuse(response, 400, "no question");
    note({ resolver, form: asked.form, name: asked.name, type: asked.type });
    const reset = () => raw.get(request.socket.remotePort ?? 0)?.resetAndDestroy();
    Promise.resolve(serve({ request, response, asked, port, reset })).catch((error) => response.destroy(error));
  });
  server.on("connection", (/** @type {import('node:net').Socket} */ socket) => {
    const { remotePort = 0 } = socket;
    raw.set(remotePort, socket);
    socket.on("close", () => raw.delete(remotePort));
  });
  return server;
}
