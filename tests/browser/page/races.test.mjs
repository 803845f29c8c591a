// Two things at once: a second run before the first has ended, another language in mid-run, two checkers on one page, and
// a person who has gone on to something else when the news come.

import assert from "node:assert/strict";
import { describe } from "node:test";
import { Checker, headline } from "../lab/checker.mjs";
import { test } from "../lab/test.mjs";
import { until } from "../lab/until.mjs";
import { withBrowser } from "../lab/with-browser.mjs";

const { lab, open } = withBrowser();

const story = { subject: "login-missing.example", complaint: "the login page does not open" };
const FOUND = "change-record: login-page-unreachable / login-record-missing is confirmed";
const isChinese = (/** @type {string | null} */ text) => /[\u4e00-\u9fff]/.test(text ?? "");

/** A visit with a run that shows its verdict and still waits for a resolver that hangs. */
async function running() {
  const {
    resolvers: { one },
    faults,
  } = lab();
  const visit = await open({ resolvers: [one, faults.hang] });
  const checker = new Checker(visit);
  await checker.tell(story);
  await visit.run();
  await visit.by("verdict").waitFor();
  return { visit, checker };
}

const rest = (/** @type {import('../lab/visit.mjs').Visit} */ visit) =>
  until("the end of the run", async () => (await visit.by("cancel").count()) === 0);

describe("while a run goes on", () => {
  test("another one replaces it, and nothing of the first comes through", async () => {
    const { visit, checker } = await running();
    await checker.tell({ subject: "foreign-mx.example", complaint: "I cannot log in" });
    await visit.run();
    await rest(visit);
    const turn = await visit.lastTurn();
    assert.equal(headline(turn), "not-alibaba-mail: not-alibaba-mail / other-provider is confirmed");
    assert.ok(turn.diagnosis.ledger.every((/** @type {any} */ row) => !row.name.includes("login-missing")));
    assert.equal((await checker.shown()).action, "not-alibaba-mail");
  });

  test("the language can be changed: the run goes on, and ends in the new one", async () => {
    const { visit, checker } = await running();
    await visit.by("language").focus();
    await visit.by("language").selectOption("zh-CN");
    await until("Chinese", async () => isChinese(await visit.by("verdict").textContent()));
    assert.equal(await visit.by("cancel").isVisible(), true);
    await rest(visit);
    assert.equal(headline(await visit.lastTurn()), FOUND);
    assert.deepEqual(await checker.shown(), { action: "change-record", visible: true });
    assert.ok(isChinese(await visit.by("verdict").textContent()));
    assert.equal(await visit.focused(), "language");
  });

  test("the result that stands already is not scrolled away when the last resolver is given up", async () => {
    const { visit } = await running();
    assert.equal(await visit.focused(), "verdict");
    await visit.by("fold-dns").scrollIntoViewIfNeeded();
    await visit.page.mouse.click(5, 5); // the focus is nowhere now
    const before = await visit.page.evaluate(() => scrollY);
    await rest(visit);
    assert.equal(await visit.focused(), "");
    assert.ok(before > 0 && (await visit.page.evaluate(() => scrollY)) > 0);
  });
});

test("a language chosen last wins, whichever words come first", async () => {
  const visit = await open();
  let arrive = () => {};
  const held = new Promise((resolve) => {
    arrive = () => resolve(undefined);
  });
  await visit.page.route(/locales\/zh-CN/, (route) => held.then(() => route.continue()));
  await visit.by("fold-guide").waitFor();
  const wanted = visit.page.waitForRequest(/locales\/zh-CN/);
  await visit.by("language").selectOption("zh-CN");
  await wanted; // before that, the first choice would be forgotten, and nothing of it asked for
  await visit.by("language").selectOption("en");
  const words = visit.page.waitForResponse(/locales\/zh-CN/);
  arrive();
  await (await words).finished();
  await visit.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
  assert.equal(isChinese(await visit.by("fold-guide").textContent()), false);
  assert.equal(await visit.by("language").inputValue(), "en");
});

describe("two checkers on one page", () => {
  /** The address of a page with two checkers and a field of its own. */
  const both = () => {
    const {
      resolvers: { one },
      faults,
    } = lab();
    const element = (/** @type {string} */ id) => `<alimail-checker id="${id}" resolvers="${one} ${faults.slow}"></alimail-checker>`;
    return lab().site.put(
      "/two/",
      '<!doctype html><html lang="en"><meta charset="utf-8"><title>Two</title>' +
        `<script type="module" src="/alimail-checker.js"></script><input data-test="search">${element("a")}${element("b")}</html>`,
    );
  };
  const begin = async () => {
    const visit = await open({ url: both() });
    const a = visit.page.locator("#a");
    const b = visit.page.locator("#b");
    const part = (/** @type {import('playwright-core').Locator} */ where, /** @type {string} */ id) => where.locator(`[data-test="${id}"]`);
    await part(a, "subject").fill("foreign-mx.example");
    await part(a, "complaint").fill("I cannot log in");
    return { visit, a, b, part };
  };

  test("know nothing of each other", async () => {
    const { visit, a, b, part } = await begin();
    await part(a, "fold-guide").waitFor();
    await part(b, "fold-guide").waitFor(); // until then it is only a shell
    await part(b, "chip-history-unavailable").check();
    await part(a, "chip-account-cannot-send").check();
    assert.equal(await part(b, "chip-history-unavailable").isChecked(), true);
    await part(a, "run").click();
    await part(a, "verdict").waitFor();
    assert.equal(await part(b, "verdict").count(), 0);
    assert.equal(await part(b, "subject").inputValue(), "");
    await until("rest", async () => (await visit.by("cancel").count()) === 0);
  });

  for (const [where, id] of [
    ["the other checker", "b"],
    ["a field of the article", ""],
  ]) {
    test(`who writes in ${where} meanwhile is not taken away from it`, async () => {
      const { visit, a, b, part } = await begin();
      const field = id ? part(b, "subject") : visit.by("search");
      await part(a, "run").click();
      await field.focus();
      await part(a, "verdict").waitFor();
      await until("rest", async () => (await visit.by("cancel").count()) === 0);
      await visit.page.keyboard.type("still here");
      assert.equal(await field.inputValue(), "still here");
    });
  }
});

describe("a question", () => {
  const ask = async () => {
    const visit = await open();
    await new Checker(visit).check({ subject: "healthy-a.example", complaint: "I cannot send mail" });
    return visit;
  };
  test("is answered: the focus goes to the verdict, and the answer can be changed", async () => {
    const visit = await ask();
    const checker = new Checker(visit);
    const first = await checker.after(() => visit.by("question").locator('[data-test="reply-blocked"]').click());
    assert.match(headline(first), /account-blocked is confirmed/);
    await until("the focus is where the news is", async () => (await visit.focused()) === "verdict");
    const earlier = visit.page.locator('[part="question"] details').filter({ has: visit.page.locator('[data-question="account-status"]') });
    await earlier.locator("summary").click();
    assert.equal(await earlier.locator('[data-test="reply-blocked"]').getAttribute("aria-pressed"), "true");
    const second = await checker.after(() => earlier.locator('[data-test="reply-expired"]').click());
    assert.match(headline(second), /account-expired is confirmed/);
    await until("the focus is where the news is", async () => (await visit.focused()) === "verdict");
  });

  test("of an example is answered without any network", async () => {
    const visit = await open();
    const checker = new Checker(visit);
    await checker.after(() => visit.example("account-frozen"));
    const turn = await checker.after(() => visit.by("question").locator('[data-test="reply-yes"]').click());
    assert.match(headline(turn), /account-blocked is likely/);
    assert.deepEqual(visit.foreign(), []);
  });
});

test("a closed clipboard: the text is copied by the old command, or selected for the keys", async () => {
  const visit = await open({ permissions: ["clipboard-read"] });
  await visit.page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error("closed"));
  });
  await new Checker(visit).check(story);
  const copyOf = visit.by("record").locator('[data-test="copy"]').nth(1);
  await copyOf.click();
  await until("an outcome", async () => ["copied", "selected"].includes((await copyOf.getAttribute("data-outcome")) ?? ""));
  if ((await copyOf.getAttribute("data-outcome")) === "copied") {
    assert.equal(await visit.page.evaluate(() => navigator.clipboard.readText()), "qiye.aliyun.com");
  }
});

test("pressed and taken away before the work begins: nothing more is asked", async () => {
  const visit = await open();
  await new Checker(visit).check({ subject: "login-missing.example" }); // all files are here, so that a run asks at once
  const asked = visit.asked().length;
  await visit.page.locator("alimail-checker").evaluate(
    (host) =>
      new Promise((done) => {
        /** @type {HTMLElement} */ (host.shadowRoot?.querySelector("[data-test=run]")).click();
        host.remove();
        // The way that the work takes, begun behind it, and one task more for its requests.
        requestAnimationFrame(() => setTimeout(() => setTimeout(() => done(undefined))));
      }),
  );
  await until("a later request", async () => {
    await visit.page.evaluate(() => fetch("/later").catch(() => {}));
    return visit.requests.some(({ url }) => url.endsWith("/later"));
  });
  assert.equal(visit.asked().length, asked);
});
