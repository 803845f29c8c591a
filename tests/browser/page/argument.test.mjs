// The argument, the question, what was tried, and the marked words as the browser draws them, from a scripted turn. What the
// elements hold is tried without a browser (tests/web/app/result.test.tsx); which turn the real core gives, in understood.test.mjs.

import assert from "node:assert/strict";
import { describe } from "node:test";
import { arguedTurn, complaint } from "../../turns/argued.mjs";
import { WORDLESS, look } from "../lab/axe.mjs";
import { showScripted, tell, unfold } from "../lab/scripted.mjs";
import { test } from "../lab/test.mjs";
import { until } from "../lab/until.mjs";
import { withBrowser } from "../lab/with-browser.mjs";

const { open } = withBrowser();

const show = (turn = arguedTurn(), options = {}, text = complaint) => showScripted(open, turn, options, text);

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

test("a fold that is open stays open, and shows what the next turn says", async () => {
  const visit = await show();
  await visit.unfold("fold-why");
  const against = visit.by("argument-against");
  const before = await against.innerText();
  const next = arguedTurn();
  for (const { causes } of next.diagnosis.problems) for (const cause of causes) cause.opposes = [];
  await tell(visit, next);
  await visit.by("fix-not-yet").first().click();
  await until("the next turn", async () => (await against.innerText()) !== before);
  assert.ok(await against.isVisible());
});

describe("the words of the person", () => {
  test("stay what they are, though they look like markup", async () => {
    const text = "AccountFrozen <b>bold</b> <img src=x onerror=alert(1)>";
    const visit = await show(arguedTurn(), {}, text);
    assert.match((await visit.by("quoted").textContent()) ?? "", /<b>bold<\/b>/);
    assert.equal(await visit.by("quoted").locator("b, img").count(), 0);
  });

  test("that were changed after the run are not taken for those that were judged", async () => {
    const visit = await show();
    await visit.edit();
    await visit.by("complaint").fill("something else");
    assert.match((await visit.by("quoted").textContent()) ?? "", /AccountFrozen/);
  });
});

describe("a question", () => {
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
