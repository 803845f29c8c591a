// What is as long, or as much, as it can be: it wraps, it can be read to its end, and nothing is wider than the window.

import assert from "node:assert/strict";
import { axe, overflow } from "../lab/axe.mjs";
import { fullTurn } from "../../turns/full.mjs";
import { showScripted, unfold } from "../lab/scripted.mjs";
import { test } from "../lab/test.mjs";
import { withBrowser } from "../lab/with-browser.mjs";

const { open } = withBrowser();

const label = "x".repeat(61);
const longName = `${label}.${label}.${label}.${label}.abc`; // 251 characters; a name may have 253
const longRecord = `v=spf1 ${Array.from({ length: 190 }, (_, at) => `ip4:192.0.2.${at}/32`).join(" ")} -all`;

function extremeTurn() {
  const turn = fullTurn();
  const { diagnosis } = turn;
  Object.assign(turn.subject, { domain: longName, loginHost: `m.${longName}` });
  for (const record of diagnosis.records)
    Object.assign(record, { host: longName, zone: longName, value: longRecord, current: [longRecord, longName] });
  for (const hop of diagnosis.path) if (hop.name) hop.name = longName;
  const [root] = diagnosis.policy?.nodes ?? [];
  assert.ok(root && diagnosis.policy);
  diagnosis.policy.nodes = [
    { ...root, domain: longName, record: longRecord },
    ...Array.from({ length: 40 }, (_, at) => ({
      ...root,
      depth: 1 + (at % 10),
      term: `include:${at}.${longName}`,
      domain: longName,
      record: longRecord,
    })),
  ];
  const [problem] = diagnosis.problems;
  assert.ok(problem);
  diagnosis.problems = Array.from({ length: 10 }, () => structuredClone(problem));
  return turn;
}

for (const [what, options] of /** @type {[string, import('../lab/browser.mjs').Open][]} */ ([
  ["280 px", { viewport: { width: 280, height: 640 } }],
  ["360 px", { viewport: { width: 360, height: 640 } }],
  ["1280 px", { viewport: { width: 1280, height: 800 } }],
  ["no motion", { viewport: { width: 700, height: 800 }, context: { reducedMotion: "reduce" } }],
])) {
  test(`names of 251 characters, records of 4 kB, 40 includes, ten problems: ${what}`, async () => {
    const visit = await showScripted(open, extremeTurn(), { lang: "en", ...options }, "AccountFrozen ".repeat(700));
    assert.equal(await overflow(visit), 0);
    await unfold(visit);
    assert.equal(await overflow(visit), 0);
    const value = visit.page.locator(".card [data-field=value] code").first();
    assert.equal(await value.textContent(), longRecord);
    assert.deepEqual(await axe(visit), []);
  });
}

test("text of 200 % at 320 px: all of it can be reached, and nothing is cut", async () => {
  const visit = await showScripted(open, fullTurn(), { lang: "zh-CN", viewport: { width: 320, height: 640 } });
  await visit.page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
  });
  await unfold(visit);
  assert.equal(await overflow(visit), 0);
});
