// How much each documented snippet makes a page jump: laid into an article as embed-guide.html gives it, loaded, used, and measured
// by the browser's own count (CLS). Prints the figures: until the checker stands there, everything counts; while it is used, what is
// of the article. What moves inside the element then, as the answer takes the place of the form, is printed and not judged here.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { distFolder } from "../lab/site.mjs";
import { withStage } from "./stage.mjs";
import { test } from "../lab/test.mjs";

const { open, stage } = withStage();

const LIMIT = 0.02;
const SIZES = { phone: { width: 360, height: 780 }, wide: { width: 1280, height: 900 } };

/** The snippet of that name as a person copies it, for this stage. */
function snippet(/** @type {string} */ name) {
  const guide = readFileSync(join(distFolder(), "embed-guide.html"), "utf8");
  const [, code = ""] = new RegExp(`data-snippet="${name}"[^>]*><code[^>]*>([\\s\\S]*?)</code>`).exec(guide) ?? [];
  assert.notEqual(code, "", `embed-guide.html has no snippet "${name}"`);
  return code
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replace(/ integrity="[^"]*"/, "")
    .replaceAll("https://YOUR-HOST", `${stage().files}/v1`);
}

const article = (/** @type {string} */ inside) => `<!doctype html><html lang="en"><meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1"><title>An article</title><style>body { margin: 1rem }</style>
  <script>
    globalThis.shift = { all: 0, article: 0 };
    new PerformanceObserver((list) => {
      for (const { hadRecentInput, value, sources } of list.getEntries()) {
        if (hadRecentInput) continue;
        shift.all += value;
        if (sources.some(({ node }) => node)) shift.article += value; // none is named of a shadow tree
      }
    }).observe({ type: 'layout-shift', buffered: true });
  </script>
  <h1>The login page does not open</h1><p>${"Before you call, read this. ".repeat(6)}</p>${inside}
  <p>${"What comes after it must not move while it is read. ".repeat(40)}</p></html>`;

const measured = (/** @type {import('../lab/visit.mjs').Visit} */ visit) =>
  /** @type {Promise<{all: number, article: number}>} */ (
    visit.page.evaluate(
      () =>
        new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done({ .../** @type {any} */ (globalThis).shift })))),
    )
  );

for (const [name, size] of /** @type {[string, keyof typeof SIZES][]} */ ([
  ["element", "phone"],
  ["element", "wide"],
  ["frame", "phone"],
  ["loader", "phone"],
  ["loader", "wide"],
  ["mkdocs", "wide"],
])) {
  test(`${name}, ${size}`, async () => {
    const visit = await open({ url: stage().put(article(snippet(name))), viewport: SIZES[size] });
    const framed = name === "frame" || name === "loader";
    const by = (/** @type {string} */ id) => (framed ? visit.page.frameLocator("iframe").locator(`[data-test="${id}"]`) : visit.by(id));
    await by("fold-guide").waitFor({ timeout: 20_000 });
    const loaded = await measured(visit);
    await by("subject").fill("login-missing.example");
    await by("run").click();
    await by("verdict").waitFor({ timeout: 30_000 });
    await by("cancel").waitFor({ state: "hidden", timeout: 30_000 });
    const used = await measured(visit);
    const [atLoad, around, inside] = [loaded.all, used.article - loaded.article, used.all - loaded.all].map((value) => value.toFixed(4));
    console.log(
      `CLS of the snippet "${name}", ${size}: ${atLoad} until it stands, ${around} of the article in use, ${inside} with what moves inside it`,
    );
    assert.ok(loaded.all <= LIMIT, `${atLoad} until it stands`);
    assert.ok(used.article <= LIMIT, `${around} of the article`);
  });
}
