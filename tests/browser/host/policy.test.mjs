// The policies of strangers' pages. The minimum that embed-guide.html documents is enough; with each part of it taken away there
// is a sentence and a way to the checker's own page, or the link of the article stays.

import assert from "node:assert/strict";
import { describe } from "node:test";
import { Checker, headline } from "../lab/checker.mjs";
import { test } from "../lab/test.mjs";
import { until } from "../lab/until.mjs";
import { forgive, pageWith, resolversOf, withStage } from "./stage.mjs";

const { lab, open, stage } = withStage();

const story = { subject: "login-missing.example", complaint: "the login page does not open" };
const FOUND = "change-record: login-page-unreachable / login-record-missing is confirmed";

/** The documented minimum, with nothing else allowed. */
const minimum = () => ({
  "default-src": ["'none'"],
  "script-src": [stage().files, "'wasm-unsafe-eval'"],
  "connect-src": [
    stage().files,
    ...resolversOf(lab())
      .split(" ")
      .map((url) => new URL(url).origin),
    "https://*.example",
  ],
});
const written = (/** @type {Record<string, string[]>} */ policy) =>
  Object.entries(policy)
    .map(([name, values]) => `${name} ${values.join(" ")}`)
    .join("; ");

/** A visit to a page with the element under a policy. */
async function under(/** @type {Record<string, string[]>} */ policy, folder = "v1") {
  const page = pageWith(`${stage().files}/${folder}`, `resolvers="${resolversOf(lab())}"`);
  return open({ url: stage().put(page, { "content-security-policy": written(policy) }) });
}

/** Where the way out leads: the checker's own page, with what was typed and without whose mailbox it is. */
async function wayOut(/** @type {import('../lab/visit.mjs').Visit} */ visit) {
  const link = visit.by("new-tab").first();
  await link.waitFor();
  const url = new URL((await link.getAttribute("href")) ?? "");
  assert.equal(url.href.replace(/#.*/, ""), `${stage().files}/v1/index.html`);
  return new URLSearchParams(url.hash.slice(1));
}

const FALLBACK = /fallback/; // the core without WebAssembly

describe("the documented minimum", () => {
  test("is enough for a whole run", { differs: true }, async () => {
    const visit = await under(minimum());
    assert.equal(headline(await new Checker(visit).check(story)), FOUND);
  });

  test("is enough together with Trusted Types of which none is allowed, and a style-src of nobody", { differs: true }, async () => {
    const strict = { ...minimum(), "style-src": ["'none'"], "require-trusted-types-for": ["'script'"], "trusted-types": ["'none'"] };
    const visit = await under(strict);
    assert.equal(headline(await new Checker(visit).check(story)), FOUND);
    assert.notEqual(await visit.by("run").evaluate((node) => getComputedStyle(node).backgroundColor), "rgba(0, 0, 0, 0)");
  });

  test("may name the script by a nonce", async () => {
    const { files } = stage();
    const page = pageWith(`${files}/v1`, `resolvers="${resolversOf(lab())}"`).replace("<script ", '<script nonce="r4nd0m" ');
    const policy = written({ ...minimum(), "script-src": ["'nonce-r4nd0m'", "'strict-dynamic'", "'wasm-unsafe-eval'"] });
    const visit = await open({ url: stage().put(page, { "content-security-policy": policy }) });
    assert.equal(headline(await new Checker(visit).check(story)), FOUND);
  });
});

describe("one part taken away", () => {
  test("the host in script-src: the link of the article stays", { differs: true }, async () => {
    const visit = await under({ ...minimum(), "script-src": ["'wasm-unsafe-eval'"] });
    await until("the policy was asked", async () => (await visit.violations()).length > 0);
    assert.equal(await visit.page.locator("#light").isVisible(), true);
    assert.equal(await visit.by("run").count(), 0);
    await forgive(visit);
  });

  test("'wasm-unsafe-eval': the fallback answers instead", async () => {
    const visit = await under({ ...minimum(), "script-src": [stage().files] });
    assert.equal(headline(await new Checker(visit).check(story)), FOUND);
    await forgive(visit);
  });

  test("'wasm-unsafe-eval', and the fallback does not come: a sentence and the way out", async () => {
    const visit = await under({ ...minimum(), "script-src": [stage().files] });
    await visit.page.route(FALLBACK, (route) => route.abort());
    await new Checker(visit).tell({ subject: "wang@login-missing.example", complaint: "password: hunter2!x, login page" });
    await visit.run();
    await visit.by("failure").waitFor();
    assert.equal(await visit.by("failure").getAttribute("data-code"), "wasm-refused");
    await until("the link has what was typed", async () => (await wayOut(visit)).has("complaint"));
    const link = await wayOut(visit);
    assert.equal(link.get("subject"), "login-missing.example");
    assert.doesNotMatch(String(link), /hunter2|wang/);
    await forgive(visit);
  });

  test("the host in connect-src: a sentence and the way out, from the shell itself", async () => {
    const {
      "connect-src": [, ...others],
    } = minimum();
    const visit = await under({ ...minimum(), "connect-src": others });
    await visit.by("subject").fill("wang@login-missing.example");
    await visit.run();
    const link = await wayOut(visit);
    assert.equal(link.get("subject"), "login-missing.example");
    assert.match((await visit.page.getByRole("alert").textContent()) ?? "", /\S+ \S+/);
    await forgive(visit);
  });

  test("the resolvers in connect-src: a sentence and the way out", { differs: true }, async () => {
    const visit = await under({ ...minimum(), "connect-src": [stage().files] });
    await new Checker(visit).check(story);
    await visit.by("lookups-policy").waitFor();
    await until("the link", async () => (await wayOut(visit)).get("subject") === story.subject);
    await forgive(visit);
  });

  test("the login host in connect-src: the run goes on, and that it could not be tried is no finding against it", async () => {
    const policy = minimum();
    const visit = await under({ ...policy, "connect-src": policy["connect-src"].slice(0, -1) });
    const turn = await new Checker(visit).check({ ...story, subject: "healthy-a.example" });
    assert.equal(
      turn.diagnosis.problems.some((/** @type {any} */ one) => one.causes.some((/** @type {any} */ cause) => cause.state === "confirmed")),
      false,
    );
    await forgive(visit);
  });
});

test("every refusal is heard by the page around as alimail-error", { differs: true }, async () => {
  const visit = await under({ ...minimum(), "script-src": [stage().files] });
  await visit.page.route(FALLBACK, (route) => route.abort());
  await visit.page.evaluate(() =>
    document.addEventListener("alimail-error", (event) => {
      document.body.dataset["code"] = /** @type {CustomEvent} */ (event).detail.code;
    }),
  );
  await new Checker(visit).tell(story);
  await visit.run();
  await until("the event", async () => (await visit.page.evaluate(() => document.body.dataset["code"])) === "wasm-refused");
  await forgive(visit);
});
