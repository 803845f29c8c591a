// The checker in a frame of another site: bare, in the sandbox that WordPress makes, and by the loader, on pages of every encoding.

import assert from "node:assert/strict";
import { describe } from "node:test";
import { test } from "../lab/test.mjs";
import { until } from "../lab/until.mjs";
import { forgive, withStage } from "./stage.mjs";

const { lab, open, stage } = withStage();

const SUBJECT = "login-missing.example";
const bare = (
  /** @type {string} */ src,
  /** @type {string} */ more,
) => `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>An article</title>
  <script>addEventListener('message', (event) => (globalThis.heard ??= []).push({ data: event.data, origin: event.origin,
    fromFrame: event.source === document.querySelector('iframe').contentWindow }))</script>
  <h1>An article</h1><iframe src="${src}" title="Mail checker" width="600" height="900" ${more}></iframe></html>`;

const inside = (/** @type {import('../lab/visit.mjs').Visit} */ visit, /** @type {string} */ id, at = 0) =>
  visit.page.frameLocator("iframe").nth(at).locator(`[data-test="${id}"]`);
const heard = (/** @type {import('../lab/visit.mjs').Visit} */ visit) =>
  /** @type {Promise<any[]>} */ (visit.page.evaluate(() => /** @type {any} */ (globalThis).heard ?? []));

async function runIn(/** @type {import('../lab/visit.mjs').Visit} */ visit, at = 0) {
  await inside(visit, "subject", at).fill(SUBJECT);
  await inside(visit, "complaint", at).fill("the login page does not open");
  await inside(visit, "run", at).click();
  await inside(visit, "verdict", at).waitFor({ timeout: 30_000 });
  return inside(visit, "verdict", at).getAttribute("data-action");
}

describe("a bare frame", () => {
  test("works in the sandbox of WordPress: no origin, no storage, a secret behind its address", { differs: true }, async () => {
    const src = `${stage().files}/v1/embed.html#?secret=Abc123xyz0`;
    const visit = await open({ url: stage().put(bare(src, 'class="wp-embedded-content" sandbox="allow-scripts" security="restricted"')) });
    assert.equal(await runIn(visit), "change-record");
    const told = await heard(visit);
    const ours = told.filter(({ data }) => data.type === "alimail-height");
    const theirs = told.filter(({ data }) => data.message === "height");
    assert.ok(ours.length > 0 && ours.every(({ origin, fromFrame }) => origin === "null" && fromFrame));
    assert.deepEqual(
      theirs.map(({ data }) => data.value),
      ours.map(({ data }) => data.height),
    );
    assert.ok(theirs.every(({ data }) => data.secret === "Abc123xyz0"));
    // A height is all that the page around is told.
    assert.deepEqual([...new Set(told.flatMap(({ data }) => Object.keys(data)))].sort(), ["height", "message", "secret", "type", "value"]);
  });

  test("takes its fragment, also with the secret behind it", async () => {
    const src = `${stage().files}/v1/embed.html#v=1&lang=en&subject=${SUBJECT}&unknown=1#?secret=Abc123xyz0`;
    const visit = await open({ lang: "zh-CN", url: stage().put(bare(src, 'sandbox="allow-scripts"')) });
    await until("the field is filled", async () => (await inside(visit, "subject").inputValue()) === SUBJECT);
    await until("the language is said", async () => (await visit.page.frames()[1]?.evaluate(() => document.documentElement.lang)) === "en");
    assert.equal(
      (await heard(visit)).some(({ data }) => data.secret === "Abc123xyz0"),
      true,
    );
    assert.deepEqual(visit.asked(), []);
  });

  test("has no ground of its own on a light page, and with theme=auto one that fits its text", { differs: true }, async () => {
    const src = `${stage().files}/v1/embed.html`;
    const look = () => {
      const { colorScheme, backgroundColor } = getComputedStyle(document.documentElement);
      return [colorScheme, backgroundColor, getComputedStyle(document.body).backgroundColor];
    };
    /** What this engine paints a dark page with, and writes on it. */
    const dusk = (/** @type {import('../lab/visit.mjs').Visit} */ { page }) =>
      page.evaluate(() => {
        const probe = document.body.appendChild(document.createElement("p"));
        probe.style.cssText = "color-scheme: dark; background: Canvas; color: CanvasText";
        return { ground: getComputedStyle(probe).backgroundColor, text: getComputedStyle(probe).color };
      });
    const light = await open({ colorScheme: "dark", url: stage().put(bare(src, "")) });
    await inside(light, "subject").waitFor();
    assert.deepEqual(await light.page.frames()[1]?.evaluate(look), ["light", "rgba(0, 0, 0, 0)", "rgba(0, 0, 0, 0)"]);
    const dark = await open({ colorScheme: "dark", url: stage().put(bare(`${src}#theme=auto`, 'style="color-scheme: light dark"')) });
    await inside(dark, "fold-guide").waitFor(); // else the field may be replaced by the app's between finding it and looking at it
    const { ground, text } = await dusk(dark);
    assert.deepEqual(await dark.page.frames()[1]?.evaluate(look), ["light dark", ground, "rgba(0, 0, 0, 0)"]);
    assert.equal(await inside(dark, "subject").evaluate((node) => getComputedStyle(node).color), text);
    await dark.shot("frame-dark");
  });

  test("whose files no other origin may read leaves its link", async () => {
    const visit = await open({ url: stage().put(bare(`${stage().files}/private/embed.html`, 'sandbox="allow-scripts"')) });
    const link = visit.page.frameLocator("iframe").locator("a").first();
    await link.waitFor();
    assert.equal(await link.isVisible(), true);
    assert.equal(await inside(visit, "run").count(), 0);
    await forgive(visit);
  });
});

describe("the loader", () => {
  const article = (/** @type {string} */ body, encoding = "utf-8", head = "") =>
    `<!doctype html><html><head><meta charset="${encoding}"><title>An article</title>${head}</head><body style="margin:0"><h1>An article</h1>${body}</body></html>`;
  const script = (more = "", folder = "v1") => `<script src="${stage().files}/${folder}/embed.js" ${more}></script>`;
  const heights = (/** @type {import('../lab/visit.mjs').Visit} */ visit) =>
    visit.page.locator("iframe").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));

  test("fills every container, each with its settings, and takes heights from its own frames alone", { differs: true }, async () => {
    const box = (/** @type {string} */ settings) => `<div data-alimail-checker ${settings}><a href="#">Check</a></div>`;
    const visit = await open({
      url: stage().put(
        article(
          box(`data-lang="en" data-subject="${SUBJECT}" data-start="login-page-unreachable" style="min-height: 300px"`) +
            box('lang="zh-CN" data-theme="dark"') +
            '<iframe id="other" srcdoc="<p>of somebody else"></iframe>',
          "utf-8",
          script("async"),
        ),
      ),
    });
    await until("two frames", async () => (await visit.page.locator("[data-alimail-checker] iframe").count()) === 2);
    assert.equal(await visit.page.locator("[data-alimail-checker] a").count(), 0);
    const [english, chinese] = await visit.page.locator("[data-alimail-checker] iframe").evaluateAll((all) =>
      all.map((one) => ({
        title: /** @type {HTMLIFrameElement} */ (one).title,
        sandbox: one.getAttribute("sandbox"),
        loading: one.getAttribute("loading"),
      })),
    );
    assert.match(english?.title ?? "", /Alibaba Mail/);
    assert.match(chinese?.title ?? "", /[\u4e00-\u9fff]/);
    assert.equal(english?.loading, "lazy");
    assert.equal(english?.sandbox?.includes("allow-same-origin"), false);
    await until("the field is filled", async () => (await inside(visit, "subject").inputValue()) === SUBJECT);
    await until("the height came", async () => ((await heights(visit))[0] ?? 0) > 300);
    const before = await heights(visit);
    await visit.page.evaluate(() => postMessage({ type: "alimail-height", height: 5000 }, "*"));
    await visit.page
      .frames()
      .find((frame) => frame.url() === "about:srcdoc")
      ?.evaluate(() => parent.postMessage({ type: "alimail-height", height: 5000 }, "*"));
    await visit.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    assert.deepEqual((await heights(visit)).slice(-1), before.slice(-1));
    assert.ok((await heights(visit)).every((height) => height < 5000));
  });

  test("never makes a frame lower than the room that the article keeps, and one frame of two copies of itself", async () => {
    const visit = await open({
      url: stage().put(article(`<div data-alimail-checker style="min-height: 3000px"></div>${script()}${script("", "v2")}`)),
    });
    await inside(visit, "run").waitFor();
    await until("an example is open", async () => (await inside(visit, "example-account-frozen").count()) > 0);
    assert.deepEqual(await heights(visit), [3000]);
  });

  test("without a container each tag is a place of its own", async () => {
    const visit = await open({ url: stage().put(article(`<p>Before.</p>${script('data-lang="zh-CN"')}${script("", "v2")}<p>After.</p>`)) });
    await inside(visit, "run").first().waitFor();
    const order = await visit.page.locator("body > *").evaluateAll((all) => all.map((one) => one.tagName));
    assert.deepEqual(
      order.filter((name) => name !== "SCRIPT"),
      ["H1", "P", "DIV", "DIV", "P"],
    );
    const first = visit.page.frames().find((frame) => frame.url().includes("lang=zh-CN"));
    await until("Chinese", async () => (await first?.evaluate(() => document.documentElement.lang)) === "zh-CN");
  });

  test("leaves no global behind", async () => {
    const url = stage().put(
      article(
        `<div data-alimail-checker></div>${script()}<script type="module" src="${stage().files}/v1/alimail-checker.js"></script>`,
        "utf-8",
        "<script>globalThis.names = new Set(Object.getOwnPropertyNames(globalThis))</script>",
      ),
    );
    const visit = await open({ url });
    await inside(visit, "run").waitFor();
    assert.deepEqual(
      await visit.page.evaluate(() =>
        Object.getOwnPropertyNames(globalThis).filter(
          (name) => name !== "names" && Number.isNaN(Number(name)) && !(/** @type {any} */ (globalThis).names.has(name)),
        ),
      ),
      [],
    );
  });

  test("works in a page of GBK bytes, with the element beside it", { differs: true }, async () => {
    // "邮箱" is D3 CA CF E4 in GBK; with a server that names no encoding, a classic script is read as the page is.
    const gbk = (/** @type {string} */ text) =>
      Buffer.concat(
        text
          .split("\u90ae\u7bb1")
          .flatMap((part, index) => [...(index ? [Buffer.from([0xd3, 0xca, 0xcf, 0xe4])] : []), Buffer.from(part, "latin1")]),
      );
    const page = gbk(
      `<!doctype html><html lang="zh-CN"><head><meta charset="gbk"><title>\u90ae\u7bb1</title></head><body><h1>\u90ae\u7bb1</h1>` +
        `<div data-alimail-checker data-complaint="\u90ae\u7bb1"></div><script src="${stage().files}/unnamed/embed.js"></script>` +
        `<script type="module" src="${stage().files}/unnamed/alimail-checker.js"></script><alimail-checker complaint="\u90ae\u7bb1"></alimail-checker></body></html>`,
    );
    const visit = await open({ url: stage().put(page, { "content-type": "text/html" }) });
    assert.equal(await visit.page.evaluate(() => document.characterSet), "GBK");
    assert.equal(await visit.page.locator("h1").first().textContent(), "\u90ae\u7bb1");
    assert.match((await visit.page.locator("[data-alimail-checker] iframe").getAttribute("title")) ?? "", /^\u963f\u91cc/);
    await until("the frame has the words", async () => (await inside(visit, "complaint").inputValue()) === "\u90ae\u7bb1");
    await until("the element has the words", async () => (await visit.by("complaint").inputValue()) === "\u90ae\u7bb1");
    assert.match((await visit.by("run").textContent()) ?? "", /\u539f\u56e0/);
    assert.equal(await runIn(visit), "change-record");
    await visit.shot("host-gbk");
  });
});

test("the page for frames asks nobody but its own site before the button", async () => {
  const visit = await open({ url: stage().put(bare(`${stage().files}/v1/embed.html#lang=en`, 'sandbox="allow-scripts"')) });
  await inside(visit, "fold-guide").waitFor();
  assert.deepEqual(
    visit.requests.filter(({ url }) => !url.startsWith(stage().host) && !url.startsWith(stage().files)),
    [],
  );
  assert.equal(
    visit.requests.some(({ url }) => url.endsWith(".wasm")),
    false,
  );
  assert.ok(lab());
});
