// A language that nobody speaks: every text of the locale files stands in ⟦ ⟧. Whatever the page draws outside of them is a
// sentence that no translator would ever see.

import assert from "node:assert/strict";
import { describe } from "node:test";
import { arguedTurn, complaint, reply } from "../../turns/argued.mjs";
import { fullTurn } from "../../turns/full.mjs";
import { runScripted, say, unfold } from "../lab/scripted.mjs";
import { test } from "../lab/test.mjs";
import { until } from "../lab/until.mjs";
import { withBrowser } from "../lab/with-browser.mjs";

const { lab, open } = withBrowser();

const wrap = (/** @type {unknown} */ text) =>
  text === null
    ? text
    : typeof text === "string"
      ? `⟦${text}⟧`
      : Object.fromEntries(Object.entries(/** @type {object} */ (text)).map(([form, words]) => [form, `⟦${words}⟧`]));

/** A visit to a page whose words are all marked. @param {any} [turn] */
async function pseudo(turn) {
  const visit = await open({ url: "about:blank" });
  await visit.page.route("**/locales/*.json", async (route) => {
    const response = await route.fetch();
    const [hashes, ...texts] = /** @type {unknown[]} */ (await response.json());
    return route.fulfill({ response, json: [hashes, ...texts.map(wrap)] });
  });
  await visit.page.route("**/words-en-*.js", async (route) => {
    const response = await route.fetch();
    return route.fulfill({ response, body: (await response.text()).replace(/:"((?:[^"\\]|\\.)*)"/g, ':"⟦$1⟧"') });
  });
  if (turn) await say(visit, turn);
  await visit.page.goto(`${lab().site.origin}/index.html#lang=en`);
  await visit.by("fold-guide").waitFor();
  return visit;
}

/**
 * The texts outside of the marks, of the element and everything in it, with what a screen reader is told. What is no language
 * is left out: code, what the person and their DNS wrote (translate=no, bdi, dir), names of languages and of resolvers.
 * @param {import('../lab/visit.mjs').Visit} visit @returns {Promise<string[]>}
 */
const unmarked = (visit) =>
  visit.page.evaluate(() => {
    const root = /** @type {ShadowRoot} */ (document.querySelector("alimail-checker")?.shadowRoot);
    const inert =
      "code, pre, kbd, bdi, textarea, input, style, svg text[lang], svg [translate=no], [translate=no], .languages button, [lang=en]";
    const found = new Set();
    const walk = (/** @type {Node} */ node, /** @type {string[]} */ texts) => {
      if (node instanceof Element && node.matches(inert)) return texts;
      if (node instanceof Element) {
        for (const name of ["aria-label", "title", "alt", "placeholder"]) {
          const value = node.getAttribute(name);
          if (value && /\p{L}{2}/u.test(value.replace(/⟦[^⟦⟧]*⟧/g, ""))) found.add(`${name}: ${value}`);
        }
      }
      if (node instanceof Text) texts.push(node.data);
      for (const child of node.childNodes) walk(child, texts);
      return texts;
    };
    // The whole text in its order: a sentence is cut into pieces by the code in it, and its marks stand at both ends.
    let depth = 0;
    let outside = "";
    for (const letter of walk(root, []).join("\u0000")) {
      if (letter === "⟦") depth += 1;
      else if (letter === "⟧") depth -= 1;
      else if (depth === 0) outside += letter;
    }
    for (const text of outside.split("\u0000")) if (/\p{L}{2}/u.test(text)) found.add(text.trim());
    return [...found];
  });

/** Names that are the same in every language: of resolvers and who runs them, and the versions that we print. */
const NAMES = /^(AliDNS|Alibaba Cloud|DNSPod|Tencent Cloud|Google( Public DNS)?|Cloudflare|DNS\.SB|xTom|UTC|[()\s:,.\d]+)+$/;
const sentences = async (/** @type {import('../lab/visit.mjs').Visit} */ visit) =>
  (await unmarked(visit)).filter((text) => !NAMES.test(text));

/** Shows a turn with everything unfolded. */
async function show(/** @type {any} */ turn, said = "") {
  const visit = await pseudo(turn);
  await runScripted(visit, said);
  await unfold(visit, "details");
  await until("the bundle", async () => (await visit.by("bundle").count()) > 0);
  return visit;
}

describe("no sentence is outside the locale files", () => {
  test("in the form, the examples, the questions and answers and the guide", async () => {
    const visit = await pseudo();
    await visit.by("fold-guide").click();
    await visit.by("guide").first().waitFor();
    assert.deepEqual(await sentences(visit), []);
  });

  test("in a refusal", async () => {
    const visit = await pseudo();
    await visit.by("subject").fill("localhost");
    await visit.run();
    await visit.by("field-error").waitFor();
    assert.deepEqual(await sentences(visit), []);
  });

  test("in records, drawings, comparisons, the policy and the wait", async () =>
    assert.deepEqual(await sentences(await show(fullTurn())), []));

  for (const role of /** @type {const} */ (["member", "postmaster"])) {
    test(`in an argument, a question, marked words, a bounce and the message of a ${role}`, async () =>
      assert.deepEqual(await sentences(await show(arguedTurn({ replies: [reply("role", role)] }), complaint)), []));
  }

  test("and the marks are seen at all: a sentence outside of them is found", async () => {
    const visit = await pseudo();
    await visit.page.evaluate(() => document.querySelector("alimail-checker")?.shadowRoot?.append("Said in English"));
    assert.deepEqual(await sentences(visit), ["Said in English"]);
  });
});
