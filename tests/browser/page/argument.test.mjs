// The argument, the one question, what was tried, and the marked words, drawn from a scripted turn: which of them the real
// core says when is the business of understood.test.mjs.

import assert from "node:assert/strict";
import { describe } from "node:test";
import { arguedTurn, complaint, reply } from "../../turns/argued.mjs";
import { WORDLESS, look } from "../lab/axe.mjs";
import { showScripted, unfold } from "../lab/scripted.mjs";
import { test } from "../lab/test.mjs";
import { withBrowser } from "../lab/with-browser.mjs";

const { open } = withBrowser();

const show = (turn = arguedTurn(), options = {}, text = complaint) => showScripted(open, turn, options, text);

/** The case that the scripted core is given with the next turn. @param {import('../lab/visit.mjs').Visit} visit */
const tell = (visit, /** @type {any} */ turn) =>
  visit.page.evaluate((next) => {
    /** @type {any} */ (globalThis).labTurn = next;
  }, turn);

const SIZES = { wide: { width: 1280, height: 900 }, phone: { width: 360, height: 780 } };

describe("everything that argues", () => {
  for (const [size, viewport] of Object.entries(SIZES)) {
    for (const lang of ["en", "zh-CN"]) {
      test(`is accessible and fits: ${size}, ${lang}`, async () => {
        const visit = await show(arguedTurn({ question: { id: "sent-today", kind: "number", options: ["unknown"] } }), {
          viewport,
          lang,
          colorScheme: size === "wide" ? "light" : "dark",
        });
        await visit.by("fix-not-yet").first().click();
        await unfold(visit);
        await visit.by("bundle-text").waitFor();
        await look(visit, `argument-${size}-${lang}`);
        assert.doesNotMatch(await visit.page.locator(".result").innerText(), WORDLESS);
      });
    }
  }
});

describe("the argument", () => {
  test("says what speaks for the cause and what against it", async () => {
    const visit = await show();
    const keys = (/** @type {string} */ side) =>
      visit
        .by(`argument-${side}`)
        .locator("li")
        .evaluateAll((items) => items.map((item) => item.getAttribute("data-finding")));
    assert.deepEqual([await keys("for"), await keys("against")], [["words.account-frozen"], ["words.can-log-in"]]);
  });

  test("names what would settle a cause that cannot be told", async () => {
    const visit = await show();
    await unfold(visit);
    await visit.by("settles-send-test-mail").waitFor();
  });
});

describe("the words of the person", () => {
  test("are marked where they were understood, each with its meaning for those who hear them", async () => {
    const visit = await show();
    const marks = await visit
      .by("quoted")
      .locator("mark")
      .evaluateAll((nodes) => nodes.map((node) => `${node.firstChild?.textContent} ${node.getAttribute("data-keys")}`));
    assert.deepEqual(marks, [
      "AccountFrozen words.account-frozen",
      "I checked it on the phone words.can-log-in",
      "552 5.2.2 mailbox is full bounce.report",
    ]);
    assert.match(await visit.by("quoted").locator("mark").first().innerText(), /\(.+\)/s);
    assert.doesNotMatch(await visit.by("quoted").innerText(), /Hello colleagues/);
  });

  test("stay what they are, though they look like markup", async () => {
    const text = "AccountFrozen <b>bold</b> <img src=x onerror=alert(1)>";
    const visit = await show(arguedTurn(), {}, text);
    assert.equal(await visit.by("quoted").locator("b, img").count(), 0);
    assert.match(await visit.by("quoted").innerText(), /<b>bold<\/b>/);
  });

  test("that were changed after the run are not taken for those that were judged", async () => {
    const visit = await show();
    await visit.by("complaint").fill("something else");
    assert.match(await visit.by("quoted").innerText(), /AccountFrozen/);
  });
});

describe("a question", () => {
  test('stands alone, and ends with "I do not know"', async () => {
    const visit = await show();
    assert.equal(await visit.by("question").count(), 1);
    const options = await visit
      .by("question")
      .locator("button")
      .evaluateAll((nodes) => nodes.map((node) => node.getAttribute("data-test")));
    assert.deepEqual(options, ["reply-frozen", "reply-blocked", "reply-normal", "reply-unknown"]);
  });

  test("of a number takes figures as people type them, with the keyboard alone", async () => {
    const visit = await show(arguedTurn({ question: { id: "sent-today", kind: "number", options: ["unknown"] } }));
    await visit.by("number-sent-today").fill("about many");
    await visit.page.keyboard.press("Enter");
    assert.equal(await visit.by("number-sent-today").getAttribute("aria-invalid"), "true");
    await visit.by("number-sent-today").fill("１,200");
    await tell(visit, arguedTurn());
    await visit.page.keyboard.press("Enter");
    await visit.by("answered-sent-today").waitFor();
    assert.equal(await visit.by("answered-sent-today").getAttribute("data-value"), "1200");
  });

  test("that was answered can be taken back", async () => {
    const visit = await show();
    await visit.by("reply-frozen").click();
    await tell(visit, arguedTurn({ question: { id: "sent-today", kind: "choice", options: ["few", "unknown"] } }));
    await visit.by("question").getByRole("button").first().click();
    await visit.by("answered-account-status").locator("summary").click();
    await visit.by("undo-account-status").click();
    await visit.by("answered-account-status").waitFor({ state: "detached" });
    await visit.by("answered-sent-today").or(visit.by("question")).first().waitFor();
  });

  test("that the words answered is shown as such, and can be answered otherwise", async () => {
    const visit = await show();
    const row = visit.by("answered-dns-changed");
    assert.deepEqual([await row.getAttribute("data-implied"), await row.getAttribute("data-value")], ["true", "no"]);
    await row.locator("summary").click();
    await row.locator("[data-test=reply-within-two-days]").click();
    await visit.page.locator("[data-test=answered-dns-changed][data-implied=false][data-value=within-two-days]").waitFor();
  });
});

describe("after the steps", () => {
  test("the person says that it did not help; that stays listed and can be changed and taken back", async () => {
    const visit = await show();
    const next = arguedTurn();
    next.diagnosis.problems[0].causes.reverse();
    next.diagnosis.problems[0].causes[0].state = "likely";
    await tell(visit, next);
    await visit.by("fix-not-yet").first().click();
    const listed = visit.by("tried-fix.account-cannot-send.account-frozen");
    await listed.waitFor();
    await listed.locator("summary").click();
    await listed.locator("[data-test=fix-does-not-apply]").click();
    await visit.page.locator("[data-value=does-not-apply]").waitFor();
    await listed.locator("[data-test=fix-undo]").click();
    await listed.waitFor({ state: "detached" });
  });

  test("that it helped is a quiet end, and survives another look", async () => {
    const visit = await show();
    const solved = arguedTurn();
    solved.diagnosis.action = "nothing-wrong";
    Object.assign(solved.diagnosis.problems[0].causes[0], { state: "confirmed", tried: "worked" });
    await tell(visit, solved);
    await visit.by("fix-worked").click();
    await visit.by("solved").waitFor();
    await visit.by("retry").last().click();
    await visit.by("solved").waitFor();
    assert.equal(await visit.by("fix-worked").first().getAttribute("aria-pressed"), "true");
  });
});

describe("who the person is", () => {
  test("an administrator gets the clicks and no message", async () => {
    const visit = await show(arguedTurn({ replies: [reply("role", "postmaster")] }));
    await visit.by("step-enable-frozen-account").waitFor();
    assert.equal(await visit.by("message").count(), 0);
  });

  test("a member gets the message first, and at most three steps", async () => {
    const visit = await show(arguedTurn({ replies: [reply("role", "member")] }));
    await visit.by("message").waitFor();
    assert.equal(await visit.page.locator("[part=steps] li").count(), 3);
    const order = await visit.page
      .locator("[part=message], [part=steps]")
      .evaluateAll((nodes) => nodes.map((node) => node.getAttribute("part")));
    assert.deepEqual(order, ["message", "steps"]);
  });
});

test("a bounce is taken apart, in the rows that are known", async () => {
  const visit = await show();
  const rows = await visit
    .by("bounce")
    .locator("dl > div")
    .evaluateAll((nodes) => nodes.map((node) => node.getAttribute("data-test")));
  assert.deepEqual(rows, ["bounce-reporter", "bounce-recipient", "bounce-code", "bounce-enhanced", "bounce-text", "bounce-server"]);
});
