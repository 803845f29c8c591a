// Every file of the checker that stalls, fails, or is gone after a deploy: what the person sees, and which way on succeeds. The
// clock of the page runs ahead; nothing sleeps.
//
// A module that stalls cannot be asked for again: only a new page helps. Words, examples and the wasm are fetched, and a
// fetch can be ended, so trying again succeeds.

import assert from "node:assert/strict";
import { describe } from "node:test";
import { Checker, headline } from "../lab/checker.mjs";
import { test } from "../lab/test.mjs";
import { until } from "../lab/until.mjs";
import { withBrowser } from "../lab/with-browser.mjs";

/** @typedef {import('../lab/visit.mjs').Visit} Visit */
/** @typedef {import('playwright-core').Route} Route */
/** @typedef {{code: string | null, retry: boolean, reload: boolean, file?: string}} Said */

const { lab, open } = withBrowser();

const story = { subject: "login-missing.example", complaint: "the login page does not open" };
const FOUND = "change-record: login-page-unreachable / login-record-missing is confirmed";
const patience = 21_000;

/** @type {Record<string, (route: Route) => unknown>} */
const FAULTS = {
  stalls: () => {},
  fails: (route) => route.abort(),
  gone: (route) => route.fulfill({ status: 404, contentType: "text/javascript", body: "" }),
};

/** A visit on which such files do not arrive; `mend` lets them through. */
async function without(/** @type {RegExp} */ file, /** @type {string} */ fault, noWasm = false) {
  const visit = await open({ url: "about:blank" });
  await visit.page.clock.install();
  if (noWasm) await visit.context.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly"));
  await visit.page.route(file, /** @type {any} */ (FAULTS[fault]));
  const { one, two } = lab().resolvers;
  await visit.page.goto(lab().site.hostPage({ resolvers: `${one} ${two}` }), { waitUntil: "commit" }); // Firefox waits with its load event
  return { visit, mend: () => visit.page.unroute(file) };
}

/** Lets the time of the page run ahead once the file is asked for and everything else has come, until something is there. */
async function afterPatience(/** @type {Visit} */ visit, /** @type {string} */ fault, /** @type {() => Promise<boolean>} */ isThere) {
  if (fault !== "stalls") return until("a sentence", isThere);
  await until("a sentence", async () => {
    await visit.page.clock.fastForward(patience);
    return isThere();
  });
}

/**
 * Imports modules that have come once more, which waits until they have run; then the page gets many turns of its own. The clock of
 * the test drives timers and idle callbacks, but no messages.
 */
const haveRun = async (/** @type {string[]} */ modules) => {
  await Promise.all(modules.map((name) => import(name)));
  const { port1, port2 } = new MessageChannel();
  for (let turn = 0; turn < 100; turn += 1) {
    await new Promise((resolve) => {
      port1.onmessage = resolve;
      port2.postMessage(0);
    });
  }
};

/** Types and presses the button, and ends when every file of the run has come and run, but for the one that does not. */
async function runWithout(/** @type {Visit} */ visit, /** @type {RegExp} */ file, /** @type {RegExp[]} */ files) {
  const others = files.filter((each) => String(each) !== String(file));
  const asked = [visit.page.waitForRequest(file), ...others.map((each) => visit.page.waitForResponse(each).then((one) => one.finished()))];
  await new Checker(visit).tell(story); // the files come with the first key
  await visit.by("fold-guide").waitFor();
  await visit.run();
  await visit.by("case").waitFor(); // the press has been heard: its own wait has begun
  await Promise.all(asked);
  const modules = visit.requests.map(({ url }) => url).filter((url) => /\.js$/.test(url) && others.some((each) => each.test(url)));
  await visit.page.evaluate(haveRun, modules);
}

const isShown = (/** @type {Visit} */ visit, /** @type {string} */ id) => async () => (await visit.by(id).count()) > 0;

/** What the shell says: before the app is there. */
const note = (/** @type {Visit} */ visit) => visit.page.locator(".consent[role=alert]");

/** What is said, and which ways on are offered. @returns {Promise<Said>} */
async function said(/** @type {Visit} */ visit, /** @type {string} */ id) {
  const within = visit.by(id);
  const has = async (/** @type {string} */ way) => (await within.locator(`[data-test^="${way}"]`).count()) > 0;
  return { code: await within.getAttribute("data-code"), retry: await has("retry"), reload: await has("reload") };
}

const isFound = async (/** @type {Visit} */ visit) => headline(await new Checker(visit).check(story)) === FOUND;

async function reloaded(/** @type {Visit} */ visit, /** @type {import('playwright-core').Locator} */ button) {
  await Promise.all([visit.page.waitForEvent("load"), button.click()]);
  await visit.by("fold-guide").waitFor();
}

describe("before the app is there", () => {
  for (const fault of Object.keys(FAULTS)) {
    test(`the first words, once ${fault}: they are asked for at another address`, async () => {
      const { visit } = await without(/\/words-en-\w+\.js$/, fault);
      await until("the first attempt", async () => visit.requests.some(({ url }) => /words-en/.test(url)));
      await afterPatience(visit, fault, isShown(visit, "run"));
      assert.ok(visit.requests.some(({ url }) => /words-en-\w+\.js\?1$/.test(url)));
    });

    for (const [what, file] of /** @type {[string, RegExp][]} */ ([
      ["the app", /\/main-/],
      ["a part of the app", /\/chunk-/],
      ["the words of the form", /locales\/en-[A-Z2-7]{8}\.json/],
    ])) {
      test(`${what} ${fault}: a sentence, and a new page that brings it`, async () => {
        const { visit, mend } = await without(file, fault);
        await new Checker(visit).tell(story);
        await visit.run();
        await until("the attempt", async () => visit.requests.some(({ url }) => file.test(url)));
        await afterPatience(visit, fault, async () => ((await note(visit).textContent()) ?? "") !== "");
        await visit.by("new-tab").waitFor();
        assert.equal(await visit.by("subject").inputValue(), story.subject);
        await mend();
        await reloaded(visit, visit.by("reload"));
        assert.ok(await isFound(visit));
      });
    }
  }

  test("the words of the form, which stalled: the next press fetches them", async () => {
    const { visit, mend } = await without(/locales\/en-[A-Z2-7]{8}\.json/, "stalls");
    await new Checker(visit).tell(story);
    await visit.run();
    await until("the attempt", async () => visit.requests.some(({ url }) => /locales\/en-/.test(url)));
    await afterPatience(visit, "stalls", async () => ((await note(visit).textContent()) ?? "") !== "");
    await mend();
    assert.equal(headline(await new Checker(visit).after(() => visit.run())), FOUND);
  });
});

describe("with the first run", () => {
  const [wasm, glue, result, words] = [/alimail-core-\w+\.wasm$/, /alimail-core-\w+\.js$/, /\/result-/, /locales\/en-more/];
  const problem = /locales\/en-login-page-unreachable/; // known with the first turn, or with the choice of it
  const [reader, lexicon] = [/alimail-words-\w+\.wasm$/, /alimail-lexicon-\w+\.json$/]; // for who writes something
  const fallback = /core-fallback-\w+\.js$/;
  const core = [wasm, glue, reader, lexicon];
  /** The file, its name, whether it is a module, and what a run loads. @type {[string, RegExp, RegExp, boolean, RegExp[]][]} */
  const files = [
    ["the module", wasm, /wasm/, false, [...core, result, words]],
    ["its glue", glue, /alimail-core/, true, [...core, result, words]],
    ["the part of it that reads words", reader, /alimail-words/, false, [...core, result, words]],
    ["what it reads them with", lexicon, /alimail-lexicon/, false, [...core, result, words]],
    ["the result block", result, /result/, true, [...core, result, words]],
    ["the words of a result", words, /en-more/, false, [...core, result, words]],
    ["the words of the problem", problem, /en-login-page-unreachable/, false, [...core, result, words]],
    ["the fallback", fallback, /core-fallback/, true, [fallback, lexicon, result, words]],
  ];
  for (const [what, file, name, isModule, loaded] of files) {
    const noWasm = file === fallback;
    for (const fault of Object.keys(FAULTS)) {
      test(`${what} ${fault}: a sentence with its name, and a way on that succeeds`, async () => {
        const { visit, mend } = await without(file, fault, noWasm);
        if (fault === "stalls") {
          await runWithout(visit, file, loaded);
          await visit.page.clock.fastForward(patience);
        } else {
          await new Checker(visit).tell(story);
          await visit.by("fold-guide").waitFor();
          await visit.run();
        }
        await visit.by("failure").waitFor();
        const first = await said(visit, "failure");
        // Where there is no WebAssembly and the fallback is not there either, no attempt helps.
        const isHopeless = noWasm && fault !== "stalls";
        const code = isHopeless ? "wasm-missing" : fault === "stalls" ? "core-late" : "core-not-loaded";
        assert.deepEqual(first, { code, retry: !isHopeless, reload: false });
        assert.equal(await visit.by("subject").inputValue(), story.subject);
        if (!isHopeless) assert.match((await visit.by("failure").textContent()) ?? "", name);
        // The guide needs these words too.
        if (file !== words && file !== problem)
          await until("the guide as text", async () => (await visit.by("guide").locator("article").count()) === 3);
        if (isHopeless) return;
        await visit.by("retry").click();
        await until("the second attempt", async () => (await visit.by("failure").count()) === 0 || (await visit.by("reload").count()) > 0);
        await afterPatience(visit, fault, isShown(visit, "reload"));
        await mend();
        if (isModule) await reloaded(visit, visit.by("reload"));
        if (isModule) assert.ok(await isFound(visit));
        else assert.equal(headline(await new Checker(visit).after(() => visit.by("retry").click())), FOUND);
      });
    }
  }
});

describe("what is opened", () => {
  for (const fault of Object.keys(FAULTS)) {
    for (const [fold, file] of /** @type {[string, RegExp][]} */ ([
      ["fold-guide", /\/guide-/],
      ["open", /\/open-case-/],
      ["message", /\/message-/],
      ["bundle", /\/handover-/],
      ["fold-why", /\/inside-/],
      ["fold-dns", /\/inside-/],
    ])) {
      test(`${fold} ${fault}: a sentence, another attempt, and after it a new page`, async () => {
        const { visit } = await without(file, fault);
        await visit.by("fold-guide").waitFor();
        if (!/guide|open/.test(fold)) assert.ok(await isFound(visit));
        const inside = visit.by(fold);
        await inside.locator("summary").first().click();
        const shown = async () => (await inside.locator('[data-test="missing"]').count()) > 0;
        await afterPatience(visit, fault, shown);
        const code = fault === "stalls" ? "core-late" : "core-not-loaded";
        assert.deepEqual(await said(visit, "missing"), { code, retry: true, reload: false });
        await visit.by("retry-fold").click();
        await afterPatience(visit, fault, isShown(visit, "reload"));
      });
    }

    test(`an example ${fault}: a sentence, and another attempt that brings it`, async () => {
      const { visit, mend } = await without(/\/examples\//, fault);
      await visit.example("account-frozen");
      await until("the attempt", async () => visit.requests.some(({ url }) => /\/examples\//.test(url)));
      await afterPatience(visit, fault, isShown(visit, "failure"));
      await mend();
      const turn = await new Checker(visit).after(() => visit.by("retry").click());
      assert.equal(turn.diagnosis.action, "ask-administrator");
    });
  }
});
