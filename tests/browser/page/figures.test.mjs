// The figures of the result, in pixels, for every kind of verdict on a phone and on a laptop: what to do is on the first screen,
// all of it is short while its folds are closed, and it prints on two pages. Each figure is printed, and may not grow.

import assert from "node:assert/strict";
import { describe } from "node:test";
import { axe, overflow } from "../lab/axe.mjs";
import { Checker } from "../lab/checker.mjs";
import { cannot } from "../lab/engine.mjs";
import { test } from "../lab/test.mjs";
import { withBrowser } from "../lab/with-browser.mjs";

const { open } = withBrowser();
const chromiumOnly = { skip: cannot({ firefox: "no paper, no slow processors, other fonts" }) };

const MOST = { height: 1800, controls: 30, stops: 3, pages: 2, handler: 10 };

/** What is asked, in English and in Chinese; and the verdict. @type {[string, {subject: string, en: string, zh: string}][]} */
const KINDS = [
  ["change-record", { subject: "mail.login-missing.example", en: "the login page does not open", zh: "登录页打不开" }],
  ["need-more", { subject: "mixed-mx.example", en: "we do not receive all mail", zh: "有些邮件收不到" }],
  ["ask-administrator", { subject: "zhang@healthy-a.example", en: "AccountFrozen", zh: "AccountFrozen 账号被冻结" }],
  ["wait", { subject: "healthy-a.example", en: "error 503 when I open old mail", zh: "打开旧邮件报 503" }],
  [
    "fix-on-your-device",
    {
      subject: "healthy-a.example",
      en: "550 5.1.1 <li@customer.example> User unknown",
      zh: "550 5.1.1 <li@customer.example> User unknown",
    },
  ],
  ["check-domain", { subject: "abc.con", en: "the login page does not open", zh: "登录页打不开" }],
  ["renew-subscription", { subject: "", en: "AccountExpired", zh: "账号已到期" }],
  [
    "contact-recipient",
    {
      subject: "healthy-a.example",
      en: "552 5.2.2 <li@customer.example> mailbox is full",
      zh: "552 5.2.2 <li@customer.example> mailbox is full",
    },
  ],
  ["nothing-wrong", { subject: "healthy-a.example", en: "the login page does not open", zh: "登录页打不开" }],
  ["not-alibaba-mail", { subject: "foreign-mx.example", en: "no mail arrives", zh: "收不到邮件" }],
  ["need-more (nothing recognised)", { subject: "healthy-a.example", en: "blorb fizz", zh: "哈哈哈哈" }],
  ["a how-to question", { subject: "healthy-a.example", en: "which MX records do I need?", zh: "MX 记录怎么设置" }],
];

const SIZES = [
  { what: "phone", lang: "zh-CN", viewport: { width: 360, height: 640 } },
  { what: "laptop", lang: "en", viewport: { width: 1280, height: 800 } },
];

/** Measures what is drawn now. @param {import('../lab/visit.mjs').Visit} visit */
const measured = (visit) =>
  visit.page.evaluate(() => {
    const root = /** @type {ShadowRoot} */ (document.querySelector("alimail-checker")?.shadowRoot);
    const box = (/** @type {string} */ selector) => root.querySelector(selector)?.getBoundingClientRect();
    const folds = /** @type {Element} */ (root.querySelector(".folds"));
    const controls = [...root.querySelectorAll("a[href], button, input, select, textarea, summary")].filter(
      (each) =>
        /** @type {HTMLElement} */ (each).getClientRects().length > 0 &&
        folds.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_PRECEDING,
    );
    // The whole value of the first record; otherwise the start of the first step, question, choice or answer.
    const record = box(".card .record [data-field=value]");
    const action = record?.bottom ?? box(".card .steps > li, .card .question, .card .best, .card .answer")?.top ?? 0;
    return {
      top: Math.round(box(".card")?.top ?? -1),
      action: Math.round(action),
      height: Math.round(box(".result")?.height ?? 0),
      controls: controls.length,
    };
  });

/** How many Tab stops there are from the headline to the first copy button. @param {import('../lab/visit.mjs').Visit} visit */
async function stopsToCopy(visit) {
  await visit.page.evaluate(() =>
    /** @type {any} */ (document.querySelector("alimail-checker")?.shadowRoot?.querySelector(".card h2")).focus(),
  );
  for (let stops = 1; stops <= MOST.stops; stops++) {
    await visit.page.keyboard.press("Tab");
    if ((await visit.focused()) === "copy") return stops;
  }
  return Infinity;
}

/** How many pages it prints on: A4, as a browser prints it. @param {import('../lab/visit.mjs').Visit} visit */
async function pagesOf(visit) {
  const pdf = (await visit.page.pdf({ format: "A4", margin: { top: "1cm", bottom: "1cm", left: "1cm", right: "1cm" } })).toString("latin1");
  return [...pdf.matchAll(/\/Type\s*\/Page\b/g)].length;
}

for (const { what, lang, viewport } of SIZES) {
  describe(`what a person meets, ${what}, ${lang}`, () => {
    for (const [verdict, { subject, en, zh }] of KINDS) {
      test(verdict, chromiumOnly, async (t) => {
        const visit = await open({ page: "index.html", lang, viewport });
        await visit.by("fold-guide").waitFor();
        const turn = await new Checker(visit).check({ subject, complaint: lang === "en" ? en : zh });
        await visit.page.locator(".folds").waitFor();
        const found = await measured(visit);
        const stops = turn.diagnosis.records.some((/** @type {any} */ one) => !one.later) ? await stopsToCopy(visit) : 0;
        const pages = await pagesOf(visit);
        t.diagnostic(`${JSON.stringify({ ...found, stops, pages })}`);
        if (!verdict.includes(" ")) assert.equal(turn.diagnosis.action, verdict);
        assert.ok(found.top >= 0 && found.top <= 16, `the card is at ${found.top}, not at the edge of the window`);
        assert.ok(found.action > 0 && found.action <= viewport.height, `the first action is at ${found.action}`);
        assert.ok(found.height <= MOST.height, `the result is ${found.height} high`);
        assert.ok(found.controls <= MOST.controls, `${found.controls} controls before the folds`);
        assert.ok(stops <= MOST.stops, `${stops} Tab stops to the copy button`);
        assert.ok(pages <= MOST.pages, `${pages} pages on paper`);
        assert.equal(await overflow(visit), 0);
        assert.deepEqual(await axe(visit), []);
      });
    }
  });
}

test("the start, with its button, is one phone screen", chromiumOnly, async (t) => {
  for (const lang of ["zh-CN", "en"]) {
    const visit = await open({ page: "index.html", lang, viewport: { width: 360, height: 640 } });
    await visit.by("fold-guide").waitFor();
    const bottom = await visit.by("run").evaluate((button) => Math.round(button.getBoundingClientRect().bottom));
    t.diagnostic(`${lang}: the button ends at ${bottom} of 640`);
    assert.ok(bottom <= 640, `${lang}: ${bottom}`);
  }
});

test("a tap that changes nothing costs the page less than 10 ms, on a processor four times as slow", chromiumOnly, async (t) => {
  const visit = await open({ page: "index.html", viewport: { width: 360, height: 640 }, context: { hasTouch: true, isMobile: true } });
  await visit.by("fold-guide").waitFor();
  await new Checker(visit).check({ subject: "mail.login-missing.example", complaint: "the login page does not open" });
  await (await visit.context.newCDPSession(visit.page)).send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await visit.page.evaluate(() => {
    const took = /** @type {number[]} */ ([]);
    /** @type {any} */ (globalThis).labTook = took;
    // From the first listener of a tap to its last, on the window in both phases, which come first and last.
    for (const type of ["pointerdown", "click"]) {
      let began = 0;
      addEventListener(type, () => (began = performance.now()), true);
      addEventListener(type, () => took.push(performance.now() - began));
    }
  });
  for (let tap = 0; tap < 5; tap++) await visit.page.locator(".card h2").tap();
  const took = /** @type {number[]} */ (await visit.page.evaluate(() => /** @type {any} */ (globalThis).labTook));
  t.diagnostic(`handlers: ${took.map((ms) => ms.toFixed(1)).join(", ")} ms`);
  assert.ok(took.length >= 10);
  const middle = took.sort((a, b) => a - b)[took.length >> 1] ?? Infinity;
  assert.ok(middle <= MOST.handler, `${middle} ms`);
});

describe("in an article 700 px wide", () => {
  const article = { viewport: { width: 732, height: 900 } }; // 700 for the element: the rest is the article's own margin

  const heightOf = (/** @type {import('../lab/visit.mjs').Visit} */ visit) =>
    visit.page.evaluate(() => Math.round(document.querySelector("alimail-checker")?.getBoundingClientRect().height ?? 0));

  test("the element starts at 480 px at most, without a title and with its languages below", async (t) => {
    for (const lang of ["zh-CN", "en"]) {
      const visit = await open({ ...article, lang });
      await visit.by("fold-guide").waitFor();
      const height = await heightOf(visit);
      t.diagnostic(`${lang}: ${height} px`);
      assert.ok(height > 200 && height <= 480, `${lang}: ${height}`);
      assert.equal(await visit.page.locator(".head").count(), 0);
      assert.equal(await visit.by("language").inputValue(), lang);
    }
  });

  test("it grows to 1,400 px at most while its folds are closed", async (t) => {
    for (const [verdict, { subject, en }] of KINDS) {
      const visit = await open({ ...article, lang: "en" });
      await visit.by("fold-guide").waitFor();
      await new Checker(visit).check({ subject, complaint: en });
      await visit.page.locator(".folds").waitFor();
      const height = await heightOf(visit);
      t.diagnostic(`${verdict}: ${height} px`);
      assert.ok(height <= 1400, `${verdict}: ${height}`);
    }
  });
});
