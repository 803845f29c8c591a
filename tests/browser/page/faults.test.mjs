// A resolver that lies, hangs, sends HTML, 64 kB of noise or nothing gives a named outcome and loses nothing else. And the
// law above all others: an answer that failed is unknown, never missing.

import assert from "node:assert/strict";
import { describe } from "node:test";
import { Checker, headline, outcomesAt, stateOf } from "../lab/checker.mjs";
import { test } from "../lab/test.mjs";
import { withBrowser } from "../lab/with-browser.mjs";

const { lab, open } = withBrowser();

const story = { subject: "login-missing.example", complaint: "the login page does not open" };
const FOUND = "change-record: login-page-unreachable / login-record-missing is confirmed";

/** What the ledger may call each fault; several names where the page may stop reading earlier or later. @type {Record<string, string[]>} */
const OUTCOMES = {
  hang: ["timeout"],
  reset: ["blocked"],
  "no-cors": ["blocked"],
  truncated: ["unreadable"],
  429: ["http-error"],
  500: ["http-error"],
  html: ["malformed", "unreadable"],
  empty: ["malformed", "unreadable"],
  garbage: ["malformed", "unreadable"],
  noise: ["malformed"],
  nested: ["malformed", "unreadable", "http-error"], // its wire path is refused with a status, and a status says more
  "nested-within": ["malformed"],
  servfail: ["servfail"],
  refused: ["refused"],
  tc: ["truncated"],
  lies: ["malformed"],
};

/** Judges the story once for every fault, on one page, with the resolvers that `list` gives. @param {(fault: string) => string[]} list */
async function* judged(list) {
  const visit = await open();
  for (const fault of Object.keys(OUTCOMES)) {
    await visit.page
      .locator("alimail-checker")
      .evaluate((element, value) => element.setAttribute("resolvers", value), list(lab().faults[fault]).join(" "));
    yield { fault, turn: await new Checker(visit).check(story) };
  }
}

test("one resolver of three fails: it is said how, and the verdict stands", async () => {
  const { one, two } = lab().resolvers;
  for await (const { fault, turn } of judged((broken) => [broken, one, two])) {
    assert.equal(headline(turn), FOUND, fault);
    const outcomes = outcomesAt(turn, lab().faults[fault]);
    assert.ok(outcomes.length > 0 && outcomes.every((outcome) => OUTCOMES[fault]?.includes(outcome)), `${fault}: ${outcomes.join()}`);
  }
});

describe("every resolver fails", () => {
  test("in whichever way, nothing is called missing", { differs: true }, async () => {
    for await (const { fault, turn } of judged((broken) => [broken])) {
      assert.equal(stateOf(turn, "login-page-unreachable", "login-record-missing"), "cannot-tell", fault);
      assert.notEqual(turn.diagnosis.action, "change-record", fault);
      assert.deepEqual(turn.diagnosis.records, [], fault);
    }
  });

  test("what words alone say is still judged", async () => {
    const checker = new Checker(await open({ resolvers: [lab().faults.reset, lab().faults[500]] }));
    const turn = await checker.check({ subject: "healthy-a.example", complaint: "AccountFrozen" });
    assert.equal(headline(turn), "ask-administrator: account-cannot-send / account-frozen is likely");
  });

  test("without a network: offline, and what was typed stays", { differs: true }, async () => {
    const visit = await open();
    const checker = new Checker(visit);
    await checker.check({ subject: "healthy-a.example" }); // the page has loaded all its files
    await visit.context.setOffline(true);
    const turn = await checker.check(story);
    assert.deepEqual(new Set(turn.diagnosis.ledger.map((/** @type {any} */ row) => row.outcome)), new Set(["offline"]));
    assert.equal(stateOf(turn, "login-page-unreachable", "login-record-missing"), "cannot-tell");
    assert.equal(await visit.by("subject").inputValue(), story.subject);
  });
});

describe("the second path", () => {
  for (const dialect of ["json/google", "json/cloudflare", "json/alidns", "json/dnspod"]) {
    test(`${dialect}: wire refused, JSON understood`, async () => {
      const { faults } = lab();
      const visit = await open({ resolvers: [faults[dialect]] });
      const turn = await new Checker(visit).check(story);
      assert.equal(headline(turn), FOUND);
      assert.deepEqual(new Set(visit.asked().map((one) => one.form)), new Set(["wire", "json"]));
    });
  }
});

describe("a slow or hanging resolver", () => {
  test("holds nobody back: the others are shown while it is still awaited", async () => {
    const {
      resolvers: { one },
      faults,
    } = lab();
    const visit = await open({ resolvers: [faults.hang, one] });
    const checker = new Checker(visit);
    await checker.tell(story);
    await visit.by("run").click();
    await visit
      .by("cause-login-page-unreachable-login-record-missing")
      .and(visit.page.locator('[data-state="confirmed"]'))
      .first()
      .waitFor();
    assert.equal(await visit.by("cancel").isVisible(), true);
  });
  test("is heard when it answers late", async () => {
    const {
      resolvers: { one },
      faults,
    } = lab();
    const turn = await new Checker(await open({ resolvers: [faults.slow, one] })).check(story);
    assert.ok(outcomesAt(turn, faults.slow).includes("nxdomain"));
  });
});
