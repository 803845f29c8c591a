// What a screen reader is given: roles, names and states of the whole checker, as trees that stand in aria/ for people to read.
// LAB_UPDATE=1 writes them anew. And the whole way with the keyboard alone.

import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { describe } from "node:test";
import { fileURLToPath } from "node:url";
import { arguedTurn, complaint, reply } from "../../turns/argued.mjs";
import { fullTurn } from "../../turns/full.mjs";
import { cannot } from "../lab/engine.mjs";
import { showScripted } from "../lab/scripted.mjs";
import { test } from "../lab/test.mjs";
import { until } from "../lab/until.mjs";
import { withBrowser } from "../lab/with-browser.mjs";

const { lab, open } = withBrowser();
const folder = fileURLToPath(new URL("aria/", import.meta.url));
const chromiumOnly = { skip: cannot({ firefox: "the trees are those of Chromium" }) };

/** Ports and versions are others every time. */
const steady = (/** @type {string} */ tree) =>
  `${tree
    .replace(/https:\/\/127\.0\.0\.1:\d+\//g, "https://HOST/")
    .replace(/127\.0\.0\.1:\d+/g, "127.0.0.1:PORT")
    .replace(/\b\d+\.\d+\.\d+(?=[\s.)"]|$)/gm, "VERSION")
    .trimEnd()}\n`;

async function holds(/** @type {import('../lab/visit.mjs').Visit} */ visit, /** @type {string} */ name) {
  const tree = steady(await visit.page.locator("alimail-checker").ariaSnapshot());
  const file = `${folder}${name}.yml`;
  if (process.env.LAB_UPDATE || !existsSync(file)) {
    writeFileSync(file, tree);
    assert.ok(process.env.LAB_UPDATE, `${name}.yml was not there: look at it and commit it`);
  }
  assert.equal(tree, readFileSync(file, "utf8"));
}

describe("the tree of a screen reader", () => {
  for (const lang of ["en", "zh-CN"]) {
    test(`before anything is typed, ${lang}`, chromiumOnly, async () => {
      const visit = await open({ page: "index.html", lang });
      await visit.by("fold-guide").waitFor();
      await visit.starting("example-").first().waitFor();
      await holds(visit, `idle-${lang}`);
    });
    test(`of records, drawings and the wait, ${lang}`, chromiumOnly, async () =>
      holds(await showScripted(open, fullTurn(), { lang }), `records-${lang}`),
    );
    test(`of an argument, a question and a bounce, ${lang}`, chromiumOnly, async () =>
      holds(
        await showScripted(
          open,
          arguedTurn({ replies: [reply("dns-changed", "no", "words"), reply("role", "member")] }),
          { lang },
          complaint,
        ),
        `argument-${lang}`,
      ),
    );
  }
});

test("the whole way with the keyboard alone: domain, words, verdict, a reply, the bundle", { differs: true }, async () => {
  const { one, two } = lab().resolvers;
  const visit = await open({ resolvers: [one, two] });
  await visit.by("fold-guide").waitFor();
  const { keyboard } = visit.page;
  /** Presses Tab until the wanted element has the focus; every stop on the way has a visible ring. */
  const tabTo = async (/** @type {string} */ id) => {
    for (let pressed = 0; pressed < 60; pressed += 1) {
      await keyboard.press("Tab");
      const ring = await visit.page.evaluate(() => {
        let node = document.activeElement;
        while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
        const shown = node?.closest(".chip") ?? node; // a chip shows what its radio is
        const style = shown && shown !== document.body ? getComputedStyle(shown) : undefined;
        return !style || style.outlineStyle !== "none" || style.boxShadow !== "none";
      });
      assert.ok(ring, `no ring on ${await visit.focused()}`);
      if ((await visit.focused()) === id) return;
    }
    assert.fail(`${id} is not reached`);
  };
  await tabTo("subject");
  await keyboard.type("healthy-a.example");
  await tabTo("complaint");
  await keyboard.type("AccountFrozen");
  await keyboard.press("Control+Enter");
  await until("the verdict has the focus", async () => (await visit.focused()) === "verdict");
  await until("the end of the run", async () => (await visit.by("cancel").count()) === 0);
  const before = await visit.turnCount();
  await tabTo("reply-no");
  await keyboard.press("Enter");
  await until("another turn", async () => (await visit.turnCount()) > before);
  await visit.by("bundle").locator("summary").first().focus();
  await keyboard.press("Enter");
  await visit.by("bundle-text").locator("code").first().waitFor();
  await tabTo("bundle-save");
});
