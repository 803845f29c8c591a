// The lab: every server that a browser test needs, on this machine alone. One call starts it, one call ends it.
//
//   const lab = await startLab();
//   lab.resolvers.one                  DoH over BIND "now" through dnsdist; two, four likewise; behind: over BIND "behind"
//   lab.faults.hang                    DoH address of a resolver with that fault; names in faults.mjs
//   lab.outside.reach(host, 'hangs')   what this browser meets at a host
//   await lab.stop();

import { startBind } from "./bind.mjs";
import { makeCertificate } from "./certificate.mjs";
import { startDnsdist } from "./dnsdist.mjs";
import { startOutside } from "./outside.mjs";
import { Keeper } from "./processes.mjs";
import { startProxy } from "./proxy.mjs";
import { startSite } from "./site.mjs";
import { readWorld } from "./zones.mjs";

/** @typedef {Awaited<ReturnType<typeof startLab>>} Lab */

export async function startLab() {
  const keeper = new Keeper();
  /** @type {(() => Promise<unknown>)[]} */
  const closers = [];
  const stop = async () => {
    await Promise.all(closers.map((close) => close()));
    await keeper.drop();
  };
  try {
    const certificate = makeCertificate(keeper.folder);
    const [now, behind] = await Promise.all([
      startBind(keeper, "now", readWorld("provider.zones", "customers.zones")),
      startBind(keeper, "behind", readWorld("provider.zones", "customers.zones", "behind.zones")),
    ]);
    const dnsdist = await startDnsdist(keeper, certificate, {
      now: { bind: now.port, resolvers: ["one", "two", "four"] },
      behind: { bind: behind.port, resolvers: ["behind"] },
    });
    const proxy = await startProxy(certificate, dnsdist.plain.now);
    closers.push(proxy.close);
    const outside = await startOutside(certificate, dnsdist.plain.now);
    closers.push(outside.close);
    const site = await startSite(certificate);
    closers.push(site.close);
    return {
      resolvers: dnsdist.urls,
      faults: proxy.urls,
      seen: proxy.seen,
      switchTo: proxy.switchTo,
      limitTo: proxy.limitTo,
      now,
      behind,
      plain: dnsdist.plain,
      outside,
      site,
      folder: keeper.folder,
      pids: () => keeper.pids,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
