// A list of domains, against real DNS servers: what is found and asked, and what the page does where things go wrong.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "../lab/test.mjs";
import { cannot } from "../lab/engine.mjs";
import { VERDICTS, addressOfMany, askedTwice, doneIn, inPhase, manyDomains, paste, shown } from "../lab/many.mjs";
import { until } from "../lab/until.mjs";
import { withBrowser } from "../lab/with-browser.mjs";

const { lab, open } = withBrowser();
const noDownloads = { skip: cannot({ firefox: "Playwright does not see its downloads" }) };

/** @typedef {import('../lab/visit.mjs').Visit} Visit */

const openMany = async (options = {}, more = {}) => {
  const visit = await open({ url: addressOfMany(lab(), options), ...more });
  await visit.by("run").first().waitFor();
  return visit;
};

async function publish(/** @type {number} */ count) {
  const { names, story } = manyDomains(count);
  await lab().now.publish(story);
  return names;
}

async function exported(/** @type {Visit} */ visit) {
  const [download] = await Promise.all([visit.page.waitForEvent("download"), visit.by("export").click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

test("200 domains: each has its verdict, from two resolvers that are asked nothing twice", async () => {
  const names = await publish(200);
  const visit = await openMany();
  assert.deepEqual(visit.foreign(), [], "nothing is asked before the button is pressed");
  await paste(visit, names.join("\n"));
  await inPhase(visit, "done", 100_000);
  const found = await shown(visit);
  assert.equal(Object.keys(found).length, 100, "a page of the table");
  await visit.by("page-after").click();
  await until("the second page", async () => (await visit.by("row").first().getAttribute("data-domain")) === names[100]);
  Object.assign(found, await shown(visit));
  assert.deepEqual(found, Object.fromEntries(names.map((name, index) => [name, VERDICTS[index % 4]])));
  assert.deepEqual(askedTwice(visit), []);
  const { one, two } = lab().resolvers;
  assert.deepEqual([...new Set(visit.asked().map(({ resolver }) => resolver))].sort(), [one, two].sort());
  const asked = visit.asked().filter(({ name }) => name.endsWith(names[4]));
  assert.ok(asked.length <= 16, `${asked.length} questions about one domain`);
  assert.deepEqual(
    asked.filter(({ name }) => /^(_mta-sts|_smtp|default\._bimi|imap|smtp|pop3?)\./.test(name)),
    [],
  );
});

test("mail addresses, web addresses, doubles, blanks, other letters and markup", async () => {
  const visit = await openMany();
  await paste(
    visit,
    "info@healthy-a.example\nhttps://mail.healthy-b.example/alimail?x=1\n\nhealthy-a.example\n中文.example\n<script>alert(1)</script>\n=1+1\nno.such.domain.example",
  );
  await inPhase(visit);
  assert.deepEqual(Object.keys(await shown(visit)), [
    "healthy-a.example",
    "healthy-b.example",
    "xn--fiq228c.example",
    "no.such.domain.example",
  ]);
  const summary = visit.by("summary");
  assert.equal(await summary.getAttribute("data-doubles"), "1");
  assert.equal(await summary.getAttribute("data-blank"), "1");
  assert.equal(await summary.getAttribute("data-unreadable"), "2");
  await visit.by("unreadable").locator("summary").click();
  assert.match(await visit.by("unreadable").innerText(), /<script>alert\(1\)<\/script>/);
});

test("of a file with 100,000 lines the first thousand domains are taken, and the page stays alive", async () => {
  const visit = await openMany({ rate: 1 });
  const text = Array.from({ length: 100_000 }, (_, index) => `Customer ${index},n${index}.example`).join("\n");
  await visit.by("file").setInputFiles({ name: "list.csv", mimeType: "text/csv", buffer: Buffer.from(`Customer,Domain\n${text}`) });
  await visit.page.getByText("list.csv").waitFor();
  await visit.by("run").click();
  await until("the list is read", async () => (await visit.by("summary").getAttribute("data-left-out")) === "99000", { within: 30_000 });
  await visit.by("stop").click();
  await inPhase(visit, "stopped");
  await visit.by("query").fill("n999.");
  assert.deepEqual(Object.keys(await shown(visit)), ["n999.example"]);
});

test("100,000 pasted lines are kept beside the field, a thousand are in it, and neither keeps the browser busy", async () => {
  const visit = await openMany({ rate: 1 });
  const lines = Array.from({ length: 100_000 }, (_, index) => `n${index}.example`);
  const from = Date.now();
  // Set as a paste sets it: Playwright sends Firefox every letter as a key.
  const put = (/** @type {string} */ text) =>
    visit.by("domains").evaluate((field, whole) => {
      /** @type {HTMLTextAreaElement} */ (field).value = whole;
      field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true, inputType: "insertFromPaste" }));
    }, text);
  await put(lines.slice(0, 1000).join("\n"));
  assert.equal((await visit.by("domains").inputValue()).split("\n").length, 1000);
  await put(lines.join("\n"));
  await until("the paste is beside the field", async () => (await visit.by("domains").inputValue()) === "");
  const placeholder = (await visit.by("domains").getAttribute("placeholder")) ?? "";
  assert.ok(placeholder.startsWith(lines.join("\n").length.toLocaleString("en")), placeholder);
  assert.ok(Date.now() - from < 5000, `${Date.now() - from} ms`);
  await visit.by("run").click();
  await until("the list is read", async () => (await visit.by("summary").getAttribute("data-left-out")) === "99000", { within: 30_000 });
});

test("a resolver that limits after 50 questions is left alone for a while, and asked nothing again that it answered", async () => {
  const names = (await publish(24)).slice(0, 24);
  const { faults, resolvers, seen, limitTo } = lab();
  limitTo(50);
  const visit = await openMany({ resolvers: [faults.limited, resolvers.two] });
  const before = seen.length;
  await paste(visit, names.join("\n"));
  await visit.by("trouble").waitFor();
  assert.equal(await visit.by("trouble").getAttribute("data-what"), "limits");
  const answered = seen.slice(before, before + 50).map(({ name, type }) => `${name} ${type}`);
  limitTo(Infinity);
  await inPhase(visit);
  const later = seen.slice(before + 50).map(({ name, type }) => `${name} ${type}`);
  assert.deepEqual(
    answered.filter((one) => later.includes(one)),
    [],
  );
  const found = await shown(visit);
  assert.deepEqual(found, Object.fromEntries(names.map((name, index) => [name, VERDICTS[index % 4]])));
});

test("where both resolvers refuse, the list stops, says why, and goes on later", { timeout: 180_000 }, async () => {
  const { faults, limitTo } = lab();
  limitTo(0);
  const visit = await openMany({ resolvers: [faults.limited] });
  await paste(visit, "healthy-a.example\nhealthy-b.example");
  await inPhase(visit, "stopped", 60_000);
  assert.equal(await visit.by("trouble").count(), 1);
  for (const state of await visit.by("row").evaluateAll((rows) => rows.map((row) => row.getAttribute("data-state"))))
    assert.equal(state, "queued");
  limitTo(Infinity);
  await visit.by("go-on").click();
  await inPhase(visit);
  assert.deepEqual(Object.values(await shown(visit)), ["healthy nothing-wrong", "healthy nothing-wrong"]);
});

test("stop, go on, and a reload in between: what was found stays, and is not asked again", { differs: true }, async () => {
  const names = await publish(40);
  const visit = await openMany({ rate: 60 });
  await paste(visit, names.join("\n"));
  await until("some are done", async () => (await doneIn(visit)) >= 5);
  await visit.by("stop").click();
  await inPhase(visit, "stopped");
  const asked = visit.asked().length;
  await visit.page.waitForTimeout(500);
  assert.ok(visit.asked().length <= asked + 8, "only what was on its way");
  const done = await visit
    .by("row")
    .evaluateAll((rows) => rows.filter((row) => row.getAttribute("data-state") === "done").map((row) => row.getAttribute("data-domain")));
  visit.requests.length = 0;
  await visit.page.reload();
  await inPhase(visit, "stopped");
  assert.ok((await doneIn(visit)) >= done.length);
  await visit.by("go-on").click();
  await inPhase(visit);
  assert.deepEqual(askedTwice(visit), []);
  for (const name of done) assert.ok(!visit.asked().some((one) => one.name === name), `${name} is not asked again`);
  await visit.by("forget").click();
  await visit.by("run").first().waitFor();
  assert.equal(await visit.page.evaluate(() => sessionStorage.length), 0);
});

test("a full storage is said; the list goes on, and all of it is in the file", noDownloads, async () => {
  const visit = await openMany();
  await visit.page.evaluate(() => {
    for (let size = 4_000_000; size > 100; size = size >> 1) {
      try {
        for (let index = 0; index < 8; index += 1) sessionStorage.setItem(`full ${size} ${index}`, "x".repeat(size));
      } catch {
        // full
      }
    }
  });
  await paste(visit, "healthy-a.example\nmx-partial.example\nmarkup.example");
  await inPhase(visit);
  await visit.by("full").waitFor();
  const { name, text } = await exported(visit);
  assert.match(name, /^domains-\d{4}-\d\d-\d\d\.csv$/);
  assert.ok(text.startsWith("\ufeffDomain,"), "Excel reads it as UTF-8");
  for (const domain of ["healthy-a.example", "mx-partial.example", "markup.example"]) assert.match(text, new RegExp(`^${domain},`, "m"));
  assert.match(text, /mx-partial\.example: 15 mx3\.qiye\.aliyun\.com/);
  assert.doesNotMatch(text, /(^|,)"?[=+@-]/m);
});

test("what was broken is checked again, and nothing else", async () => {
  const [healthy, broken] = (await publish(4)).slice(0, 2);
  const visit = await openMany();
  await paste(visit, `${healthy}\n${broken}`);
  await inPhase(visit);
  const { story } = manyDomains(4);
  await lab().now.publish(story.replace(`${broken}. MX 5`, `${broken}. MX 15 mx3.qiye.aliyun.com.\n${broken}. MX 5`));
  visit.requests.length = 0;
  await visit.by("again").click();
  await until("it is healthy", async () => (await shown(visit))[broken]?.startsWith("healthy") && (await inPhase(visit)));
  assert.ok(!visit.asked().some(({ name }) => name === healthy));
});

test("a device that goes offline stops the list, and the network starts it again", { differs: true, ...noOffline() }, async () => {
  const names = await publish(40);
  const visit = await openMany({ rate: 60 });
  await paste(visit, names.join("\n"));
  await until("some are done", async () => (await doneIn(visit)) >= 3);
  await visit.context.setOffline(true);
  await inPhase(visit, "stopped");
  await visit.context.setOffline(false);
  await inPhase(visit);
  const found = await shown(visit);
  assert.deepEqual(found, Object.fromEntries(names.map((name, index) => [name, VERDICTS[index % 4]])));
});

function noOffline() {
  return { skip: cannot({ firefox: "no way back from offline" }) };
}

test("the table is sorted, filtered and opened by the keyboard", async () => {
  const visit = await openMany();
  await paste(visit, "healthy-a.example\nmx-partial.example\nforeign-mx.example\nchain.example");
  await inPhase(visit);
  await visit.by("sort-verdict").focus();
  await visit.page.keyboard.press("Enter");
  assert.equal((await visit.by("row").first().getAttribute("data-kind")) ?? "", "fix");
  assert.equal(await visit.page.locator("th[aria-sort=ascending]").count(), 1);
  await visit.page.keyboard.press("Enter");
  assert.equal((await visit.by("row").first().getAttribute("data-kind")) ?? "", "healthy");
  await visit.by("filter-fix").focus();
  await visit.page.keyboard.press("Space");
  assert.deepEqual(Object.keys(await shown(visit)), ["mx-partial.example"]);
  await visit.by("open").first().focus();
  await visit.page.keyboard.press("Enter");
  assert.equal(await visit.by("open").first().getAttribute("aria-expanded"), "true");
  assert.equal(await visit.focused(), "open");
  assert.equal(await visit.by("detail").locator("[data-test=record]").count(), 1);
  const href = (await visit.by("full-check").getAttribute("href")) ?? "";
  assert.match(href, /index\.html#v=1&subject=mx-partial\.example&lang=en$/);
});

test("the page as it is shipped asks AliDNS and Google, no faster than it says", async () => {
  const visit = await open({ url: `${lab().site.origin}/many.html` });
  /** @type {Map<string, number[]>} */
  const times = new Map();
  visit.page.on("request", (request) => {
    const { host } = new URL(request.url());
    times.set(host, [...(times.get(host) ?? []), Date.now()]);
  });
  await visit.by("run").waitFor();
  assert.match(await visit.by("consent").innerText(), /AliDNS and Google Public DNS.*DNSPod.*10 questions a second, 4 at a time/s);
  await paste(visit, "healthy-a.example\nhealthy-b.example\nhealthy-sg.example\nmx-partial.example");
  await inPhase(visit);
  for (const host of ["dns.alidns.com", "dns.google"]) {
    const at = times.get(host) ?? [];
    assert.ok(at.length > 20, `${host}: ${at.length} questions`);
    const most = Math.max(...at.map((from) => at.filter((one) => one >= from && one < from + 1000).length));
    assert.ok(most <= 13, `${host}: ${most} questions within a second`);
  }
  assert.deepEqual([...new Set(visit.asked().map(({ resolver }) => new URL(resolver).host))].sort(), ["dns.alidns.com", "dns.google"]);
});

test("the checker's own page loads nothing of it", async () => {
  const visit = await open({ page: "index.html" });
  await visit.by("fold-guide").waitFor();
  assert.deepEqual(
    visit.requests.filter(({ url }) => /many|list\.css/.test(url)),
    [],
  );
});
