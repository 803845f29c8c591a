// The engine of Safari: does the checker live in it? Ten things that a person does, on WebKitGTK.

import assert from "node:assert/strict";
import { headline, outcomesAt } from "../lab/checker.mjs";
import { startStage } from "../host/stage.mjs";
import { test } from "../lab/test.mjs";
import { until } from "../lab/until.mjs";
import { withWebKit } from "./with-webkit.mjs";

const { lab, open } = withWebKit();

const story = { subject: "login-missing.example", complaint: "the login page does not open" };
const FOUND = "change-record: login-page-unreachable / login-record-missing is confirmed";

test("an article with the element: the form stands, and nothing of the core is loaded before use", async () => {
  const page = await open();
  await page.by("subject");
  assert.deepEqual(
    (await page.loaded()).filter((url) => /\.wasm$|fallback/.test(url)),
    [],
  );
});

test("a login record is missing: asked of real resolvers over HTTPS, and found", async () => {
  const page = await open();
  const turn = await page.check(story);
  assert.equal(headline(turn), FOUND);
  for (const outcome of ["records", "nxdomain"]) assert.ok(outcomesAt(turn, lab().resolvers.one).includes(outcome), outcome);
  assert.equal(await page.attribute("verdict", "data-action"), "change-record");
  const loaded = await page.loaded();
  assert.equal(loaded.filter((url) => url.endsWith(".wasm")).length, 2); // the core, and what reads words
  assert.deepEqual(
    loaded.filter((url) => url.includes("fallback")),
    [],
  );
  await page.shot("webkit-login-missing");
});

test("a healthy domain: nothing is wrong", async () => {
  const page = await open();
  const turn = await page.check({ subject: "healthy-a.example" });
  assert.equal(turn.diagnosis.action, "nothing-wrong");
});

test("a Chinese sentence in a Chinese article", async () => {
  const page = await open({ lang: "zh-CN" });
  const turn = await page.check({ subject: "someone@healthy-a.example", complaint: "发信失败，账号已被冻结" });
  assert.equal(headline(turn), "ask-administrator: account-cannot-send / account-frozen is likely");
  assert.match(await page.text("verdict"), /[\u4e00-\u9fff]/);
  await page.shot("webkit-chinese");
});

test("the language is switched, and what was typed stays", async () => {
  const page = await open();
  await page.type("subject", story.subject);
  await page.run(
    (/** @type {HTMLSelectElement} */ menu) => {
      menu.value = "zh-CN";
      menu.dispatchEvent(new Event("change"));
    },
    await page.by("language"),
  );
  await until("Chinese", async () => /[\u4e00-\u9fff]/.test(await page.text("run")));
  assert.equal(await page.run((/** @type {HTMLInputElement} */ input) => input.value, await page.by("subject")), story.subject);
});

// This engine keeps the failure of a module, and its error does not name the file.
test("the first words, which fail once: they are asked for again", async () => {
  lab().site.lose(/\/words-en-/);
  const page = await open();
  await page.by("subject");
  const turn = await page.check(story);
  assert.equal(headline(turn), FOUND);
});

test("an example replays with no word to any resolver", async () => {
  const page = await open();
  const turn = await page.after(() => page.press("example-account-frozen"));
  assert.equal(turn.diagnosis.action, "ask-administrator");
  assert.deepEqual(
    (await page.loaded()).filter((url) => url.includes("dns=") || url.includes("name=")),
    [],
  );
});

test("the guide opens", async () => {
  const page = await open();
  const fold = await page.by("fold-guide");
  await page.run((/** @type {HTMLElement} */ element) => element.querySelector("summary")?.click(), fold);
  await until(
    "three chapters",
    async () => (await page.run((/** @type {HTMLElement} */ element) => element.querySelectorAll("article").length, fold)) === 3,
  );
});

test("a resolver that fails and one that lies in its form: the others carry the verdict", async () => {
  const { one, two } = lab().resolvers;
  const page = await open({ resolvers: [one, two, lab().faults.reset] });
  assert.equal(headline(await page.check(story)), FOUND);
});

test("input that names nothing is said at the field", async () => {
  const page = await open();
  await page.type("subject", "not a domain");
  await page.click("run");
  await page.by("field-error");
});

// This driver sees nothing of a frame without an origin: the frame itself has to say that it stands.
test("the page for frames in a sandboxed frame of a foreign page draws itself and tells its height", async () => {
  const stage = await startStage();
  try {
    const page = await open({
      url: stage.put(`<!doctype html><title>A stranger</title>
      <script>globalThis.heard = []; addEventListener('message', ({ data }) => heard.push(data))</script>
      <iframe style="width:100%;height:900px" sandbox="allow-scripts" src="${stage.files}/v1/embed.html#lang=en"></iframe>`),
    });
    const heights = () =>
      page.run(() =>
        /** @type {any} */ (globalThis).heard
          .filter((/** @type {any} */ data) => data?.type === "alimail-height")
          .map((/** @type {any} */ { height }) => height),
      );
    await until("the height of the whole form", async () => (await heights()).some((/** @type {number} */ height) => height > 400), {
      within: 30_000,
    });
  } finally {
    await stage.close();
  }
});
