// A how-to question, and words that leave it open what they mean, as the browser draws them, from scripted turns: the answer
// comes first, and one tap goes on. What the elements hold is tried without a browser (tests/web/app/asked.test.tsx).

import assert from "node:assert/strict";
import { describe } from "node:test";
import { closestTurn, question, topicTurn, vague } from "../../turns/asked.mjs";
import { WORDLESS, look } from "../lab/axe.mjs";
import { Checker } from "../lab/checker.mjs";
import { given, showScripted, tell, unfold } from "../lab/scripted.mjs";
import { test } from "../lab/test.mjs";
import { withBrowser } from "../lab/with-browser.mjs";

const { open } = withBrowser();

const SIZES = { wide: { width: 1280, height: 900 }, phone: { width: 360, height: 780 }, small: { width: 320, height: 640 } };
const LEAST = 44; // pixels of what is tapped

/** What has the focus: its tag and test id. @param {import('../lab/visit.mjs').Visit} visit */
const focused = (visit) =>
  visit.page.evaluate(() => {
    const node = /** @type {HTMLElement | null | undefined} */ (document.querySelector("alimail-checker")?.shadowRoot?.activeElement);
    const block = node?.closest("[data-test]");
    return node && `${node.localName} in ${block?.getAttribute("data-test")}`;
  });

describe("what answers a question, and what asks back", () => {
  for (const [size, viewport] of Object.entries(SIZES)) {
    for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
      if (size === "small" && colorScheme === "dark") continue;
      test(`is accessible and fits: ${size}, ${colorScheme}`, async () => {
        const options = { viewport, colorScheme, lang: "en" };
        const visit = await showScripted(open, topicTurn({ trouble: true }), options, question);
        const states = /** @type {const} */ ([
          ["topic-trouble", topicTurn({ trouble: true }), ""],
          ["topic-alone", topicTurn({ domain: false }), ""],
          ["topic-faq", topicTurn({ faq: true }), ""],
          ["closest", closestTurn(), ""],
          ["closest-none", closestTurn({ none: true }), "closest-none"],
        ]);
        let spoken = "en";
        for (const [name, turn, press] of states) {
          await tell(visit, turn);
          if (press) await visit.by(press).click();
          else await visit.run();
          await visit.page
            .locator(`[data-test=${name.split("-")[0]}], [data-test=closest-next]`)
            .first()
            .waitFor();
          for (const lang of ["en", "zh-CN"]) {
            if (lang !== spoken) await visit.speak((spoken = lang));
            if (name === "closest") await visit.shot(`asked-${name}-folded-${size}-${colorScheme}-${lang}`);
            await unfold(visit, ".closest details");
            await look(visit, `asked-${name}-${size}-${colorScheme}-${lang}`);
            assert.doesNotMatch(await visit.page.locator(".result").innerText(), WORDLESS);
          }
        }
      });
    }
  }

  test("has targets of at least 44 pixels", async () => {
    const visit = await showScripted(open, closestTurn(), { viewport: SIZES.small }, vague);
    await unfold(visit, ".closest details");
    const boxes = await visit.page.locator(".closest button, .closest summary").evaluateAll((nodes) =>
      nodes.map((node) => {
        const { width, height } = node.getBoundingClientRect();
        return { id: node.textContent, least: Math.min(width, height) };
      }),
    );
    assert.ok(boxes.length > 20);
    assert.deepEqual(
      boxes.filter(({ least }) => least < LEAST),
      [],
    );
  });
});

describe("which is closest", () => {
  test("is a group with a legend, and goes on with the keyboard alone; the focus is on the new headline", async () => {
    const visit = await showScripted(open, closestTurn(), { lang: "en" }, vague);
    const group = visit.page.getByRole("group", { name: "Which is closest?" });
    assert.equal(await group.getByRole("button").count(), 4); // three kinds, and none of these
    await visit.by("closest-which-mx").focus();
    await tell(visit, topicTurn({ domain: false }));
    await visit.page.keyboard.press("Enter");
    await visit.by("topic").waitFor();
    assert.equal(await focused(visit), "h2 in topic");
    assert.equal((await given(visit)).start, "which-mx");
    assert.equal(await visit.by("closest").count(), 0);
  });

  test("reaches every other kind through the fold", async () => {
    const visit = await showScripted(open, closestTurn(), {}, vague);
    await visit.by("closest-more").locator("summary").click();
    await tell(visit, topicTurn({ trouble: true }));
    await visit.by("closest-history-unavailable").click();
    await visit.by("problem-login-page-unreachable").waitFor({ state: "attached" });
    assert.equal((await given(visit)).start, "history-unavailable");
  });

  test("can be answered otherwise, and taken back", async () => {
    const visit = await showScripted(open, closestTurn(), {}, vague);
    await tell(visit, topicTurn({ domain: false }));
    await visit.by("closest-which-mx").click();
    await visit.by("closest-chosen").locator("> summary").click();
    await visit.by("closest-chosen").locator("details > summary").click();
    await visit.by("closest-migrate").click();
    await visit.page.locator("[data-test=closest-chosen][data-value=migrate]").waitFor();
    assert.equal((await given(visit)).start, "migrate");
    await tell(visit, closestTurn());
    await visit.by("closest-undo").click();
    await visit.by("closest").waitFor();
    assert.equal("start" in (await given(visit)), false);
  });

  test("is kept for the next run, in the form", async () => {
    const visit = await showScripted(open, closestTurn(), {}, vague);
    await tell(visit, topicTurn({ domain: false }));
    await visit.by("closest-which-mx").click();
    await visit.by("topic").waitFor();
    await new Checker(visit).after(() => visit.run());
    assert.equal((await given(visit)).start, "which-mx");
  });

  test("is forgotten with the words that it was for", async () => {
    const visit = await showScripted(open, closestTurn(), {}, vague);
    await tell(visit, topicTurn({ domain: false }));
    await visit.by("closest-which-mx").click();
    await visit.by("topic").waitFor();
    await visit.edit();
    await visit.by("complaint").fill("Outlook does not connect");
    await new Checker(visit).after(() => visit.run());
    assert.equal("start" in (await given(visit)), false);
  });

  test("ends with what to do next, where it is none of these", async () => {
    const visit = await showScripted(open, closestTurn(), {}, vague);
    await tell(visit, closestTurn({ none: true }));
    await visit.by("closest-none").click();
    await visit.by("closest-next").waitFor();
    assert.deepEqual((await given(visit)).replies, { closest: "none" });
    assert.equal(await focused(visit), "h2 in verdict");
    await visit.by("closest-bundle").click();
    await visit.by("bundle-text").waitFor();
    assert.equal(await focused(visit), "summary in bundle");
    await visit.by("closest-describe").click();
    assert.equal(await focused(visit), "textarea in complaint");
  });
});

describe("a link to a topic", () => {
  test("selects it beside the problems, and is judged as such", async () => {
    const visit = await showScripted(open, topicTurn({ domain: false }), { fragment: "start=which-mx&lang=en" });
    assert.equal((await given(visit)).start, "which-mx");
    assert.equal(await visit.by("chip-which-mx").isChecked(), true);
  });
});
