// Records to publish, fitted to the panel in which they are entered.

import assert from "node:assert/strict";
import { describe } from "node:test";
import { Checker, stateOf } from "../lab/checker.mjs";
import { fullTurn } from "../../turns/full.mjs";
import { showScripted } from "../lab/scripted.mjs";
import { test } from "../lab/test.mjs";
import { until } from "../lab/until.mjs";
import { withBrowser } from "../lab/with-browser.mjs";

const { lab, open } = withBrowser();

const show = (provider = "cloudflare", options = {}) => showScripted(open, fullTurn({ provider }), options);

const chosen = (/** @type {import('../lab/visit.mjs').Visit} */ visit) => visit.by("panel").first().inputValue();

/** What stands in the fields, record by record. */
const fields = (/** @type {import('../lab/visit.mjs').Visit} */ visit) =>
  visit
    .by("record")
    .evaluateAll((cards) =>
      cards.map((card) => [card.getAttribute("data-change"), ...[...card.querySelectorAll("dd code")].map((code) => code.textContent)]),
    );

describe("the records", () => {
  test("come for the panel of the name servers, part by part", async () => {
    const visit = await show();
    assert.equal(await chosen(visit), "cloudflare");
    assert.deepEqual(await fields(visit), [
      ["add", "CNAME", "mail", "qiye.aliyun.com"],
      ["add", "MX", "@", "mx3.qiye.aliyun.com", "15"],
      ["replace", "TXT", "@", "v=spf1 include:spf.qiye.aliyun.com include:_spf.google.com mx ip4:192.0.2.0/24 -all"],
      ["remove", "MX", "@", "mx.old-provider.example", "20"],
    ]);
  });

  test("come with a zone file, as one text to copy, where the panel is not known", async () => {
    const visit = await show("other", { permissions: ["clipboard-read", "clipboard-write"] });
    assert.equal(await chosen(visit), "other");
    assert.equal((await fields(visit)).length, 4);
    await visit.by("panel").selectOption("zone-file");
    const file = visit.by("zone-file").first();
    const button = file.getByRole("button");
    await button.click();
    await until("it is copied", async () => (await button.getAttribute("data-outcome")) === "copied");
    const text = await visit.page.evaluate(() => navigator.clipboard.readText());
    assert.deepEqual(
      text.split("\n").map((line) => line.slice(0, 30)),
      [
        "mail.abc.example. 600 IN CNAME",
        "abc.example. 600 IN MX 15 mx3.",
        '; abc.example. 600 IN TXT "v=s',
        'abc.example. 600 IN TXT "v=spf',
        "; abc.example. 600 IN MX 20 mx",
      ],
    );
  });

  test("follow the choice, which is kept when the same person checks again", async () => {
    const visit = await show("alibaba-cloud");
    assert.equal(await chosen(visit), "alibaba-cloud");
    await visit.by("panel").selectOption("godaddy");
    assert.equal(await chosen(visit), "godaddy");
    await visit.run();
    await visit.by("verdict").waitFor();
    assert.equal(await chosen(visit), "godaddy");
  });

  test("have a copy button for each value, which says what it copies, and one for all of them", async () => {
    const visit = await show();
    const buttons = visit.by("record").getByRole("button");
    assert.equal(await buttons.count(), await visit.by("record").count());
    for (const label of await buttons.evaluateAll((all) => all.map((button) => button.getAttribute("aria-label")))) assert.ok(label);
    const lines = await visit.by("copy-all").locator("code").textContent();
    assert.deepEqual(
      lines?.split("\n").map((line) => line.split("\t").slice(0, 2)),
      [
        ["CNAME", "mail"],
        ["MX", "@"],
        ["TXT", "@"],
      ],
    );
  });
});

test("an administrator reads the zone file, publishes it, and the page sees that it holds", async () => {
  const {
    resolvers: { one, two },
    now,
  } = lab();
  const broken = [
    "zone login-watched.example",
    "@ MX 5 mx1.qiye.aliyun.com.",
    "@ MX 10 mx2.qiye.aliyun.com.",
    "@ MX 15 mx3.qiye.aliyun.com.",
  ];
  await now.publish(broken.join("\n"));
  const visit = await open({ resolvers: [one, two] });
  const checker = new Checker(visit);
  const before = await checker.check({ subject: "login-watched.example", complaint: "the login page does not open" });
  assert.equal(stateOf(before, "login-page-unreachable", "login-record-missing"), "confirmed");
  await visit.by("panel").first().selectOption("zone-file");
  const lines = await visit.by("zone-file").first().locator("code").textContent();
  await now.publish([...broken, lines].join("\n"));
  const after = await checker.after(() => visit.by("retry").click());
  assert.notEqual(stateOf(after, "login-page-unreachable", "login-record-missing"), "confirmed");
  assert.ok(after.diagnosis.findings.some((/** @type {any} */ finding) => finding.key === "login.alibaba"));
  assert.equal(await visit.by("before-after").isVisible(), true);
});
