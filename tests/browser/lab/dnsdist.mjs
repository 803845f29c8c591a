// dnsdist as the public side of the resolvers: RFC 8484 over TLS with the CORS header, one port for each resolver.
//
// Which BIND stands behind a port is decided by that port, so resolvers that agree and one that is behind are one process.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ask } from "./ask.mjs";
import { findProgram } from "./programs.mjs";
import { freePorts } from "./processes.mjs";
import { until } from "./until.mjs";

/**
 * @param {import('./processes.mjs').Keeper} keeper
 * @param {import('./certificate.mjs').Certificate} certificate
 * @param {Record<string, {bind: number, resolvers: string[]}>} pools  BIND port and the names of the resolvers before it
 * @returns {Promise<{plain: Record<string, number>, urls: Record<string, string>, said: () => string}>}
 *   plain: a port for DNS over TCP by pool; urls: the DoH address by resolver
 */
export async function startDnsdist(keeper, certificate, pools) {
  const names = Object.keys(pools);
  const resolvers = names.flatMap((pool) => pools[pool].resolvers.map((resolver) => ({ pool, resolver })));
  const ports = await freePorts(names.length + resolvers.length);
  const plain = Object.fromEntries(names.map((pool, index) => [pool, ports[index]]));
  const doh = resolvers.map((one, index) => ({ ...one, port: ports[names.length + index] }));

  const file = join(keeper.folder, "dnsdist.conf");
  writeFileSync(
    file,
    [
      'setSecurityPollSuffix("")', // it would ask the outside whether this version is safe
      ...names.map((pool, index) => `${index === 0 ? "setLocal" : "addLocal"}("127.0.0.1:${plain[pool]}")`),
      // A server that is declared up needs no health check, so it answers from the first moment.
      ...names.map((pool) => `newServer({address="127.0.0.1:${pools[pool].bind}", pool="${pool}", name="${pool}"}):setUp()`),
      ...doh.map(
        ({ port }) =>
          `addDOHLocal("127.0.0.1:${port}", "${certificate.certFile}", "${certificate.keyFile}", "/dns-query", ` +
          '{customResponseHeaders={["access-control-allow-origin"]="*"}, sendCacheControlHeaders=true})',
      ),
      ...names.map((pool) => `addAction(DSTPortRule(${plain[pool]}), PoolAction("${pool}"))`),
      ...doh.map(({ pool, port }) => `addAction(DSTPortRule(${port}), PoolAction("${pool}"))`),
      "",
    ].join("\n"),
  );

  const child = keeper.start(findProgram("dnsdist"), ["--supervised", "--disable-syslog", "-C", file]);
  await until(
    "dnsdist answers",
    async () => {
      if (child.exitCode !== null) throw new Error(child.said());
      return (await Promise.all(names.map((pool) => ask(plain[pool], "", "SOA")))).every((answer) => answer.rcode === 0);
    },
    { within: 30_000 },
  ).catch((error) => {
    throw new Error(`${error.message}\n${child.said()}`);
  });
  return {
    plain,
    urls: Object.fromEntries(doh.map(({ resolver, port }) => [resolver, `https://127.0.0.1:${port}/dns-query`])),
    said: child.said,
  };
}
