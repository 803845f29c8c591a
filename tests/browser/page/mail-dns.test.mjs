// The whole mail DNS of a domain, from real answers of BIND to what the page shows: exchangers, senders, resolvers that
// disagree; and an administrator who does what the page says until it is green.

import assert from "node:assert/strict";
import { describe } from "node:test";
import { Checker, headline } from "../lab/checker.mjs";
import { test } from "../lab/test.mjs";
import { withBrowser } from "../lab/with-browser.mjs";

const { lab, open } = withBrowser();

const both = () => [lab().resolvers.one, lab().resolvers.two];

/** Checks a domain at two resolvers that agree. */
async function check(/** @type {string} */ subject, /** @type {string[]} */ resolvers = both()) {
  const visit = await open({ resolvers });
  const checker = new Checker(visit);
  const turn = await checker.check({ subject });
  await visit.filled();
  return { visit, checker, turn };
}

/** @typedef {{key: string, severity: string, args: Record<string, unknown>}} Finding */

/** The findings that are more than for the record. */
const findings = (/** @type {any} */ turn) =>
  turn.diagnosis.findings
    .filter((/** @type {Finding} */ { severity }) => severity !== "info")
    .map((/** @type {Finding} */ { key }) => key)
    .sort();

const said = (/** @type {any} */ turn, /** @type {string} */ key) =>
  turn.diagnosis.findings.find((/** @type {Finding} */ finding) => finding.key === key)?.args;

/** Where Alibaba Mail documents nothing else, neither DKIM nor DMARC stands in these zones: worth knowing, no more. */
const ordinary = ["dkim.absent-at-default", "dmarc.missing"];

describe("a domain whose mail DNS is", () => {
  const receiving = "mail-not-arriving";
  const sending = "weak-authentication";
  /** @type {[string, string, string[]][]} */
  const rows = [
    ["mixed-mx.example", `need-more: ${receiving} / mx-of-two-providers is likely`, ["mx.mixed"]],
    ["mx-partial.example", `change-record: ${receiving} / mx-set-incomplete is confirmed`, ["mx.partial"]],
    ["mx-gone.example", `change-record: ${receiving} / mx-target-broken is confirmed`, ["mx.mixed", "mx.target-unresolvable"]],
    ["null-mx.example", `change-record: ${receiving} / mail-switched-off is confirmed`, ["mx.null", "login.not-published", "spf.missing"]],
    ["spf-several.example", `change-record: ${sending} / spf-several-records is confirmed`, ["spf.multiple-records"]],
    ["spf-translated.example", `change-record: ${sending} / spf-record-broken is confirmed`, ["spf.include-the-following"]],
    ["spf-lookups.example", `change-record: ${sending} / spf-too-many-lookups is confirmed`, ["spf.too-many-lookups"]],
    ["spf-loop.example", `change-record: ${sending} / spf-record-broken is confirmed`, ["spf.loop"]],
  ];
  for (const [subject, expected, keys] of rows) {
    test(`${subject}: ${expected}`, async () => {
      const { visit, checker, turn } = await check(subject);
      assert.equal(headline(turn), expected);
      assert.deepEqual(
        findings(turn).filter((/** @type {string} */ key) => !ordinary.includes(key)),
        [...keys].sort(),
      );
      const [problem] = turn.diagnosis.problems;
      assert.equal(await checker.shownCause(problem.id, problem.causes[0].id), problem.causes[0].state);
      await visit.by("verdict").waitFor();
    });
  }

  test("whole: nothing above a notice, and nothing to publish", async () => {
    const { visit, turn } = await check("healthy-a.example");
    assert.equal(turn.diagnosis.action, "nothing-wrong");
    assert.deepEqual(findings(turn), []);
    assert.equal(await visit.by("record").count(), 0);
    assert.ok(said(turn, "dkim.present").bits >= 2048);
  });

  test("answered by a wildcard: the shop answers for the login page", async () => {
    const { turn } = await check("wildcard.example");
    assert.ok(findings(turn).includes("login.wildcard"));
    assert.deepEqual(said(turn, "zone.wildcard").values, ["192.0.2.80"]);
  });

  test("led away by an alias at the domain itself", async () => {
    const { turn } = await check("apex.aliases.example");
    assert.equal(headline(turn), "change-record: mail-not-arriving / apex-alias-conflict is confirmed");
    assert.equal(said(turn, "apex.alias").target, "hosting.example");
  });

  test("signed with broken signatures: told apart from servers that do not answer", async () => {
    lab().switchTo("validating");
    const { turn } = await check("bogus-signatures.example", [lab().faults.validating, lab().faults.switch]);
    assert.ok(findings(turn).includes("domain.dnssec-broken"));
    assert.ok(
      turn.diagnosis.problems.some(
        (/** @type {any} */ { causes }) => causes[0].id === "receiving-domain-broken" && causes[0].state === "confirmed",
      ),
    );
  });

  test("entered with the domain twice", async () => {
    const visit = await open({ resolvers: both() });
    const turn = await new Checker(visit).check({ subject: "login-doubled.example", complaint: "the login page does not open" });
    assert.equal(headline(turn), "change-record: login-page-unreachable / login-record-doubled is confirmed");
    assert.equal(said(turn, "login.doubled-name").doubled, "mail.login-doubled.example.login-doubled.example");
  });

  test("full of markup and bytes that are no text: shown as what it is", async () => {
    const { visit, turn } = await check("markup.example");
    assert.ok(findings(turn).includes("spf.syntax"));
    assert.ok(findings(turn).includes("dmarc.malformed"));
    assert.equal(await visit.page.locator("alimail-checker img").count(), 0);
  });
});

describe("what SPF includes", () => {
  test("is drawn as the tree that it is, with its count", async () => {
    const { visit, turn } = await check("spf-tree.example");
    assert.equal(turn.diagnosis.action, "nothing-wrong");
    assert.equal(turn.diagnosis.policy.lookups, 4);
    await visit.unfold("policy");
    const nodes = visit.by("policy-node");
    const shown = await nodes.evaluateAll((items) =>
      items.map((item) => [item.querySelector("code")?.textContent, item.getAttribute("data-state")]),
    );
    assert.deepEqual(shown, [
      ["spf-tree.example", "fine"],
      ["include:spf.qiye.aliyun.com", "fine"],
      ["include:spf1.staff.mail.aliyun.com", "fine"],
      ["include:spf2.staff.mail.aliyun.com", "fine"],
      ["include:_spf.google.com", "fine"],
    ]);
    assert.equal(await nodes.nth(0).locator('[data-test="policy-node"]').count(), 4);
    assert.equal(await nodes.nth(1).locator('[data-test="policy-node"]').count(), 2);
  });

  test("is open to view where it goes wrong", async () => {
    const { visit } = await check("spf-loop.example");
    assert.equal((await visit.by("policy").getAttribute("open")) !== null, true);
    assert.equal(await visit.by("policy-node").and(visit.page.locator('[data-state="loop"]')).count(), 1);
  });
});

describe("resolvers that disagree", () => {
  const three = () => [lab().resolvers.one, lab().resolvers.two, lab().resolvers.behind];

  test("about where mail goes: how long the former MX is still remembered, and by whom", async () => {
    const { visit, turn } = await check("mail-moved.example", three());
    assert.equal(headline(turn), "wait: mail-not-arriving / mx-propagating is likely");
    const { until: end, caches } = turn.diagnosis.wait;
    const left = (Date.parse(end) - Date.now()) / 60_000;
    assert.ok(left > 85 && left <= 90, `${left} minutes`);
    assert.ok(caches.some((/** @type {any} */ { name, type, negative }) => name === "mail-moved.example" && type === "MX" && !negative));
    assert.equal(await visit.page.locator('[part="wait"] time').getAttribute("datetime"), end);
    const rows = visit.by("comparison").and(visit.page.locator('[data-differs="true"]'));
    assert.ok((await rows.allTextContents()).some((text) => text.includes("MX mail-moved.example")));
  });

  test("and one that fails on all of it: the word of the others counts", async () => {
    const { turn } = await check("healthy-a.example", [lab().resolvers.one, lab().faults.servfail]);
    assert.equal(turn.diagnosis.action, "nothing-wrong");
    assert.ok(said(turn, "resolvers.alone"));
  });
});

describe("an administrator who does what the page says", () => {
  /** Publishes the zone file text of the page: a line behind a semicolon goes, any other comes. */
  function apply(/** @type {string[]} */ zone, /** @type {string} */ text) {
    const plain = (/** @type {string} */ line) =>
      line
        .replace(/^;\s*/, "")
        .replace(/\s+/g, " ")
        .replace(/ 600 IN /, " ")
        .trim();
    const absolute = (/** @type {string} */ line) =>
      plain(line)
        .replace(/^@/, "repair.example.")
        .replace(/^(mail|_dmarc|default\._domainkey) /, "$1.repair.example. ");
    const rows = zone.map(absolute);
    for (const line of text.split("\n").filter(Boolean)) {
      const row = plain(line);
      const at = rows.findIndex((each) => each.replace(/"/g, "") === row.replace(/"/g, ""));
      if (line.startsWith(";")) {
        assert.notEqual(at, -1, `the page names a record that is there: ${line}`);
        rows.splice(at, 1);
      } else rows.push(row);
    }
    return rows;
  }

  test("from a broken zone to a green one", async () => {
    const visit = await open({ resolvers: both() });
    const checker = new Checker(visit);
    let turn = await checker.check({ subject: "mail.repair.example", complaint: "the login page does not open" });
    assert.equal(turn.diagnosis.action, "change-record");
    assert.equal(turn.ask.question.id, "other-mx", "an MX of somebody else may be a filter");
    assert.ok(!turn.diagnosis.records.some((/** @type {any} */ record) => record.type === "MX"));
    turn = await checker.after(() => visit.by("reply-alibaba-only").click());
    let zone = [
      "@ MX 5 mx1.qiye.aliyun.com.",
      "@ MX 20 aspmx.l.google.com.",
      '@ TXT "v=spf1 include:_spf.google.com ~all"',
      '@ TXT "v=spf1 include:spf.qiye.aliyun.com -all"',
      "mail CNAME gone.hosting.example.",
    ];
    for (let round = 0; round < 3 && turn.diagnosis.records.length > 0; round += 1) {
      await visit.by("panel").first().selectOption("zone-file");
      for (const file of await visit.by("zone-file").all()) zone = apply(zone, (await file.locator("code").textContent()) ?? "");
      await lab().now.publish(["zone repair.example", ...zone].join("\n"));
      turn = await checker.after(() => visit.by("retry").click());
      assert.equal(await visit.by("before-after").isVisible(), true);
    }
    assert.deepEqual(turn.diagnosis.records, []);
    assert.equal(turn.diagnosis.action, "nothing-wrong");
    assert.deepEqual(
      findings(turn).filter((/** @type {string} */ key) => !ordinary.includes(key)),
      [],
    );
    assert.deepEqual(await checker.shown(), { action: "nothing-wrong", visible: true });
    assert.ok(zone.includes("mail.repair.example. CNAME qiye.aliyun.com."));
  });
});
