// A whole mail of 2 MB in the field for the complaint. It measures time, so nothing runs beside it (engines.mjs).

import assert from "node:assert/strict";
import { describe } from "node:test";
import { Checker } from "../lab/checker.mjs";
import { test } from "../lab/test.mjs";
import { withBrowser } from "../lab/with-browser.mjs";

const { open } = withBrowser();

describe("a whole mail of 2 MB", () => {
  const mail = `AccountFrozen\n${`${"QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo=".repeat(2)}\n`.repeat(30_000)}`;

  test("is judged by its beginning, with a notice, and the field keeps what can be read of it", async () => {
    const visit = await open();
    const checker = new Checker(visit);
    const turn = await checker.check({ subject: "healthy-a.example", complaint: mail });
    assert.equal(turn.diagnosis.problems[0].id, "account-cannot-send");
    await visit.by("complaint-cut").waitFor();
    assert.equal(await visit.by("complaint").inputValue(), mail.slice(0, 65_537));
    assert.ok(turn.diagnosis.findings.some((/** @type {any} */ { key }) => key === "words.cut"));
  });

  test("lets the person type on: a letter takes no longer than a blink", async () => {
    const visit = await open();
    const checker = new Checker(visit);
    await checker.check({ subject: "healthy-a.example", complaint: mail });
    const field = visit.by("complaint");
    await field.evaluate((/** @type {HTMLTextAreaElement} */ node) => node.setSelectionRange(7, 7));
    const spent = await visit.page.evaluate(async () => {
      const field = /** @type {HTMLTextAreaElement} */ (document.querySelector("alimail-checker")?.shadowRoot?.querySelector("#complaint"));
      const began = performance.now();
      for (let letter = 0; letter < 10; letter += 1) {
        field.setRangeText("x", 0, 0);
        field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
        await new Promise((done) => requestAnimationFrame(done));
      }
      return (performance.now() - began) / 10;
    });
    assert.ok(spent < 100, `${spent} ms a letter`);
    assert.equal(
      await field.evaluate((/** @type {HTMLTextAreaElement} */ node) => node.selectionStart),
      17,
      "the caret moves on with the letters",
    );
  });
});
