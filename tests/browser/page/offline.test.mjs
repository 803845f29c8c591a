// The page without a network, after one visit with it: the service worker keeps it whole, and gives way to a new version only
// when the person says so. A host is played here by serve.mjs on localhost, where a worker needs no certificate; its folder is
// a copy of dist/, so that a spec can publish the next version into it.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe } from "node:test";
import { serve } from "../../../web/tools/serve.mjs";
import { Checker } from "../lab/checker.mjs";
import { engine } from "../lab/engine.mjs";
import { distFolder } from "../lab/site.mjs";
import { test } from "../lab/test.mjs";
import { until } from "../lab/until.mjs";
import { withBrowser } from "../lab/with-browser.mjs";

const { lab, open } = withBrowser();

/** @type {string} */
let folder;
/** @type {{origin: string, close: () => Promise<unknown>}} */
let host;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), "alimail-offline-"));
  cpSync(distFolder(), folder, { recursive: true });
  host = await serve({ folder, at: "/help/mail/" });
});
after(async () => {
  await host.close();
  rmSync(folder, { recursive: true, force: true });
});

const address = (fragment = "", below = "") => `${host.origin}/help/mail/${below}${fragment}`;

/** @typedef {import('../lab/visit.mjs').Visit} Visit */

const controlled = (/** @type {Visit} */ { page }) => page.evaluate(() => Boolean(navigator.serviceWorker.controller));
const cacheKeys = (/** @type {Visit} */ { page }) => page.evaluate(() => caches.keys());
const keptAddresses = (/** @type {Visit} */ { page }) =>
  page.evaluate(async () => {
    const all = await Promise.all((await caches.keys()).map(async (key) => (await caches.open(key)).keys()));
    return all.flat().map(({ url }) => url);
  });

/** A first visit, until the worker has kept everything. */
async function visited(/** @type {Partial<import('../lab/browser.mjs').Open>} */ options = {}) {
  const visit = await open({ url: address(), context: { serviceWorkers: "allow" }, ...options });
  await until("the page is kept", () => controlled(visit), { within: 15_000 });
  return visit;
}

/** Airplane mode, and the page opened anew. */
async function flying(/** @type {Visit} */ visit, at = address("#x", "?from=chat")) {
  await visit.context.setOffline(true);
  await visit.page.goto(at);
  await visit.by("fold-guide").waitFor();
  return visit;
}

describe("after one visit, in airplane mode", () => {
  test("the page says that the device is offline, and every example gives its result", { differs: true }, async () => {
    const visit = await flying(await visited({ lang: "zh-CN" }));
    await visit.by("offline").waitFor();
    for (const id of ["login-record-missing", "account-frozen", "history-503", "mail-not-arriving"]) {
      await visit.page.goto(address(`#${id}`, `?${id}`));
      await new Checker(visit).after(() => visit.example(id));
      await visit.by("verdict").waitFor();
    }
    assert.doesNotMatch(await visit.page.locator(".root").innerText(), /\[[a-z-]+\.[\w.-]+\]/, "a key without words");
    await visit.shot("offline-example-zh-CN");
    if (engine === "firefox") return; // Playwright takes it off the network; its pages do not hear when that ends
    await visit.context.setOffline(false);
    await visit.by("offline").waitFor({ state: "detached" });
  });

  test("guide, answers, another language and pasted output work, and lookups are said to be offline", async () => {
    const visit = await flying(await visited());
    await visit.by("fold-guide").locator("summary").first().click();
    await until("three chapters", async () => (await visit.by("guide").locator("article").count()) === 3);
    await visit.by("language").selectOption("zh-CN");
    await until("Chinese", async () => /[\u4e00-\u9fff]/.test(await visit.by("guide").innerText()));
    const first = visit.starting("faq-").first();
    await visit.unfold("fold-faq");
    await first.locator("summary").click();
    assert.match(await first.locator(".inner").innerText(), /[\u4e00-\u9fff]/);

    const pasted = ["Server:  192.0.2.53", "Address: 192.0.2.53#53", "", "** server can't find mail.login-missing.example: NXDOMAIN"].join(
      "\n",
    );
    const turn = await new Checker(visit).check({
      subject: "mail.login-missing.example",
      complaint: `${pasted}\nthe login page does not open`,
    });
    assert.ok(
      turn.diagnosis.findings.some((/** @type {any} */ { key }) => key === "local.pasted"),
      "what was pasted counts",
    );
    await visit.by("lookups-offline").waitFor();
    await visit.by("verdict").waitFor();
    await visit.shot("offline-pasted");
  });
});

describe("the worker", () => {
  test("keeps our own files and answers for the page alone: no resolver, no probe, no other address of the host", {
    differs: true,
  }, async () => {
    const visit = await visited();
    await visit.page.reload();
    await new Checker(visit).check({ subject: "login-missing.example", complaint: "the login page does not open" });
    assert.ok(
      lab().outside.visits.some(({ path }) => /dns-query|resolve/.test(path)),
      "resolvers were asked",
    );
    const kept = await keptAddresses(visit);
    assert.deepEqual(
      kept.filter((url) => !url.startsWith(address()) || /[?#]/.test(url)),
      [],
    );
    assert.ok(kept.length > 20 && kept.some((url) => url.endsWith(".wasm")));

    await visit.context.setOffline(true);
    const other = await visit.context.newPage();
    await assert.rejects(other.goto(address("", "hosting/nginx.conf")), /ERR_INTERNET_DISCONNECTED|NS_ERROR_OFFLINE/);
  });

  test("is not registered in a frame", { differs: true }, async () => {
    const visit = await open({ url: "about:blank", context: { serviceWorkers: "allow" } });
    await visit.page.route("**/around.html", (route) =>
      route.fulfill({ contentType: "text/html", body: '<iframe src="index.html"></iframe>' }),
    );
    await visit.page.route("**/index.html", async (route) => {
      const response = await route.fetch();
      const policy = (response.headers()["content-security-policy"] ?? "").replace("frame-ancestors 'none'", "frame-ancestors *");
      await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": policy } });
    });
    await visit.page.goto(address("", "around.html"));
    const [, frame] = visit.page.frames();
    assert.ok(frame);
    await frame.locator('[data-test="fold-guide"]').waitFor();
    // Where the page would register it: when it has loaded and is idle, in turn with who asked before.
    await frame.waitForLoadState("load");
    await frame.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    assert.equal(await frame.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
  });
});

describe("a new version", () => {
  /** The next build as a host gets it: other words in the shell, another hash of the whole. */
  function publish(/** @type {number} */ number) {
    const file = (/** @type {string} */ name) => join(folder, name);
    const edit = (/** @type {string} */ name, /** @type {RegExp} */ what, /** @type {string} */ by) => {
      const text = readFileSync(file(name), "utf8");
      assert.match(text, what);
      writeFileSync(file(name), text.replace(what, by));
      for (const ending of [".br", ".gz"]) rmSync(file(name + ending), { force: true });
    };
    edit("sw.js", /version:"[^"]*"/, `version:"next-${number}"`);
    edit("index.html", /<body[^>]*>/, `<body data-version="${number}">`);
    const hash = createHash("sha256")
      .update(readFileSync(file("index.html")))
      .digest("base64");
    edit("sw.js", /"index\.html":"[^"]*"/, `"index.html":"${hash}"`);
  }
  const versionOf = (/** @type {Visit} */ { page }) => page.evaluate(() => document.body.dataset.version ?? "first");
  const lookForIt = (/** @type {Visit} */ { page }) =>
    page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));

  test("waits for the person, keeps what was typed, and leaves one version behind", { differs: true }, async () => {
    const visit = await visited();
    await visit.page.reload();
    await visit.by("fold-guide").waitFor();
    await visit.by("subject").fill("wang@login-missing.example");
    await visit.by("complaint").fill("the login page\ndoes not open");
    assert.equal(await visit.by("update").textContent(), "");

    publish(2);
    await lookForIt(visit);
    await until("the notice", async () => (await visit.by("update").textContent()) !== "");
    await visit.shot("new-version");
    assert.equal(await versionOf(visit), "first");
    assert.equal((await cacheKeys(visit)).length, 2);

    let loads = 0;
    visit.page.on("load", () => {
      loads += 1;
    });
    await visit.by("update").getByRole("button").click();
    await until("the new version", async () => (await versionOf(visit)) === "2");
    await visit.by("fold-guide").waitFor();
    assert.equal(await visit.by("subject").inputValue(), "wang@login-missing.example");
    assert.equal(await visit.by("complaint").inputValue(), "the login page\ndoes not open");
    assert.equal(new URL(visit.page.url()).hash, "", "not in the address");
    assert.equal(await visit.page.evaluate(() => history.state), null, "and no longer in the memory of the window");
    assert.match(String(await until("one version", async () => (await cacheKeys(visit)).length === 1 && cacheKeys(visit))), /next-2$/);
    assert.equal(loads, 1);
    assert.equal(await visit.by("update").textContent(), "");
    await flying(visit);
    assert.equal(await versionOf(visit), "2");
  });

  test("of which one file is still old is not kept, and installs itself when that has come", async () => {
    const file = join(folder, "base.css");
    const right = readFileSync(file);
    const compressed = [".br", ".gz"].map((ending) => [file + ending, readFileSync(file + ending)]);
    for (const [name] of compressed) rmSync(/** @type {string} */ (name), { force: true });
    writeFileSync(file, "/* of another version */");
    const visit = await open({ url: address(), context: { serviceWorkers: "allow" } });
    await visit.by("fold-guide").waitFor();
    const state = () =>
      visit.page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        return registration ? (registration.active ? "kept" : "installing") : "none";
      });
    await until("the worker gave up", async () => (await state()) === "none", { within: 15_000 });
    writeFileSync(file, right);
    for (const [name, bytes] of compressed) writeFileSync(/** @type {string} */ (name), bytes);
    await visit.page.reload();
    await until("the page is kept", () => controlled(visit), { within: 15_000 });
  });

  test("a set that lost a file is completed when the page is opened", async () => {
    const visit = await visited();
    await visit.page.evaluate(async () => {
      const [key] = await caches.keys();
      const cache = await caches.open(key);
      for (const one of await cache.keys()) if (one.url.endsWith(".wasm")) await cache.delete(one);
    });
    const wasmKept = async () => (await keptAddresses(visit)).filter((url) => url.endsWith(".wasm")).length;
    assert.equal(await wasmKept(), 0);
    await visit.page.reload();
    assert.equal(await wasmKept(), 2);
  });

  test("which another window took is offered here, not forced", async () => {
    const visit = await visited();
    const other = await visit.context.newPage();
    await other.goto(address());
    await until("controlled", () => other.evaluate(() => Boolean(navigator.serviceWorker.controller)));
    publish(3);
    await lookForIt(visit);
    await other.locator('[data-test="update"] button').click();
    await other.waitForFunction(() => document.body.dataset.version === "3");
    await until("the notice", async () => (await visit.by("update").getByRole("button").count()) === 1);
    assert.notEqual(await versionOf(visit), "3");
    await visit.by("update").getByRole("button").click();
    await until("the new version", async () => (await versionOf(visit)) === "3");
  });
});

describe("a deploy under an open page", () => {
  test("whose old files are gone: the page says that there is a new version, and reloads with what was typed", async () => {
    const visit = await open({ url: "about:blank" });
    // Who saves data has nothing loaded before it is needed.
    await visit.page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
    await visit.page.goto(address()); // without a worker, as on a first visit
    await visit.by("fold-guide").waitFor();
    await visit.by("subject").fill("login-missing.example");
    const names = readdirSync(folder).filter((name) => /^(main|result)-.*\.js(\.br|\.gz)?$/.test(name));
    const shell = ["", ".br", ".gz"].map((ending) => join(folder, `alimail-checker.js${ending}`));
    const before = shell.map((path) => readFileSync(path));
    const old = names.map((name) => /** @type {const} */ ([join(folder, name), readFileSync(join(folder, name))]));
    for (const [path] of old) rmSync(path);
    for (const path of shell.slice(1)) rmSync(path);
    const [main] = /main-\w{8}\.js/.exec(String(before[0])) ?? [];
    assert.ok(main);
    writeFileSync(shell[0], String(before[0]).replace(main, "main-NEWNEW22.js"));
    writeFileSync(join(folder, "main-NEWNEW22.js"), /** @type {any} */ (old.find(([path]) => path.endsWith(main)))[1]);

    await visit.run();
    await until("the news", async () => (await visit.by("failure").getAttribute("data-code")) === "new-version");
    assert.equal(await visit.by("retry").count(), 0);
    shell.forEach((path, index) => writeFileSync(path, before[index]));
    for (const [path, bytes] of old) writeFileSync(path, bytes);
    await visit.by("reload").click();
    await visit.by("fold-guide").waitFor();
    assert.equal(await visit.by("subject").inputValue(), "login-missing.example");
    // Firefox names the module that is gone in its console; any other complaint fails the test.
    const gone = /Loading module from .*\/(main|result)-\w+\.js.* was blocked because of a disallowed MIME type/;
    visit.complaints = visit.complaints.filter((complaint) => !gone.test(complaint));
  });
});
