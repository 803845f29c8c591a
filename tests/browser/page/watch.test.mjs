// "Watch until it holds", with real zones that are mended meanwhile and a clock that the spec moves; and the end of all
// asking when the element is gone.

import assert from "node:assert/strict";
import { describe } from "node:test";
import { Checker } from "../lab/checker.mjs";
import { test } from "../lab/test.mjs";
import { until } from "../lab/until.mjs";
import { withBrowser } from "../lab/with-browser.mjs";

const { lab, open } = withBrowser();

const NAME = "login-watched.example";
const BROKEN = [
  `zone ${NAME}`,
  "@ MX 5 mx1.qiye.aliyun.com.",
  "@ MX 10 mx2.qiye.aliyun.com.",
  "@ MX 15 mx3.qiye.aliyun.com.",
  '@ TXT "v=spf1 include:spf.qiye.aliyun.com -all"',
];
const MENDED = [...BROKEN, "mail CNAME qiye.aliyun.com."];

/** Watches a domain without a login record. */
async function watching() {
  const { one, two } = lab().resolvers;
  await lab().now.publish(BROKEN.join("\n"));
  const visit = await open({ resolvers: [one, two] });
  await visit.page.clock.install();
  const checker = new Checker(visit);
  await checker.check({ subject: NAME, complaint: "the login page does not open" });
  await visit.by("watch").click();
  await visit.by("unwatch").waitFor();
  return { visit, checker };
}

const phase = (/** @type {import('../lab/visit.mjs').Visit} */ visit) => visit.by("watch-state").getAttribute("data-phase");

describe("watching", () => {
  test("asks nothing before it is due, then shows before and now, and goes on", async () => {
    const { visit } = await watching();
    const asked = visit.asked().length;
    const turns = await visit.turnCount();
    await visit.page.clock.fastForward(50_000);
    assert.equal(visit.asked().length, asked);
    await visit.page.clock.fastForward(20_000);
    await until("the look is over", async () => (await visit.turnCount()) > turns && (await phase(visit)) === "waiting");
    assert.ok(visit.asked().length > asked);
    assert.equal(await visit.by("before-after").isVisible(), true);
    assert.equal(await visit.by("unwatch").isVisible(), true);
  });

  test("stops by itself when the record is there, says so, and keeps the focus", async () => {
    const { visit } = await watching();
    await lab().now.publish(MENDED.join("\n"));
    await visit.page.clock.fastForward(61_000);
    await until("it holds", async () => (await phase(visit)) === "holds");
    const turn = await visit.lastTurn();
    assert.ok(turn.diagnosis.findings.some((/** @type {any} */ finding) => finding.key === "login.alibaba"));
    assert.equal(await visit.focused(), "watch-state");
    assert.equal(await visit.by("status").innerText(), await visit.by("watch-state").innerText());
    const asked = visit.asked().length;
    await visit.page.clock.fastForward(3_600_000);
    assert.equal(visit.asked().length, asked);
  });

  test("does not hide the result while it looks", async () => {
    const { visit } = await watching();
    await visit.page.evaluate(() => {
      const root = /** @type {ShadowRoot} */ (document.querySelector("alimail-checker")?.shadowRoot);
      const seen = /** @type {any} */ (globalThis);
      seen.flickers = 0;
      new MutationObserver(() => {
        if (!root.querySelector('[data-test="verdict"]')) seen.flickers += 1;
      }).observe(root, { childList: true, subtree: true });
    });
    const turns = await visit.turnCount();
    await visit.page.clock.fastForward(61_000);
    await until("the look is over", async () => (await visit.turnCount()) > turns);
    assert.equal(await visit.page.evaluate(() => /** @type {any} */ (globalThis).flickers), 0);
    assert.equal(await visit.turnCount(), turns + 1);
  });

  test("looks when the tab wakes up after it was due", async () => {
    const { visit } = await watching();
    const turns = await visit.turnCount();
    await visit.page.clock.pauseAt(Date.now() + 3 * 3_600_000); // the clock went on, no timer fired more than once
    await visit.page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await visit.page.clock.resume();
    await until("the look is over", async () => (await visit.turnCount()) > turns);
  });

  test("keeps what it knows while the network is away, and looks again later", async () => {
    const { visit } = await watching();
    const turns = await visit.turnCount();
    const waitsFor = () => visit.by("watch-state").innerText();
    const first = await waitsFor();
    await visit.context.setOffline(true);
    await visit.page.clock.fastForward(61_000);
    await until("the look has failed", async () => (await phase(visit)) === "waiting" && (await waitsFor()) !== first);
    assert.equal(await visit.turnCount(), turns);
    await visit.context.setOffline(false);
    await lab().now.publish(MENDED.join("\n"));
    await visit.page.clock.fastForward(120_000);
    await until("it holds", async () => (await phase(visit)) === "holds");
  });

  test("can be stopped, and a new run stops it as well", async () => {
    const { visit, checker } = await watching();
    await visit.by("unwatch").click();
    await visit.by("watch").waitFor();
    const asked = visit.asked().length;
    await visit.page.clock.fastForward(600_000);
    assert.equal(visit.asked().length, asked);
    await visit.by("watch").click();
    await checker.after(() => visit.by("retry").click());
    assert.equal(await visit.by("unwatch").count(), 0);
  });

  test("is not offered where nothing is wrong", async () => {
    const visit = await open({ resolvers: [lab().resolvers.one, lab().resolvers.two] });
    await new Checker(visit).check({ subject: "healthy-a.example" });
    assert.equal(await visit.by("watch").count(), 0);
  });
});

describe("taking the element away", () => {
  test("in the middle of a run ends its requests", async () => {
    const {
      resolvers: { one },
      faults,
    } = lab();
    const visit = await open({ resolvers: [one, faults.hang] });
    await new Checker(visit).tell({ subject: "login-missing.example", complaint: "timeout" });
    /** @type {string[]} */
    const ended = [];
    visit.page.on("requestfailed", (request) => ended.push(request.failure()?.errorText ?? ""));
    await visit.run();
    await until("a request hangs", async () => visit.asked().some(({ resolver }) => resolver === faults.hang));
    await visit.page.evaluate(() => document.querySelector("alimail-checker")?.remove());
    await until("it is ended", async () => ended.some((text) => text.includes("ABORTED")), { within: 1500 });
  });

  test("while it watches ends the watch", async () => {
    const { visit } = await watching();
    await visit.page.evaluate(() => document.querySelector("alimail-checker")?.remove());
    const asked = visit.asked().length;
    await visit.page.clock.fastForward(600_000);
    assert.equal(visit.asked().length, asked);
  });

  test("and putting it elsewhere at once ends nothing", async () => {
    const {
      resolvers: { one, two },
    } = lab();
    const visit = await open({ resolvers: [one, two] });
    const checker = new Checker(visit);
    await checker.tell({ subject: "login-missing.example", complaint: "the login page does not open" });
    const turn = await checker.after(async () => {
      await visit.run();
      await visit.page.evaluate(() => document.body.append(/** @type {Element} */ (document.querySelector("alimail-checker"))));
    });
    assert.equal(turn.diagnosis.action, "change-record");
  });
});
