// A resolver that lies, hangs, sends HTML, 64 kB of noise or nothing gives a named outcome and loses nothing else. And the
// law above all others: an answer that failed is unknown, never missing.

import assert from "node:assert/strict";
import { describe } from "node:test";
import { Checker, headline, outcomesAt, stateOf } from "../lab/checker.mjs";
import { test } from "../lab/test.mjs";
import { until } from "../lab/until.mjs";
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
  noise: ["malformed", "unreadable"], // more of it than is kept of all bodies together
  nested: ["malformed", "unreadable", "http-error"], // its wire path is refused with a status, and a status says more
  "nested-within": ["malformed", "unreadable"],
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
    await new Checker(visit).check(story);
    // A busy Firefox takes seconds to give up a connection that is reset: until then it is a timeout, which what comes later replaces.
    if (fault !== "hang") await visit.by("lookups-waiting").waitFor({ state: "detached" });
    yield { fault, turn: await visit.turnAtRest() };
  }
}

test("one resolver of three fails: it is said how, and the verdict stands", async () => {
  const { one, two } = lab().resolvers;
  for await (const { fault, turn } of judged((broken) => [broken, one, two])) {
    const answered = [one, two].map((resolver) => outcomesAt(turn, resolver).join());
    assert.equal(headline(turn), FOUND, `${fault}: ${outcomesAt(turn, lab().faults[fault]).join()} | ${answered.join(" | ")}`);
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
    await checker.check({ ...story, subject: "healthy-a.example" }); // the page has loaded all its files
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
    await visit.run();
    await visit.by("verdict").and(visit.page.locator('[data-action="change-record"]')).waitFor();
    await visit.unfold("fold-why"); // it opens before the end of the run too
    await visit.by("cause-login-page-unreachable-login-record-missing").and(visit.page.locator('[data-state="confirmed"]')).waitFor();
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

describe("an answer after the first verdict", () => {
  /** The verdict of a page while `switch` hangs; the clock of the page runs ahead. */
  const waiting = async (/** @type {string[]} */ others, /** @type {typeof story} */ told = story) => {
    lab().switchTo("hang");
    const visit = await open({ url: "about:blank" });
    await visit.page.clock.install();
    await visit.page.goto(lab().site.hostPage({ resolvers: [lab().faults.switch, ...others].join(" ") }));
    const checker = new Checker(visit);
    await checker.tell(told);
    await visit.by("fold-guide").waitFor();
    await visit.run();
    await until("a question", async () => visit.asked().length > 0);
    await visit.page.clock.fastForward(2600);
    await visit.by("lookups-waiting").waitFor();
    return { visit, checker };
  };

  test("where all are slow, the verdict comes with their answers; focus and scroll stay", { differs: true }, async () => {
    const { visit, checker } = await waiting([]);
    assert.equal((await checker.shown()).action, "need-more");
    await visit.edit();
    // Firefox scrolls to what has the focus some time later.
    await visit.by("complaint").evaluate((field) => field.focus({ preventScroll: true }));
    await visit.page.evaluate(() => scrollTo(0, 40));
    const scrolled = await visit.page.evaluate(() => scrollY);
    assert.equal(scrolled, 40);
    lab().switchTo("good");
    await visit.by("lookups-waiting").waitFor({ state: "detached" });
    assert.equal(headline(await visit.lastTurn()), FOUND);
    assert.deepEqual(await checker.shown(), { action: "change-record", visible: true });
    assert.deepEqual([await visit.focused(), await visit.page.evaluate(() => scrollY)], ["complaint", scrolled]);
    assert.equal(await visit.by("progress").count(), 0);
  });

  test("one slow resolver of two holds nobody back, and is compared when it answers", async () => {
    const { one } = lab().resolvers;
    const { visit } = await waiting([one]);
    assert.equal(headline(await visit.lastTurn()), FOUND);
    assert.deepEqual(outcomesAt(await visit.lastTurn(), lab().faults.switch), ["timeout"]);
    lab().switchTo("good");
    await visit.by("lookups-waiting").waitFor({ state: "detached" });
    const outcomes = outcomesAt(await visit.lastTurn(), lab().faults.switch);
    assert.ok(outcomes.includes("nxdomain") && !outcomes.includes("timeout"), outcomes.join());
    assert.equal(headline(await visit.lastTurn()), FOUND);
  });

  test("trying again after ten seconds waits longer before it says that nobody answered", async () => {
    const { visit, checker } = await waiting([]);
    await visit.page.clock.fastForward(10_000);
    const asked = visit.asked().length;
    await visit.by("lookups-none").getByRole("button").click();
    await visit.by("cancel").waitFor();
    await until("a question", async () => visit.asked().length > asked);
    await visit.page.clock.fastForward(5000);
    assert.equal(await visit.by("cancel").isVisible(), true);
    const turn = await checker.after(async () => lab().switchTo("good"));
    assert.equal(headline(turn), FOUND);
    assert.equal(await visit.by("lookups-waiting").count(), 0);
  });
});
