// Using the page: what it does to the network and when, and what a person can do with a result. Nothing is asked before
// the person says so, and what was asked is what the ledger lists.

import assert from "node:assert/strict";
import { describe } from "node:test";
import { Checker, headline } from "../lab/checker.mjs";
import { cannot } from "../lab/engine.mjs";
import { test } from "../lab/test.mjs";
import { until } from "../lab/until.mjs";
import { withBrowser } from "../lab/with-browser.mjs";

const { lab, open } = withBrowser();

const story = { subject: "login-missing.example", complaint: "the login page does not open" };
const FOUND = "change-record: login-page-unreachable / login-record-missing is confirmed";

describe("the network", () => {
  test("is not touched by looking at the page", async () => {
    const visit = await open();
    await visit.unfold("fold-examples");
    assert.deepEqual(visit.foreign(), []);
  });

  test("is not touched by the examples, and each comes to a verdict", async () => {
    const visit = await open();
    const checker = new Checker(visit);
    await visit.unfold("fold-examples");
    const ids = await visit.starting("example-").evaluateAll((nodes) => nodes.map((node) => node.getAttribute("data-test") ?? ""));
    assert.ok(ids.length >= 3);
    for (const id of ids) {
      const fresh = new Checker(await open());
      const turn = await fresh.after(() => fresh.visit.example(id.slice("example-".length)));
      assert.equal((await fresh.shown()).action, turn.diagnosis.action);
      assert.deepEqual(fresh.visit.foreign(), []);
    }
    assert.deepEqual(checker.visit.foreign(), []);
  });

  test("is not touched by a deep link, which only fills in", async () => {
    const visit = await open({ page: "index.html", fragment: "subject=login-missing.example&complaint=timeout&lang=zh-CN" });
    await visit.by("subject").waitFor();
    await until("the fields are filled", async () => (await visit.by("subject").inputValue()) === "login-missing.example");
    assert.equal(await visit.by("complaint").inputValue(), "timeout");
    assert.deepEqual(visit.foreign(), []);
    assert.equal(await visit.turnCount(), 0);
  });

  test("is not touched by a further deep link or attribute, which are taken over as well", async () => {
    const visit = await open({ page: "index.html" });
    await visit.by("fold-guide").waitFor();
    await visit.page.evaluate(() => {
      location.hash = "#subject=login-missing.example";
    });
    await until("the link is read", async () => (await visit.by("subject").inputValue()) === "login-missing.example");
    await visit.page.evaluate(() => document.querySelector("alimail-checker")?.setAttribute("complaint", "timeout"));
    await until("the attribute is read", async () => (await visit.by("complaint").inputValue()) === "timeout");
    assert.deepEqual(visit.foreign(), []);
  });

  test("meets only the resolvers and the probe, with GET, without referrer and credentials", { differs: true }, async () => {
    const visit = await open();
    await new Checker(visit).check({ ...story, subject: "healthy-a.example" });
    const { one, two, behind } = lab().resolvers;
    const allowed = [one, two, behind, "https://mail.healthy-a.example/", "https://qiye.aliyun.com/"].map((url) => new URL(url).origin);
    for (const sent of visit.foreign()) {
      assert.ok(allowed.includes(new URL(sent.url).origin), sent.url);
      assert.equal(sent.method, "GET");
      assert.equal(sent.headers.referer || undefined, undefined);
      assert.equal(sent.headers.cookie, undefined);
    }
  });

  test("and the ledger tell the same", async () => {
    const {
      resolvers: { one, behind },
      faults,
    } = lab();
    const visit = await open({ resolvers: [one, behind, faults["json/google"], faults.reset] });
    const turn = await new Checker(visit).check(story);
    const line = (/** @type {string} */ resolver, /** @type {{name: string, type: string}} */ { name, type }) =>
      `${resolver} ${name} ${type}`;
    const network = new Set(visit.asked().map((one) => line(new URL(one.resolver).host, one)));
    const ledger = turn.diagnosis.ledger.map((/** @type {any} */ row) => line(row.resolver, row));
    assert.deepEqual(new Set(ledger), network);
    await visit.filled();
    assert.equal(await visit.by("ledger-row").count(), ledger.length);
  });

  test("is that of the public resolvers on the built page, under its own policy", async () => {
    const visit = await open({ page: "index.html" });
    const turn = await new Checker(visit).check(story);
    assert.equal(headline(turn), FOUND);
    assert.ok(new Set(visit.asked().map((one) => one.resolver)).size >= 4);
    assert.ok(turn.diagnosis.ledger.every((/** @type {any} */ row) => ["records", "nodata", "nxdomain"].includes(row.outcome)));
  });
});

describe("a person", () => {
  test("cancels, keeps what is there, and tries again", { differs: true }, async () => {
    const {
      resolvers: { one },
      faults,
    } = lab();
    lab().switchTo("hang");
    const visit = await open({ resolvers: [one, faults.switch] });
    const checker = new Checker(visit);
    await checker.tell(story);
    await visit.run();
    await until("the first answers", async () => (await visit.lastTurn())?.diagnosis.ledger.length > 0);
    await visit.by("cancel").click();
    await visit.by("cancel").waitFor({ state: "detached" });
    await visit.by("retry").waitFor();
    const [turn, asked] = [await visit.lastTurn(), visit.asked().length];
    const hung = new URL(faults.switch).host;
    assert.ok(
      visit.asked().some(({ resolver }) => resolver === faults.switch),
      "it was cancelled while a resolver hung",
    );
    assert.ok(turn.diagnosis.ledger.every((/** @type {any} */ row) => row.resolver !== hung));
    assert.ok(turn.diagnosis.ledger.length > 0);
    await visit.filled();
    assert.equal(await visit.by("ledger-row").count(), turn.diagnosis.ledger.length);
    lab().switchTo("good");
    assert.equal(visit.asked().length, asked, "nothing more is asked until somebody wants it");
    const again = await checker.after(() => visit.by("retry").click());
    assert.equal(headline(again), FOUND);
    assert.ok(again.diagnosis.ledger.some((/** @type {any} */ row) => row.resolver === hung));
  });

  test("mends the record, tries again, and reads the other verdict", async () => {
    const { one, two } = lab().resolvers;
    const visit = await open({ resolvers: [one, two] });
    const checker = new Checker(visit);
    assert.equal(headline(await checker.check({ ...story, subject: "login-empty.example" })), FOUND);
    await lab().now.publish(
      [
        "zone login-empty.example",
        "@ MX 5 mx1.qiye.aliyun.com.",
        "@ MX 10 mx2.qiye.aliyun.com.",
        "@ MX 15 mx3.qiye.aliyun.com.",
        "mail CNAME qiye.aliyun.com.",
      ].join("\n"),
    );
    const turn = await checker.after(() => visit.by("retry").click());
    assert.ok(turn.diagnosis.findings.some((/** @type {any} */ finding) => finding.key === "login.alibaba"));
  });

  test("with a finger gets the share sheet of the system, and what it refuses is copied", {
    differs: true,
    skip: cannot({ firefox: "Playwright cannot give it a finger" }),
  }, async () => {
    const visit = await open({ url: "about:blank", context: { hasTouch: true, isMobile: true }, viewport: { width: 360, height: 780 } });
    await visit.page.addInitScript(() => {
      const shared = /** @type {any[]} */ ([]);
      /** @type {any} */ (globalThis).labShared = shared;
      const refuse = ["AbortError", "NotAllowedError"];
      Object.defineProperty(Navigator.prototype, "share", {
        configurable: true,
        value: (/** @type {any} */ data) => {
          shared.push(data);
          return Promise.reject(new DOMException("no", refuse.shift() ?? "NotAllowedError"));
        },
      });
    });
    await visit.page.goto(`${lab().site.origin}/index.html#lang=en&subject=login-missing.example`);
    const button = visit.page.locator(".share");
    await until("the words", async () => (await button.textContent()) !== "");
    const calm = await button.textContent();
    const shared = () => visit.page.evaluate(() => /** @type {any} */ (globalThis).labShared);
    await button.tap();
    await until("the sheet", async () => (await shared()).length === 1);
    assert.match((await shared())[0].url, /#v=1&subject=login-missing\.example&lang=en$/);
    assert.equal(await button.textContent(), calm); // closed by the person: nothing else happens
    await button.tap();
    await until("a word about it", async () => (await button.textContent()) !== calm);
  });

  test("prints what matters, opened, and nothing on paper that can only be tapped; on the screen the folds are closed again", {
    differs: true,
    skip: cannot({ firefox: "Playwright cannot show it as print" }),
  }, async () => {
    const { one, two } = lab().resolvers;
    const visit = await open({ resolvers: [one, two] });
    await new Checker(visit).check(story);
    await visit.filled();
    await visit.page.emulateMedia({ media: "print" });
    await visit.page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    const left = await visit.page.evaluate(() => {
      const root = document.querySelector("alimail-checker")?.shadowRoot;
      const shown = (/** @type {Element} */ node) => node.checkVisibility();
      return {
        open: [...(root?.querySelectorAll(".folds > details[open]") ?? [])].filter(shown).map((node) => node.getAttribute("data-test")),
        buttons: [...(root?.querySelectorAll("button") ?? [])].filter(shown).map((node) => node.textContent),
        ruledOut: [...(root?.querySelectorAll("[data-state=ruled-out]") ?? [])].filter(shown).length,
      };
    });
    assert.deepEqual([left.open, left.buttons], [["fold-steps", "fold-why"], []]);
    assert.ok(left.ruledOut > 0);
    assert.equal(await visit.by("verdict").isVisible(), true);
    await visit.shot("print");
    await visit.page.evaluate(() => dispatchEvent(new Event("afterprint")));
    assert.equal(await visit.page.locator(".folds > details[open]").count(), 0);
  });

  test("copies a value", { differs: true }, async () => {
    const visit = await open({ permissions: ["clipboard-read", "clipboard-write"] });
    await new Checker(visit).check(story);
    const button = visit.by("copy").filter({ visible: true }).first();
    const wanted = await button.evaluate((node) => node.parentElement?.querySelector("code")?.textContent);
    await button.click();
    await until("the button says that it has copied", async () => (await button.getAttribute("data-outcome")) === "copied");
    assert.equal(await visit.page.evaluate(() => navigator.clipboard.readText()), wanted);
  });

  test("passes the case on as a link, without whose mailbox it is", async () => {
    const visit = await open({ page: "index.html" });
    await visit.by("fold-guide").waitFor();
    await new Checker(visit).tell({ subject: "wang.li@abc.com", complaint: "To: <zhang.san@abc.com> returned, wang.li+x@abc.com too" });
    await visit.page.locator(".share").click();
    await until("the link", async () => visit.page.url().includes("#"));
    const link = new URLSearchParams(new URL(visit.page.url()).hash.slice(1));
    assert.equal(link.get("subject"), "abc.com");
    assert.equal(link.get("complaint"), "To: <@abc.com> returned, @abc.com too");
    assert.equal(link.get("lang"), "en");
  });

  test("changes the language, and nothing is asked again", async () => {
    const visit = await open({ lang: "en" });
    const checker = new Checker(visit);
    await checker.check(story);
    const [asked, verdict] = [visit.asked().length, await visit.by("verdict").textContent()];
    await visit.speak("zh-CN");
    assert.notEqual(await visit.by("verdict").textContent(), verdict);
    assert.equal((await checker.shown()).action, "change-record");
    assert.equal(visit.asked().length, asked);
    assert.equal(await visit.by("subject").inputValue(), story.subject);
  });

  test("walks by keyboard alone from the field to the verdict", { differs: true }, async () => {
    const visit = await open();
    await visit.by("run").waitFor();
    const walkTo = async (/** @type {string} */ id) => {
      for (let steps = 0; steps < 40; steps += 1) {
        if ((await visit.focused()) === id) return;
        await visit.page.keyboard.press("Tab");
      }
      assert.fail(`${id} is not reached by Tab`);
    };
    await walkTo("subject");
    await visit.page.keyboard.type(story.subject);
    await walkTo("complaint");
    await visit.page.keyboard.type(story.complaint);
    await walkTo("run");
    const turn = await new Checker(visit).after(() => visit.page.keyboard.press("Enter"));
    assert.equal(headline(turn), FOUND);
    await until("the focus is where the news is", async () => (await visit.focused()) === "verdict");
  });
});
