// Reads the stories of zones/*.zones and makes BIND zone files of them. One law: what a story does not say (SOA, NS,
// delegation) is the same everywhere and generated, so a story holds only what makes it a story.

import { readFileSync } from "node:fs";

/** @typedef {{name: string, lines: string[], loadable: boolean}} Zone  name without the final dot, "" is the root */

const HERE = new URL("../zones/", import.meta.url);

/** @returns {Map<string, Zone>} */
export function parseZones(/** @type {string} */ text) {
  /** @type {Map<string, Zone>} */
  const zones = new Map();
  /** @type {Zone | undefined} */
  let zone;
  for (const line of text.split("\n")) {
    const bare = line.replace(/^\s*;.*$/, "").trimEnd();
    const head = /^zone\s+(\S+)(\s+unloadable)?\s*(;.*)?$/.exec(bare);
    if (head) {
      zone = { name: head[1].replace(/\.$/, ""), lines: [], loadable: !head[2] };
      if (zones.has(zone.name)) throw new Error(`zone ${zone.name} is told twice`);
      zones.set(zone.name, zone);
    } else if (bare) {
      if (!zone) throw new Error(`a record before the first zone: ${bare}`);
      zone.lines.push(bare);
    }
  }
  return zones;
}

/** The world of one server: later files replace zones of earlier ones. */
export function readWorld(/** @type {string[]} */ ...files) {
  return new Map(files.flatMap((file) => [...parseZones(readFileSync(new URL(file, HERE), "utf8"))]));
}

/**
 * The master file of a zone. The serial is the caller's, so that a changed zone is seen as changed.
 * @param {Map<string, Zone>} world
 * @param {Zone} zone
 * @param {number} serial
 */
export function masterFile(world, zone, serial) {
  const children = [...world.keys()].filter((name) => name !== zone.name && parentOf(world, name) === zone.name);
  return [
    `$ORIGIN ${zone.name}.`,
    "$TTL 600",
    `@ SOA ns.lab. hostmaster.lab. ${serial} 3600 600 86400 300`,
    "@ NS ns.lab.",
    ...(zone.name === "" ? ["ns.lab. A 127.0.0.1"] : []),
    ...children.map((name) => `${name}. NS ns.lab.`),
    ...zone.lines,
    "",
  ].join("\n");
}

/** The closest zone above this name that the world has; the root otherwise. */
function parentOf(/** @type {Map<string, Zone>} */ world, /** @type {string} */ name) {
  const labels = name.split(".");
  for (let skip = 1; skip < labels.length; skip += 1) {
    const above = labels.slice(skip).join(".");
    if (world.has(above)) return above;
  }
  return "";
}
