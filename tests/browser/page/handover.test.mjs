// What is handed over: the bundle exactly as it is shown, without passwords and, unless wanted, without mailboxes; the case as
// a file that shows the same result elsewhere, without asking anybody.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe } from "node:test";
import { axe, look, overflow } from "../lab/axe.mjs";
import { Checker, headline } from "../lab/checker.mjs";
import { NO_DOWNLOADS, cannot } from "../lab/engine.mjs";
import { test } from "../lab/test.mjs";
import { until } from "../lab/until.mjs";
import { withBrowser } from "../lab/with-browser.mjs";

const { open } = withBrowser();

const story = {
  subject: "wang@healthy-a.example",
  complaint: "wang@healthy-a.example cannot send: AccountFrozen\npassword: hunter2\n密码是Abc12345\nTo: ann@customer.example",
};
const CLIPBOARD = ["clipboard-read", "clipboard-write"];

/** @param {import('../lab/browser.mjs').Open} [options] */
async function checked(options = {}) {
  const visit = await open(options);
  const turn = await new Checker(visit).check(story);
  await visit.by("bundle").locator("summary").first().click();
  await visit.by("bundle-text").waitFor();
  return { visit, turn };
}

const shownText = (/** @type {import('../lab/visit.mjs').Visit} */ visit) => visit.by("bundle-text").locator("code").textContent();

/** What is saved with a click. @returns {Promise<{name: string, text: string}>} */
async function savedBy(/** @type {import('../lab/visit.mjs').Visit} */ visit, /** @type {string} */ button) {
  const [download] = await Promise.all([visit.page.waitForEvent("download"), visit.by(button).click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

const openFile = (/** @type {import('../lab/visit.mjs').Visit} */ visit, /** @type {string} */ text) =>
  visit.by("open-file").setInputFiles({ name: "case.json", mimeType: "application/json", buffer: Buffer.from(text) });

async function beforeOpening() {
  const visit = await open();
  await visit.by("open").locator("summary").click();
  await visit.by("open-file").waitFor();
  return visit;
}

describe("the bundle", () => {
  test("is copied as it is shown, without the password and the mailboxes", { differs: true }, async () => {
    const { visit } = await checked({ permissions: CLIPBOARD });
    await visit.by("bundle-text").locator("[data-test=copy]").click();
    const shown = await shownText(visit);
    assert.equal(await visit.page.evaluate(() => navigator.clipboard.readText()), shown);
    assert.doesNotMatch(shown ?? "", /hunter2|Abc12345|wang@|ann@/);
    assert.match(shown ?? "", /healthy-a\.example/);
    assert.match(shown ?? "", /UTC/);
  });

  test("has the mailboxes once they are ticked, and never the password", async () => {
    const { visit } = await checked();
    await visit.by("bundle-addresses").check();
    await until("the addresses", async () => (await shownText(visit))?.includes("ann@customer.example"));
    assert.doesNotMatch((await shownText(visit)) ?? "", /hunter2|Abc12345/);
  });

  test("speaks the other language at a press, and the page does not", async () => {
    const { visit } = await checked({ lang: "en" });
    const verdict = await visit.by("verdict").innerText();
    const english = await shownText(visit);
    await visit.by("bundle-zh-CN").click();
    await until("Chinese", async () => (await shownText(visit)) !== english);
    assert.match((await shownText(visit)) ?? "", /\p{Script=Han}/u);
    assert.equal(await visit.by("verdict").innerText(), verdict);
  });

  test("is text, Markdown or JSON, as it is chosen", async () => {
    const { visit, turn } = await checked();
    await visit.by("bundle-as-markdown").click();
    await until("Markdown", async () => (await shownText(visit))?.startsWith("# "));
    await visit.by("bundle-as-json").click();
    await until("JSON", async () => (await shownText(visit))?.startsWith("{"));
    const { diagnosis, complaint } = JSON.parse((await shownText(visit)) ?? "");
    assert.equal(headline({ diagnosis }), headline(turn));
    assert.doesNotMatch(complaint, /hunter2|Abc12345|wang@|ann@/);
    assert.equal(await overflow(visit), 0);
    await visit.shot("bundle-json");
  });

  test("is saved as a file with the same text", { differs: true, skip: cannot({ firefox: NO_DOWNLOADS }) }, async () => {
    const { visit } = await checked();
    const { name, text } = await savedBy(visit, "bundle-save");
    assert.match(name, /^alimail-healthy-a\.example-\d{4}-\d\d-\d\d\.txt$/);
    assert.equal(text, await shownText(visit));
  });

  for (const [size, viewport] of Object.entries({ wide: { width: 1280, height: 900 }, phone: { width: 360, height: 780 } })) {
    for (const lang of ["en", "zh-CN"]) {
      test(`is accessible and fits: ${size}, ${lang}`, async () => {
        const { visit } = await checked({ viewport, lang });
        await visit.by("case-as-text").locator("summary").click();
        await visit.by("case-as-text").locator("code").waitFor();
        await look(visit, `bundle-${size}-${lang}`);
      });
    }
  }
});

describe("a saved case", () => {
  test("shows the same result elsewhere, and nothing is asked", { differs: true, skip: cannot({ firefox: NO_DOWNLOADS }) }, async () => {
    const { visit, turn } = await checked();
    const { name, text } = await savedBy(visit, "case-save");
    assert.match(name, /^alimail-case-healthy-a\.example-\d{4}-\d\d-\d\d\.json$/);
    assert.doesNotMatch(text, /hunter2|Abc12345|wang@|ann@/);
    const other = await beforeOpening();
    const opened = await new Checker(other).after(() => openFile(other, text));
    assert.equal(headline(opened), headline(turn));
    assert.deepEqual(other.foreign(), []);
    await other.by("opened").waitFor();
    assert.equal(
      await other
        .by("opened")
        .innerText()
        .then((note) => note.includes("UTC")),
      true,
    );
    assert.equal(await other.by("retry").count(), 0);
    await other.shot("opened");
    assert.deepEqual(await axe(other), []);
  });

  test("that is saved again is the same file", { differs: true, skip: cannot({ firefox: NO_DOWNLOADS }) }, async () => {
    const { visit } = await checked();
    const { text } = await savedBy(visit, "case-save");
    const other = await beforeOpening();
    await new Checker(other).after(() => openFile(other, text));
    await other.by("bundle").locator("summary").first().click();
    await other.by("case-save").waitFor();
    assert.equal((await savedBy(other, "case-save")).text, text);
  });

  test("can be pasted, with the keyboard alone", { differs: true, skip: cannot({ firefox: NO_DOWNLOADS }) }, async () => {
    const { visit } = await checked();
    const { text } = await savedBy(visit, "case-save");
    const other = await beforeOpening();
    await other.by("open-text").fill(text);
    await other.by("open-text").focus();
    await other.page.keyboard.press("Tab");
    assert.equal(await other.focused(), "open-pasted");
    await new Checker(other).after(() => other.page.keyboard.press("Enter"));
    await other.by("opened").waitFor();
  });

  test("answers to its questions are judged, without a network", { differs: true, skip: cannot({ firefox: NO_DOWNLOADS }) }, async () => {
    const { visit } = await checked();
    const { text } = await savedBy(visit, "case-save");
    const other = await beforeOpening();
    const checker = new Checker(other);
    await checker.after(() => openFile(other, text));
    const turn = await checker.after(() => other.by("fix-does-not-apply").first().click());
    assert.notEqual(turn.diagnosis.problems[0].causes[0].id, "account-frozen");
    assert.deepEqual(other.foreign(), []);
  });

  for (const [what, text, code] of [
    ["no JSON", "The login page does not open", "not-json"],
    ["another file", '{"name":"x"}', "not-a-case"],
    ["a newer one", '{"version":2,"now":"2026-11-23T08:00:00Z","subject":"","complaint":""}', "newer"],
    ["9 MB", " ".repeat(9_000_000), "too-large"],
  ]) {
    test(`that is ${what} gets a sentence`, async () => {
      const visit = await beforeOpening();
      await openFile(visit, /** @type {string} */ (text));
      await visit.by("open-error").waitFor();
      assert.equal(await visit.by("open-error").getAttribute("data-code"), code);
      assert.equal(await visit.by("verdict").count(), 0);
    });
  }
});
