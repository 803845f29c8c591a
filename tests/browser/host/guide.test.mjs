// The guide for embedders is live: its snippets name the folder it lies in and today's hash, and can be copied.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { overflow } from "../lab/axe.mjs";
import { distFolder } from "../lab/site.mjs";
import { test } from "../lab/test.mjs";
import { until } from "../lab/until.mjs";
import { withBrowser } from "../lab/with-browser.mjs";

const { lab, open } = withBrowser();

test("snippets have the address of this folder and the hash of its file, in both languages, and are copied", async () => {
  const visit = await open({
    url: `${lab().site.origin}/embed-guide.html`,
    permissions: ["clipboard-read", "clipboard-write"],
    viewport: { width: 320, height: 640 },
  });
  const hash = JSON.parse(readFileSync(join(distFolder(), "integrity.json"), "utf8"))["alimail-checker.js"];
  const snippets = visit.page.locator('[data-snippet="element"]');
  await until("the hash is there", async () => (await snippets.allTextContents()).every((text) => text.includes(hash)));
  assert.equal(await snippets.count(), 2);
  const all = await visit.page.locator("[data-snippet]").allTextContents();
  assert.equal(
    all.some((text) => text.includes("YOUR-HOST")),
    false,
  );
  assert.ok(all.filter((text) => text.includes(`${lab().site.origin}/`)).length >= 10);
  await visit.page.locator('[data-snippet="link"] + button').first().click();
  await until("it is copied", async () =>
    (await visit.page.evaluate(() => navigator.clipboard.readText())).startsWith(`<a href="${lab().site.origin}/#v=1`),
  );
  assert.equal(await overflow(visit), 0);
  await visit.shot("embed-guide");
});

test("finds no fault with axe outside the element", async () => {
  const visit = await open({ url: `${lab().site.origin}/embed-guide.html`, colorScheme: "dark" });
  await visit.by("run").waitFor();
  await visit.page.evaluate(readFileSync(new URL("../../../web/node_modules/axe-core/axe.min.js", import.meta.url), "utf8"));
  const found = await visit.page.evaluate(async () => {
    const { violations } = await /** @type {any} */ (globalThis).axe.run("section[lang]", {
      runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"],
    });
    return violations.flatMap((/** @type {any} */ one) =>
      one.nodes.map((/** @type {any} */ node) => `${one.id}: ${node.target.flat().join(" ")}`),
    );
  });
  assert.deepEqual(found, []);
});
