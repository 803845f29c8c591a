// The packs of words: each comes when it is needed, and nothing is drawn before its words are there.

import assert from "node:assert/strict";
import { Checker } from "../lab/checker.mjs";
import { test } from "../lab/test.mjs";
import { until } from "../lab/until.mjs";
import { withBrowser } from "../lab/with-browser.mjs";

const { lab, open } = withBrowser();

const story = { subject: "login-missing.example", complaint: "the login page does not open" };
const KEY = /\[[a-z-]+\.[\w.-]+\]/; // a key without words

async function prepared() {
  const { one, two } = lab().resolvers;
  const visit = await open({ resolvers: [one, two] });
  await visit.by("fold-guide").waitFor();
  return visit;
}

test("the words of a chosen problem come with the choice, before the press", async () => {
  const visit = await prepared();
  await new Checker(visit).tell({ problem: "history-unavailable" });
  await until("its words", async () => visit.requests.some(({ url }) => /locales\/en-history-unavailable/.test(url)));
  assert.equal(visit.asked().length, 0);
});

test("another language beside a result loads the words of that result", async () => {
  const visit = await prepared();
  await new Checker(visit).check(story);
  await visit.by("verdict").waitFor();
  await visit.by("language").selectOption("zh-CN");
  const result = visit.page.locator(".result");
  await until("Chinese", async () => /[\u4e00-\u9fff]/.test(await result.innerText()));
  assert.doesNotMatch((await result.textContent()) ?? "", KEY);
  assert.ok(visit.requests.some(({ url }) => /locales\/zh-CN-login-page-unreachable/.test(url)));
});

test("while the words of a problem are on their way, there is progress and no key; then the verdict has the focus", async () => {
  const visit = await prepared();
  let arrive = () => {};
  const held = new Promise((resolve) => (arrive = () => resolve(undefined)));
  await visit.page.route(/locales\/en-login-page-unreachable/, (route) => held.then(() => route.continue()));
  const checker = new Checker(visit);
  await checker.tell(story);
  await visit.run();
  await visit.settled();
  assert.ok(await visit.by("cancel").isVisible());
  assert.equal(await visit.by("verdict").count(), 0);
  assert.doesNotMatch(await visit.page.locator("alimail-checker").innerText(), KEY);
  arrive();
  await visit.by("verdict").waitFor();
  await until("the focus is where the news is", async () => (await visit.focused()) === "verdict");
  assert.doesNotMatch(await visit.page.locator(".result").innerText(), KEY);
});
