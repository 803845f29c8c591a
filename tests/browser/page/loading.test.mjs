// What happens while a file of the checker is on its way, and when it does not come: a press of the button is not lost,
// a sentence says what is missing, what was typed stays, and trying again tries again.

import assert from "node:assert/strict";
import { describe } from "node:test";
import { Checker, headline } from "../lab/checker.mjs";
import { test } from "../lab/test.mjs";
import { until } from "../lab/until.mjs";
import { withBrowser } from "../lab/with-browser.mjs";

const { lab, open } = withBrowser();

const story = { subject: "login-missing.example", complaint: "the login page does not open" };
const FOUND = "change-record: login-page-unreachable / login-record-missing is confirmed";

/** A visit that is prepared before its page is opened. */
async function prepared(/** @type {(visit: import('../lab/visit.mjs').Visit) => Promise<unknown>} */ prepare) {
  const visit = await open({ url: "about:blank" });
  await prepare(visit);
  const { one, two } = lab().resolvers;
  await visit.page.goto(lab().site.hostPage({ resolvers: `${one} ${two}` }));
  return visit;
}

/** A visit on which files of that name do not arrive; `mend` lets them through. */
async function without(/** @type {RegExp} */ file) {
  const visit = await prepared(({ page }) => page.route(file, (route) => route.abort()));
  return { visit, mend: () => visit.page.unroute(file) };
}

/**
 * Whether this browser fetches a module again whose first import failed. Chromium 156 does, 150 keeps the failure until the
 * page is reloaded, and no page can change that.
 */
async function retriesImports(/** @type {import('../lab/visit.mjs').Visit} */ { page }) {
  let asked = 0;
  await page.route("**/import-again.js", (route) =>
    asked++ === 0 ? route.abort() : route.fulfill({ contentType: "text/javascript", body: "export const arrived = true;" }),
  );
  return page.evaluate(async () => {
    const again = "/import-again.js";
    await import(again).catch(() => {});
    return import(again).then(
      (module) => module.arrived === true,
      () => false,
    );
  });
}
const KEEPS_FAILURES = "this browser keeps a failed import until the page is reloaded";

describe("before the app is there", () => {
  test("the button counts, and what was typed goes with it", { differs: true }, async () => {
    let arrive = () => {};
    const held = new Promise((resolve) => {
      arrive = () => resolve(undefined);
    });
    const visit = await prepared(({ page }) => page.route(/\/main-/, (route) => held.then(() => route.continue())));
    const checker = new Checker(visit);
    await checker.tell(story);
    await visit.run();
    const turn = await checker.after(async () => arrive());
    assert.equal(headline(turn), FOUND);
    await until("the focus is where the news is", async () => (await visit.focused()) === "verdict");
  });

  test("a press that begins before the app is there and ends after it counts", { differs: true }, async () => {
    let arrive = () => {};
    const held = new Promise((resolve) => {
      arrive = () => resolve(undefined);
    });
    const visit = await prepared(({ page }) => page.route(/\/main-/, (route) => held.then(() => route.continue())));
    const checker = new Checker(visit);
    await checker.tell(story);
    await visit.by("run").hover();
    await visit.page.mouse.down();
    const words = visit.page.waitForResponse(/\/locales\//);
    arrive();
    await words;
    await visit.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))));
    assert.equal(headline(await checker.after(() => visit.page.mouse.up())), FOUND);
  });

  test("an app that does not come is said, and the next press fetches it", { differs: true }, async (t) => {
    const { visit, mend } = await without(/\/main-/);
    const checker = new Checker(visit);
    await checker.tell(story);
    await visit.run();
    await until("a sentence", async () => (await visit.page.getByRole("alert").textContent()) !== "");
    if (!(await retriesImports(visit))) return t.skip(KEEPS_FAILURES);
    await mend();
    assert.equal(headline(await checker.after(() => visit.run())), FOUND);
  });

  test("the guide is no part of the way until somebody opens it", async () => {
    const visit = await prepared(async () => {});
    await visit.by("fold-guide").waitFor();
    const fetched = () => visit.requests.filter(({ url }) => /\/guide-/.test(url)).length;
    assert.equal(fetched(), 0);
    await visit.by("fold-guide").locator("summary").first().click();
    await until("three chapters", async () => (await visit.by("guide").locator("article").count()) === 3);
    assert.equal(fetched(), 1);
  });
});

describe("without the core", () => {
  /** `mayAsk`: the core is here, so the run may have begun when it is known that its result cannot be drawn. */
  const failsWith = async (/** @type {import('../lab/visit.mjs').Visit} */ visit, /** @type {string} */ code, mayAsk = false) => {
    await new Checker(visit).tell(story);
    await visit.run();
    await visit.by("failure").waitFor();
    assert.equal(await visit.by("failure").getAttribute("data-code"), code);
    assert.equal(await visit.by("subject").inputValue(), story.subject);
    assert.equal(await visit.by("cancel").count(), 0);
    if (!mayAsk) assert.deepEqual(visit.asked(), []);
  };
  const guideStands = (/** @type {import('../lab/visit.mjs').Visit} */ visit) =>
    until("the guide as text", async () => (await visit.by("guide").locator("article").count()) === 3);

  const FALLBACK = /core-fallback-\w+\.js$/;
  const fallbacks = (/** @type {import('../lab/visit.mjs').Visit} */ visit) =>
    visit.requests.filter(({ url }) => FALLBACK.test(url)).length;
  const noWasm = (/** @type {import('../lab/visit.mjs').Visit} */ { context }) =>
    context.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly"));
  const strictPolicy = (/** @type {import('../lab/visit.mjs').Visit} */ { page }) =>
    page.route(/\/articles\//, async (route) => {
      const response = await route.fetch();
      const policy = response.headers()["content-security-policy"].replace(" 'wasm-unsafe-eval'", "");
      await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": policy } });
    });
  /** That the policy was asked is the point here: it is no trouble. */
  const policyWasAsked = async (/** @type {import('../lab/visit.mjs').Visit} */ visit) => {
    await visit.page.evaluate(() => {
      /** @type {any} */ (globalThis).labHeard.violations.length = 0;
    });
    visit.complaints.length = 0;
  };

  // That a policy refuses it is in host/policy.test.mjs: a page that Playwright fulfils may not ask resolvers on loopback.
  test("no WebAssembly: the fallback finds the same, and nobody is told", { differs: true }, async () => {
    const visit = await prepared(noWasm);
    const turn = await new Checker(visit).check(story);
    assert.equal(headline(turn), FOUND);
    assert.equal(await visit.by("failure").count(), 0);
    assert.equal(fallbacks(visit), 1);
    assert.deepEqual(
      visit.requests.filter(({ url }) => url.endsWith(".wasm")),
      [],
    );
  });

  test("with WebAssembly the fallback is never fetched", async () => {
    const visit = await prepared(async () => {});
    assert.equal(headline(await new Checker(visit).check(story)), FOUND);
    assert.equal(fallbacks(visit), 0);
  });

  for (const [code, prepare] of /** @type {[string, (visit: import('../lab/visit.mjs').Visit) => Promise<unknown>][]} */ ([
    ["wasm-missing", noWasm],
    ["wasm-refused", strictPolicy],
  ])) {
    test(`${code}, and the fallback does not come: a sentence and the guide as text`, async () => {
      const visit = await prepared(async (visit) => {
        await prepare(visit);
        await visit.page.route(FALLBACK, (route) => route.abort());
      });
      await failsWith(visit, code);
      await guideStands(visit);
      assert.equal(await visit.by("retry").count(), 0);
      if (prepare === strictPolicy) await policyWasAsked(visit);
    });
  }

  for (const [what, file] of /** @type {[string, RegExp][]} */ ([
    ["the module", /\.wasm$/],
    ["its glue", /alimail-core-\w+\.js$/],
    ["the result block", /\/result-/],
  ])) {
    test(`${what} does not come: a sentence, the guide, and trying again`, async (t) => {
      const { visit, mend } = await without(file);
      const checker = new Checker(visit);
      await failsWith(visit, "core-not-loaded", /result/.test(String(file)));
      await guideStands(visit);
      const isModule = !/wasm/.test(String(file));
      if (isModule && !(await retriesImports(visit))) return t.skip(KEEPS_FAILURES);
      await mend();
      assert.equal(headline(await checker.after(() => visit.by("retry").click())), FOUND);
      assert.equal(await visit.by("failure").count(), 0);
      assert.deepEqual(await checker.shown(), { action: "change-record", visible: true });
    });
  }

  test("the words of a result do not come: a sentence, and trying again", async () => {
    const { visit, mend } = await without(/locales\/en-more/);
    const checker = new Checker(visit);
    await failsWith(visit, "core-not-loaded", true);
    assert.equal(await visit.by("verdict").count(), 0);
    await mend();
    assert.equal(headline(await checker.after(() => visit.by("retry").click())), FOUND);
    assert.deepEqual(await checker.shown(), { action: "change-record", visible: true });
    assert.doesNotMatch(await visit.page.locator(".result").innerText(), /\[[a-z-]+\.[\w.-]+\]/, "a key without words");
  });

  test("the words of the form come with the app, those of a result with the first run", async () => {
    const visit = await prepared(async () => {});
    await visit.by("fold-guide").waitFor();
    const fetched = () =>
      visit.requests.filter(({ url }) => /\/locales\//.test(url)).map(({ url }) => url.replace(/.*\/|-\w{8}\.json$/g, ""));
    assert.deepEqual(fetched(), ["en"]);
    await new Checker(visit).check(story);
    const others = fetched().filter((name) => !["en", "en-more", "en-login-page-unreachable"].includes(name));
    assert.deepEqual(
      others.filter((name) => !/^en-(inside|login|mx|sender|words)$/.test(name)),
      [],
      "only of this problem",
    );
    assert.ok(fetched().includes("en-login-page-unreachable"));
  });

  test("an example that does not come is tried again as that example", async () => {
    const { visit, mend } = await without(/\/examples\//);
    await visit.example("account-frozen");
    await visit.by("failure").waitFor();
    await mend();
    const turn = await new Checker(visit).after(() => visit.by("retry").click());
    assert.equal(turn.diagnosis.action, "ask-administrator");
    assert.equal(await visit.by("field-error").count(), 0);
  });
});

describe("what is inside the folds", () => {
  const inside = /\/inside-\w+\.js$/;
  const fetched = (/** @type {import('../lab/visit.mjs').Visit} */ visit) => visit.requests.filter(({ url }) => inside.test(url)).length;
  const savesData = (/** @type {import('../lab/visit.mjs').Visit} */ { page }) =>
    page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));

  test("comes after the result, without being opened: for paper, and for the search of the browser", { differs: true }, async () => {
    const visit = await prepared(async () => {});
    await new Checker(visit).tell(story);
    assert.equal(fetched(visit), 0);
    await visit.run();
    await visit.by("ruled-out").waitFor({ state: "attached" });
    await visit.by("evidence").waitFor({ state: "attached" });
    assert.equal(fetched(visit), 1);
    assert.equal(await visit.page.locator(".folds > details[open]").count(), 0);
  });

  test("comes only when a fold is opened, where the person saves data; paper has what is there", async () => {
    const visit = await prepared(savesData);
    await new Checker(visit).check(story);
    await visit.page.waitForTimeout(1500); // longer than the longest wait for an idle browser
    assert.equal(fetched(visit), 0);
    await visit.page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    const open = () => visit.page.locator(".folds > details[open]").evaluateAll((all) => all.map((each) => each.getAttribute("data-test")));
    assert.deepEqual(await open(), ["fold-steps"]);
    await visit.page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await visit.unfold("fold-dns");
    await visit.by("evidence").waitFor();
    assert.equal(fetched(visit), 1);
  });

  test("does not come: a sentence in the fold, and another attempt that brings it", async (t) => {
    const { visit, mend } = await without(inside);
    await new Checker(visit).check(story);
    await visit.by("fold-why").locator("> summary").click();
    await visit.by("missing").waitFor();
    assert.deepEqual(await new Checker(visit).shown(), { action: "change-record", visible: true });
    if (!(await retriesImports(visit))) return t.skip(KEEPS_FAILURES);
    await mend();
    await visit.by("retry-fold").click();
    await visit.by("argument").waitFor();
    assert.equal(await visit.by("missing").count(), 0);
  });
});

test("a link from the card opens the fold that it leads to", async () => {
  const visit = await prepared(async () => {});
  await new Checker(visit).check({ subject: "healthy-a.example", complaint: "error 503 when I open old mail" });
  await visit.by("more-steps").click();
  assert.equal(await visit.focused(), "fold-steps");
  assert.ok(await visit.by("fold-steps").locator(".inside").isVisible());
});

test("a language whose words do not come: the page stays in the one it has", async () => {
  const { visit, mend } = await without(/locales\/zh-CN/);
  await visit.by("fold-guide").waitFor();
  const chosen = () => visit.by("language").inputValue();
  await visit.by("language").selectOption("zh-CN");
  await until("English again", async () => (await chosen()) === "en");
  await mend();
  await visit.by("language").selectOption("zh-CN");
  await until("Chinese", async () => /[\u4e00-\u9fff]/.test((await visit.by("fold-guide").textContent()) ?? ""));
  assert.equal(await chosen(), "zh-CN");
});
