// What the core needs to read words: it comes for who writes some, and for nobody else.

import assert from "node:assert/strict";
import { Checker, headline } from "../lab/checker.mjs";
import { test } from "../lab/test.mjs";
import { until } from "../lab/until.mjs";
import { withBrowser } from "../lab/with-browser.mjs";

const { lab, open } = withBrowser();

const story = { subject: "login-missing.example", complaint: "the login page does not open" };
const FOUND = "change-record: login-page-unreachable / login-record-missing is confirmed";

const openArticle = () => open({ url: lab().site.hostPage({ resolvers: `${lab().resolvers.one} ${lab().resolvers.two}` }) });

const fetched = (/** @type {import('../lab/visit.mjs').Visit} */ visit) =>
  ["alimail-lexicon-", "alimail-words-"].map((name) => visit.requests.filter(({ url }) => url.includes(`/${name}`)).length);

test("it does not come for who chooses a problem and writes nothing, and comes with the first letter", async () => {
  const visit = await openArticle();
  const checker = new Checker(visit);
  const { complaint: _, ...chosen } = { ...story, problem: "login-page-unreachable" };
  assert.equal(headline(await checker.check(chosen)), FOUND);
  assert.deepEqual(fetched(visit), [0, 0]);
  await visit.edit();
  await visit.by("complaint").fill("5");
  await until("it comes", async () => fetched(visit).join() === "1,1");
});

test("words that the article gives are read, too", async () => {
  const visit = await openArticle();
  await visit.page.evaluate((words) => document.querySelector("alimail-checker")?.setAttribute("complaint", words), story.complaint);
  await visit.by("subject").fill(story.subject);
  assert.equal(headline(await new Checker(visit).after(() => visit.run())), FOUND);
  assert.deepEqual(fetched(visit), [1, 1]);
});

test("the words of the problem that somebody writes about come before the press", async () => {
  const visit = await openArticle();
  await new Checker(visit).tell(story);
  await until("they come", async () => visit.requests.some(({ url }) => /locales\/en-login-page-unreachable-/.test(url)));
  assert.deepEqual(visit.foreign(), [], "and nobody else is asked");
  assert.equal(headline(await new Checker(visit).after(() => visit.run())), FOUND);
});

test("also of what was written before the app was there", async () => {
  const visit = await open({ url: "about:blank" });
  let release = () => {};
  const held = new Promise((go) => (release = () => go(undefined)));
  await visit.page.route(/\/main-/, (route) => held.then(() => route.continue()));
  await visit.page.goto(lab().site.hostPage({ resolvers: `${lab().resolvers.one} ${lab().resolvers.two}` }));
  await new Checker(visit).tell(story);
  release();
  await until("they come", async () => visit.requests.some(({ url }) => /locales\/en-login-page-unreachable-/.test(url)));
});
