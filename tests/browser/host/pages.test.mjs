// The element on pages that were not made for it: styles and prototypes of others, right to left, several at once, two versions, dark
// and forced colours, servers that send the wrong headers.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe } from "node:test";
import { axe, overflow } from "../lab/axe.mjs";
import { Checker, headline } from "../lab/checker.mjs";
import { cannot } from "../lab/engine.mjs";
import { distFolder } from "../lab/site.mjs";
import { test } from "../lab/test.mjs";
import { until } from "../lab/until.mjs";
import { forgive, pageWith, resolversOf, withStage } from "./stage.mjs";

const { lab, open, stage } = withStage();

const story = { subject: "login-missing.example", complaint: "the login page does not open" };
const FOUND = "change-record: login-page-unreachable / login-record-missing is confirmed";
const own = () => `resolvers="${resolversOf(lab())}"`;

const HOSTILE = `<style>
  html { font-size: 62.5%; }
  *, *::before, *::after { all: unset !important; display: revert !important; }
  body { text-transform: uppercase; letter-spacing: 1em; line-height: 4; text-align: right; white-space: pre; word-spacing: 2em; text-indent: 9em;
    visibility: visible; font: italic 900 40px fantasy; color: yellow; cursor: none; -webkit-text-fill-color: red; }
  div, p, button, input, textarea, form, section { display: none !important; color: lime !important; position: fixed !important; }
  .root, .box, .primary { opacity: 0 !important; transform: rotate(180deg) !important; }
</style><script>
  // As Prototype.js 1.6, MooTools and monitoring scripts leave a page.
  Array.prototype.toJSON = function () { return '[' + this.join(',') + ']'; };
  String.prototype.toJSON = function () { return '"' + this + '"'; };
  Object.prototype.extended = function () {};
  Array.prototype.each = function (work) { for (let i = 0; i < this.length; i += 1) work(this[i]); };
  Array.prototype.find = function (test) { for (let i = 0; i < this.length; i += 1) if (test(this[i], i, this)) return this[i]; };
  Array.prototype.flat = function () { return [].concat(...this); };
  String.prototype.trim = function () { return this.replace(/^\\s+|\\s+$/g, ''); };
  String.prototype.includes = function (text) { return this.indexOf(text) !== -1; };
  for (const name of ['parse', 'stringify']) { const given = JSON[name]; JSON[name] = function () { return given.apply(JSON, arguments); }; }
  Element.prototype.remove = function () { if (this.parentNode) this.parentNode.removeChild(this); };
</script>`;

describe("a hostile page", () => {
  test("changes nothing of how it looks or what it finds", { differs: true }, async () => {
    const looks = async (/** @type {import('../lab/visit.mjs').Visit} */ visit) => {
      await visit.by("fold-guide").waitFor();
      return visit.page.locator("alimail-checker").evaluate((host) =>
        [".chips legend", "#subject", ".primary", "label"].map((selector) => {
          const node = /** @type {Element} */ (host.shadowRoot?.querySelector(selector));
          const { color, textTransform, letterSpacing, textAlign, whiteSpace, fontStyle, fontFamily, opacity, textIndent, cursor } =
            getComputedStyle(node);
          const { height } = node.getBoundingClientRect();
          return {
            selector,
            color,
            textTransform,
            letterSpacing,
            textAlign,
            whiteSpace,
            fontStyle,
            fontFamily,
            opacity,
            textIndent,
            cursor,
            height: Math.round(height),
          };
        }),
      );
    };
    const [plain, hostile] = await Promise.all([
      open({ url: stage().put(pageWith(`${stage().files}/v1`, own())) }),
      open({ url: stage().put(pageWith(`${stage().files}/v1`, own(), HOSTILE)) }),
    ]);
    assert.deepEqual(await looks(hostile), await looks(plain));
    const turn = await new Checker(hostile).check(story);
    assert.equal(headline(turn), FOUND);
    assert.deepEqual(await new Checker(hostile).shown(), { action: "change-record", visible: true });
    await hostile.shot("host-hostile");
  });

  test("with a rem of its own, as pages that share out the width have, is as large as elsewhere", async () => {
    for (const size of ["62.5%", "75px"]) {
      const visit = await open({ url: stage().put(pageWith(`${stage().files}/v1`, own(), `<style>html { font-size: ${size} }</style>`)) });
      await visit.by("fold-guide").waitFor();
      const { height } = (await visit.by("run").boundingBox()) ?? { height: 0 };
      assert.equal(Math.round(height), 48, size);
    }
  });

  test("written from right to left: names and addresses stay as they are written", { differs: true }, async () => {
    const page = pageWith(`${stage().files}/v1`, own()).replace('<html lang="en">', '<html lang="ar" dir="rtl">');
    const visit = await open({ url: stage().put(page), viewport: { width: 360, height: 780 } });
    assert.equal(headline(await new Checker(visit).check(story)), FOUND);
    assert.equal(
      await visit.page
        .locator("alimail-checker")
        .evaluate((host) => getComputedStyle(/** @type {Element} */ (host.shadowRoot?.querySelector(".root"))).direction),
      "ltr",
    );
    assert.equal(await overflow(visit), 0);
    assert.deepEqual(await axe(visit), []);
    await visit.shot("host-rtl");
  });
});

describe("several at once", () => {
  test("three elements ask for the wasm once, and each keeps its own", async () => {
    const { files } = stage();
    const element = (/** @type {string} */ subject) => `<alimail-checker ${own()} subject="${subject}"></alimail-checker>`;
    const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Three</title><script type="module" src="${files}/v1/alimail-checker.js"></script>
      ${element("login-missing.example")}${element("healthy-a.example")}<p lang="zh-CN">${element("localhost")}</p></html>`;
    const visit = await open({ url: stage().put(page), viewport: { width: 1280, height: 4000 } });
    await until("three of them", async () => (await visit.by("run").count()) === 3);
    assert.equal(visit.requests.filter(({ url }) => url.endsWith(".wasm")).length, 0);
    for (const at of [0, 1, 2]) await visit.by("run").nth(at).click();
    await until(
      "two verdicts and an error",
      async () => (await visit.by("verdict").count()) === 2 && (await visit.by("field-error").count()) === 1,
      { within: 30_000 },
    );
    await until("all at rest", async () => (await visit.by("cancel").count()) === 0, { within: 30_000 });
    assert.equal(visit.requests.filter(({ url }) => url.endsWith(".wasm")).length, 1);
    const turns = await visit.page
      .locator("alimail-checker")
      .evaluateAll((all) => all.map((one) => /** @type {any} */ (one).turn?.subject.domain));
    assert.deepEqual(turns.slice(0, 2), ["login-missing.example", "healthy-a.example"]);
    assert.match((await visit.by("field-error").textContent()) ?? "", /[\u4e00-\u9fff]/);
  });

  test("two versions on a page: the first wins, without an error", async () => {
    const page = pageWith(`${stage().files}/v1`, own(), `<script type="module" src="${stage().files}/v2/alimail-checker.js"></script>`);
    const visit = await open({ url: stage().put(page) });
    assert.equal(headline(await new Checker(visit).check(story)), FOUND);
    const from = (/** @type {string} */ folder) => visit.requests.filter(({ url }) => url.includes(`/${folder}/main-`)).length;
    assert.deepEqual([from("v2"), from("v1")], [1, 0]);
  });
});

describe("what the page around hears", () => {
  test("ready, start, progress up to the end, diagnosis: plain values that bubble out of shadow roots", { differs: true }, async () => {
    const page = `<!doctype html><html lang="en"><title>Heard</title><div id="outer"></div><script>
      globalThis.log = [];
      for (const name of ['ready', 'start', 'progress', 'diagnosis', 'error', 'language'])
        document.addEventListener('alimail-' + name, (event) => log.push([name, name === 'language' ? event.detail.tag : structuredClone(event.detail)]));
      document.getElementById('outer').attachShadow({ mode: 'open' }).innerHTML = '<alimail-checker ${own()}></alimail-checker>';
      </script><script type="module" src="${stage().files}/v1/alimail-checker.js"></script></html>`;
    const visit = await open({ url: stage().put(page) });
    await new Checker(visit).check(story);
    const log = /** @type {[string, any][]} */ (await visit.page.evaluate(() => /** @type {any} */ (globalThis).log));
    const of = (/** @type {string} */ name) => log.filter(([each]) => each === name).map(([, detail]) => detail);
    assert.equal(log.findIndex(([name]) => name === "ready") < log.findIndex(([name]) => name === "start"), true);
    assert.deepEqual([of("language")[0], of("start"), of("error")], ["en", [{}], []]);
    assert.match(of("ready")[0].version, /^\d+\.\d+\.\d+/);
    const last = of("progress").at(-1);
    assert.ok(last.total > 0 && last.done === last.total);
    assert.equal(headline(of("diagnosis").at(-1)), FOUND);
    const fields = await visit.page.evaluate(() => {
      const element = /** @type {any} */ (document.getElementById("outer")?.shadowRoot?.querySelector("alimail-checker"));
      return [element.fields, element.turn.diagnosis.action];
    });
    assert.deepEqual(fields, [{ ...story, start: "" }, "change-record"]);
  });

  test("a problem that an article is about is chosen, and the link stands there until the words do", async () => {
    const visit = await open({ url: "about:blank" });
    let arrive = () => {};
    const held = new Promise((resolve) => {
      arrive = () => resolve(undefined);
    });
    await visit.page.route(/\/words-/, (route) => held.then(() => route.continue()));
    // Firefox counts a module that waits for others among what a page loads.
    await visit.page.goto(stage().put(pageWith(`${stage().files}/v1`, `${own()} start="history-unavailable"`)), { waitUntil: "commit" });
    await until("the element is defined", () => visit.page.evaluate(() => Boolean(customElements.get("alimail-checker"))));
    assert.equal(await visit.page.locator("#light").isVisible(), true);
    arrive();
    await visit.by("chip-history-unavailable").waitFor();
    assert.equal(await visit.by("chip-history-unavailable").isChecked(), true);
    assert.equal(await visit.page.locator("#light").isVisible(), false);
  });
});

describe("dark and forced colours", () => {
  const states = { context: { forcedColors: "active" } };
  test("a dark page: dark text nowhere, whether the page says so or its theme", { differs: true }, async () => {
    const { files } = stage();
    for (const [attributes, more] of /** @type {const} */ ([
      ["", "<style>html { color-scheme: light dark; background: Canvas }</style>"],
      ['theme="dark"', "<style>body { background: #111 }</style>"],
    ])) {
      const visit = await open({ colorScheme: "dark", url: stage().put(pageWith(`${files}/v1`, `${own()} ${attributes}`, more)) });
      await new Checker(visit).check(story);
      assert.deepEqual(await axe(visit), []);
    }
  });

  test("forced colours: buttons and menus have an edge", {
    differs: true,
    skip: cannot({ firefox: "Playwright cannot ask it for forced colours" }),
  }, async () => {
    const visit = await open({ ...states, url: stage().put(pageWith(`${stage().files}/v1`, own())) });
    await new Checker(visit).check(story);
    const style = (/** @type {string} */ id, /** @type {string} */ name) =>
      visit
        .by(id)
        .first()
        .evaluate((node, property) => getComputedStyle(node).getPropertyValue(property), name);
    assert.deepEqual([await style("run", "border-top-width"), await style("run", "border-top-style")], ["1px", "solid"]);
    assert.deepEqual([await style("retry", "border-top-width"), await style("language", "border-top-style")], ["1px", "solid"]);
    assert.deepEqual(await axe(visit), []);
    await visit.shot("host-forced");
  });
});

describe("what a server may get wrong", () => {
  test("the type of the wasm", { differs: true }, async () => {
    const visit = await open({ url: stage().put(pageWith(`${stage().files}/untyped`, own())) });
    assert.equal(headline(await new Checker(visit).check(story)), FOUND);
  });

  test("no Access-Control-Allow-Origin: the link of the article stays", async () => {
    const visit = await open({ url: stage().put(pageWith(`${stage().files}/private`, own())) });
    await until("the file was asked for", async () => visit.requests.some(({ url }) => url.includes("/private/alimail-checker.js")));
    assert.equal(await visit.page.locator("#light").isVisible(), true);
    assert.equal(await visit.page.evaluate(() => customElements.get("alimail-checker")), undefined);
    await forgive(visit);
  });

  test("a file that is not the one of the documented hash: the link stays; with the right hash it works", { differs: true }, async () => {
    const hash = (/** @type {string | Buffer} */ text) => `sha384-${createHash("sha384").update(text).digest("base64")}`;
    const file = readFileSync(join(distFolder(), "alimail-checker.js"));
    const documented = JSON.parse(readFileSync(join(distFolder(), "integrity.json"), "utf8"));
    assert.equal(documented["alimail-checker.js"], hash(file));
    assert.equal(documented["embed.js"], hash(readFileSync(join(distFolder(), "embed.js"))));
    const withHash = (/** @type {string} */ value) =>
      stage().put(pageWith(`${stage().files}/v1`, own()).replace('.js"', `.js" integrity="${value}" crossorigin`));
    const wrong = await open({ url: withHash(hash("another file")) });
    await until("it was refused", async () => wrong.complaints.length > 0);
    assert.equal(await wrong.page.locator("#light").isVisible(), true);
    await forgive(wrong);
    const right = await open({ url: withHash(documented["alimail-checker.js"]) });
    await right.by("run").waitFor();
  });
});
