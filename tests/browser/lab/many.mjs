// The page for a list of domains in the lab: with resolvers of its own, and a world of many domains.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { distFolder } from "./site.mjs";
import { until } from "./until.mjs";

/** @typedef {import('./visit.mjs').Visit} Visit */

/**
 * The address of many.html with resolvers of the lab, and a rate that does not keep a test waiting.
 * @param {import('./index.mjs').Lab} lab
 * @param {{resolvers?: string[], rate?: number}} [options]
 */
export function addressOfMany(lab, { resolvers = [lab.resolvers.one, lab.resolvers.two], rate = 2000 } = {}) {
  const html = readFileSync(join(distFolder(), "many.html"), "utf8");
  const path = `/many-${resolvers.map((url) => new URL(url).port).join("-")}-${rate}.html`;
  return lab.site.put(path, html.replace('<div id="many"', `$& resolvers="${resolvers.join(" ")}" rate="${rate}"`));
}

/** Pastes a list and presses the button. */
export async function paste(/** @type {Visit} */ visit, /** @type {string} */ text) {
  await visit.by("domains").first().fill(text);
  await visit.by("run").first().click();
}

/** Waits until the list is in this phase. */
export const inPhase = (/** @type {Visit} */ visit, phase = "done", within = 60_000) =>
  until(`the list is ${phase}`, async () => (await visit.by("progress").getAttribute("data-phase")) === phase, { within, every: 50 });

/** How many domains are done. */
export const doneIn = async (/** @type {Visit} */ visit) => Number(await visit.by("progress").getAttribute("data-done"));

/** What the rows of the shown page say: domain to "kind action". @returns {Promise<Record<string, string>>} */
export async function shown(/** @type {Visit} */ visit) {
  const rows = await visit
    .by("row")
    .evaluateAll((rows) => rows.map((row) => ["domain", "kind", "action"].map((name) => row.getAttribute(`data-${name}`))));
  return Object.fromEntries(rows.map(([domain, kind, action]) => [domain, `${kind} ${action}`]));
}

/** Questions that were asked more than once at one resolver. */
export function askedTwice(/** @type {Visit} */ visit) {
  const all = visit.asked().map(({ resolver, name, type }) => `${resolver} ${name} ${type}`);
  return all.filter((one, index) => all.indexOf(one) !== index);
}

const records = [
  [
    "MX 5 mx1.qiye.aliyun.com.",
    "MX 10 mx2.qiye.aliyun.com.",
    "MX 15 mx3.qiye.aliyun.com.",
    'TXT "v=spf1 include:spf.qiye.aliyun.com -all"',
  ],
  ["MX 5 mx1.qiye.aliyun.com.", "MX 10 mx2.qiye.aliyun.com.", 'TXT "v=spf1 include:spf.qiye.aliyun.com -all"'],
  ["MX 5 mx1.qiye.aliyun.com.", "MX 10 mx2.qiye.aliyun.com.", "MX 15 mx3.qiye.aliyun.com."],
  ["MX 10 mxbiz1.qq.com."],
];
/** What is said of them, in the same order. */
export const VERDICTS = ["healthy nothing-wrong", "fix change-record", "fix change-record", "other not-alibaba-mail"];

/** So many domains, and the zone above them that holds all of them, for lab.now.publish. */
export function manyDomains(/** @type {number} */ count) {
  const names = Array.from({ length: count }, (_, index) => `customer-${index}.example`);
  const lines = names.flatMap((name, index) => [
    ...records[index % records.length].map((record) => `${name}. ${record}`),
    ...(index % records.length === 3 ? [] : [`mail.${name}. CNAME qiye.aliyun.com.`]),
    `_dmarc.${name}. TXT "v=DMARC1; p=quarantine"`,
  ]);
  return { names, story: `zone example\n${lines.join("\n")}\n` };
}
