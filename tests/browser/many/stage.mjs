// The page for a list of domains in the lab: with resolvers of its own, and a world of many domains.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseZones } from "../lab/zones.mjs";
import { distFolder } from "../lab/site.mjs";
import { until } from "../lab/until.mjs";

/** @typedef {import('../lab/visit.mjs').Visit} Visit */

/**
 * The address of many.html with resolvers of the lab, and a rate that does not keep a test waiting.
 * @param {import('../lab/index.mjs').Lab} lab
 * @param {{resolvers?: string[], rate?: number}} [options]
 */
export function addressOfMany(lab, { resolvers = [lab.resolvers.one, lab.resolvers.two], rate = 2000 } = {}) {
  const html = readFileSync(join(distFolder(), "many.html"), "utf8");
  return lab.site.put("/many-lab.html", html.replace('<div id="many"', `$& resolvers="${resolvers.join(" ")}" rate="${rate}"`));
}

/** Pastes a list and presses the button. @param {Visit} visit @param {string} text */
export async function paste(visit, text) {
  await visit.by("domains").first().fill(text);
  await visit.by("run").first().click();
}

/** @param {Visit} visit @param {string} [phase] */
export const settled = (visit, phase = "done", within = 60_000) =>
  until(`the list is ${phase}`, async () => (await visit.by("progress").getAttribute("data-phase")) === phase, { within, every: 50 });

/** What the rows of the shown page say: domain to "kind action". @param {Visit} visit @returns {Promise<Record<string, string>>} */
export const shown = async (visit) =>
  Object.fromEntries(
    await visit
      .by("row")
      .evaluateAll((rows) =>
        rows.map((row) => [row.getAttribute("data-domain"), `${row.getAttribute("data-kind")} ${row.getAttribute("data-action")}`]),
      ),
  );

const kinds = [
  (/** @type {string} */ name) => `zone ${name}
@ MX 5 mx1.qiye.aliyun.com.
@ MX 10 mx2.qiye.aliyun.com.
@ MX 15 mx3.qiye.aliyun.com.
@ TXT "v=spf1 include:spf.qiye.aliyun.com -all"
mail CNAME qiye.aliyun.com.
_dmarc TXT "v=DMARC1; p=none"
`,
  (/** @type {string} */ name) => `zone ${name}
@ MX 5 mx1.qiye.aliyun.com.
@ MX 10 mx2.qiye.aliyun.com.
@ TXT "v=spf1 include:spf.qiye.aliyun.com -all"
mail CNAME qiye.aliyun.com.
`,
  (/** @type {string} */ name) => `zone ${name}
@ MX 5 mx1.qiye.aliyun.com.
@ MX 10 mx2.qiye.aliyun.com.
@ MX 15 mx3.qiye.aliyun.com.
mail CNAME elsewhere.example.
`,
  (/** @type {string} */ name) => `zone ${name}
@ TXT "v=spf1 -all"
`,
];

/** So many domains, as a story for lab.now.publish: a quarter of them is complete. @param {number} count */
export function manyZones(count) {
  const names = Array.from({ length: count }, (_, index) => `customer-${index}.example`);
  return { names, zones: parseZones(names.map((name, index) => kinds[index % kinds.length](name)).join("")) };
}
