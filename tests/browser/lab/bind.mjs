// A BIND server that holds a whole small world: root, parents, provider and customers.
//
// It is authoritative for all of it and *also* answers recursively, because an authoritative server alone does not follow a
// CNAME into another of its zones, and every resolver that a browser meets does. What it does not hold it would forward to a
// closed port: no question can leave this machine.

import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ask } from "./ask.mjs";
import { freePorts } from "./processes.mjs";
import { until } from "./until.mjs";
import { masterFile, parseZones } from "./zones.mjs";
import { findProgram } from "./programs.mjs";

/** @typedef {Awaited<ReturnType<typeof startBind>>} Bind */

/**
 * @param {import('./processes.mjs').Keeper} keeper
 * @param {string} label  also its folder
 * @param {Map<string, import('./zones.mjs').Zone>} world
 */
export async function startBind(keeper, label, world) {
  const folder = join(keeper.folder, label);
  mkdirSync(folder);
  const [port, nowhere] = await freePorts(2);
  let serial = 1;
  const write = (/** @type {import('./zones.mjs').Zone} */ zone) =>
    writeFileSync(join(folder, fileOf(zone)), masterFile(world, zone, serial));
  for (const zone of world.values()) if (zone.loadable) write(zone);
  writeFileSync(join(folder, "named.conf"), configuration(folder, port, nowhere, world));

  const child = keeper.start(named(folder), ["-g", "-4", "-n", "1", "-c", join(folder, "named.conf")]);
  await until(`BIND "${label}" answers`, async () => {
    if (child.exitCode !== null) throw new Error(child.said());
    return (await ask(port, "", "SOA")).rcode === 0;
  }).catch((error) => {
    throw new Error(`${error.message}\n${child.said()}`);
  });

  return {
    port,
    said: child.said,
    /**
     * Publishes new content of one zone while everything runs, as an administrator does; the story has the form of zones/.
     * @param {string} story
     */
    async publish(story) {
      serial += 1;
      for (const zone of parseZones(story).values()) {
        world.set(zone.name, zone);
        write(zone);
      }
      child.kill("SIGHUP"); // reload: there is no control channel, on purpose
      const [zone] = parseZones(story).values();
      await until(`zone ${zone.name} with serial ${serial}`, async () => {
        const [soa] = (await ask(port, zone.name, "SOA")).answer;
        return "soa" in soa.data && soa.data.soa[2] === String(serial);
      });
    },
  };
}

const fileOf = (/** @type {import('./zones.mjs').Zone} */ zone) => `${zone.name || "root"}.zone`;

function configuration(
  /** @type {string} */ folder,
  /** @type {number} */ port,
  /** @type {number} */ nowhere,
  /** @type {Map<string, import('./zones.mjs').Zone>} */ world,
) {
  const zones = [...world.values()].map((zone) => `zone "${zone.name || "."}" { type primary; file "${fileOf(zone)}"; };`);
  return `options {
  directory "${folder}";
  listen-on port ${port} { 127.0.0.1; };
  listen-on-v6 { none; };
  pid-file none; session-keyfile none;
  recursion yes; allow-recursion { 127.0.0.1; };
  forward only; forwarders { 127.0.0.1 port ${nowhere}; };
  dnssec-validation no; empty-zones-enable no; minimal-responses yes; notify no; allow-transfer { none; };
};
controls { };
${zones.join("\n")}
`;
}

/** Debian's AppArmor profile lets /usr/sbin/named read its own folders only; a copy in our folder is not under it. */
function named(/** @type {string} */ folder) {
  const program = findProgram("named");
  const flag = "/sys/module/apparmor/parameters/enabled";
  if (!existsSync(flag) || !readFileSync(flag, "utf8").startsWith("Y")) return program;
  const copy = join(folder, "named");
  copyFileSync(program, copy);
  return copy;
}
