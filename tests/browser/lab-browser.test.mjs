// The lab as Chromium meets it: which fault looks how to a script, which host can be reached, and that nothing leaves this
// machine. What each fault looks like to a script was measured in Chromium and Firefox; the wording of the page depends on it.

import assert from "node:assert/strict";
import { beforeEach, describe } from "node:test";
import { dohUrl } from "./lab/ask.mjs";
import { test } from "./lab/test.mjs";
import { until } from "./lab/until.mjs";
import { withBrowser } from "./lab/with-browser.mjs";

const { lab: theLab, open } = withBrowser({ needsPage: false });
/** @type {import('./lab/index.mjs').Lab} */
let lab;
/** @type {import('./lab/visit.mjs').Visit} */
let visit;
beforeEach(async () => {
  lab = theLab();
  visit = await open({ url: lab.site.put("/blank", "<!doctype html><title>blank</title>"), lang: "zh-CN" });
});

/**
 * Fetches as the page does, and says in one line what a script can see.
 * @param {string} url @param {RequestInit & {within?: number}} [init] @returns {Promise<string>}
 */
function see(url, init = {}) {
  return visit.page.evaluate(
    async (/** @type {{url: string, init: RequestInit & {within?: number}}} */ { url, init: { within = 4000, ...init } }) => {
      const controller = new AbortController();
      let late = false;
      const timer = setTimeout(() => {
        late = true;
        controller.abort();
      }, within);
      try {
        const response = await fetch(url, {
          cache: "no-store",
          credentials: "omit",
          referrerPolicy: "no-referrer",
          ...init,
          signal: controller.signal,
        });
        if (response.type === "opaque") return "opaque";
        try {
          return `${response.status} ${response.headers.get("content-type")} ${(await response.arrayBuffer()).byteLength > 0 ? "body" : "empty"}`;
        } catch (error) {
          return `${response.status} then ${/** @type {Error} */ (error).name}`;
        }
      } catch (error) {
        return late ? "timer" : /** @type {Error} */ (error).name;
      } finally {
        clearTimeout(timer);
      }
    },
    { url, init },
  );
}

const asking = (/** @type {string} */ url) =>
  see(dohUrl(url, "healthy-a.example", "MX"), { headers: { accept: "application/dns-message" } });

describe("a script in Chromium sees", () => {
  test("an answer of every resolver of the lab", async () => {
    for (const url of Object.values(lab.resolvers)) assert.equal(await asking(url), "200 application/dns-message body");
  });
  const faults = {
    good: "200 application/dns-message body",
    slow: "200 application/dns-message body",
    reset: "TypeError",
    "no-cors": "TypeError",
    truncated: "200 then TypeError",
    429: "429 text/plain body",
    500: "500 text/plain body",
    html: "200 text/html; charset=utf-8 body",
    empty: "200 application/dns-message empty",
    garbage: "200 application/dns-message body",
    lies: "200 application/dns-message body",
    servfail: "200 application/dns-message body",
    "json/cloudflare": "415 text/plain body",
  };
  for (const [fault, expected] of Object.entries(faults)) {
    test(`${fault}: ${expected}`, async () => assert.equal(await asking(lab.faults[fault]), expected));
  }
  test("hang: only its own timer", async () => {
    assert.equal(await see(dohUrl(lab.faults.hang, "healthy-a.example", "MX"), { within: 200 }), "timer");
  });
  test("JSON in the dialect of each public resolver that stands in here", async () => {
    const accept = { headers: { accept: "application/dns-json" } };
    assert.equal(await see("https://dns.alidns.com/resolve?name=healthy-a.example&type=MX"), "200 application/json body");
    assert.equal(await see("https://dns.google/resolve?name=healthy-a.example&type=MX"), "200 application/json; charset=UTF-8 body");
    assert.equal(await see("https://cloudflare-dns.com/dns-query?name=healthy-a.example&type=MX", accept), "200 application/dns-json body");
    assert.equal(await see("https://cloudflare-dns.com/dns-query?name=healthy-a.example&type=MX"), "400 text/plain body");
    assert.equal(await asking("https://223.5.5.5/dns-query"), "200 application/dns-message body");
  });
});

describe("a probe without CORS", () => {
  const probe = (/** @type {string} */ host, within = 4000) => see(`https://${host}/`, { mode: "no-cors", within });
  test("reaches what the zones lead to", async () => {
    assert.equal(await probe("mail.healthy-a.example"), "opaque");
    assert.equal(await probe("qiye.aliyun.com"), "opaque");
    assert.equal(await probe("mail.login-address.example"), "opaque");
    assert.deepEqual(
      lab.outside.visits.slice(-3).map((one) => one.host),
      ["mail.healthy-a.example", "qiye.aliyun.com", "mail.login-address.example"],
    );
  });
  test("fails where they lead nowhere", async () => {
    assert.equal(await probe("mail.login-missing.example"), "TypeError");
    assert.equal(await probe("mail.login-guide-target.example"), "TypeError");
    assert.equal(await probe("www.somewhere-outside.test"), "TypeError");
  });
  test("fails or hangs where a story says so", async () => {
    lab.outside.reach("mail.healthy-a.example", "fails");
    lab.outside.reach("mail.healthy-b.example", "hangs");
    assert.equal(await probe("mail.healthy-a.example"), "TypeError");
    assert.equal(await probe("mail.healthy-b.example", 300), "timer");
  });
});

describe("a visit", () => {
  test("has the language that was asked for", async () => {
    assert.equal(await visit.page.evaluate(() => navigator.language), "zh-CN");
  });
  test("knows what was asked and where", async () => {
    await asking(lab.resolvers.one);
    await see(`${lab.faults["json/google"]}?name=Mail.healthy-a.example.&type=A`);
    assert.deepEqual(visit.asked(), [
      { resolver: lab.resolvers.one, form: "wire", name: "healthy-a.example", type: "MX" },
      { resolver: lab.faults["json/google"], form: "json", name: "mail.healthy-a.example", type: "A" },
    ]);
    assert.equal(visit.foreign().length, 2);
    assert.deepEqual(visit.complaints, []);
  });
  test("hears what an element announces, and finds elements and the focus inside its shadow", async () => {
    await visit.page.evaluate(() => {
      const host = document.body.appendChild(document.createElement("alimail-checker"));
      const button = host.attachShadow({ mode: "open" }).appendChild(document.createElement("button"));
      button.dataset.test = "run";
      button.onclick = () =>
        [1, 0].forEach((left) =>
          button.dispatchEvent(
            new CustomEvent("alimail-diagnosis", {
              bubbles: true,
              composed: true,
              detail: { left, ask: { queries: Array(left).fill({}), probes: [] } },
            }),
          ),
        );
    });
    await visit.run();
    assert.equal((await visit.settled()).left, 0);
    assert.equal((await visit.turns()).length, 2);
    assert.equal(await visit.starting("ru").count(), 1);
    assert.equal(await visit.focused(), "run");
  });
  test("hears what breaks the policy", async () => {
    await visit.page.evaluate(() => {
      try {
        document.body.innerHTML = "<p>";
      } catch {
        /* meant to fail */
      }
    });
    await visit.page.evaluate(() => {
      document.body.append(Object.assign(new Image(), { src: "https://dns.google/x.png" }));
    });
    await until("both violations", async () => (await visit.violations()).length === 2);
    assert.deepEqual(await visit.violations(), ["require-trusted-types-for: trusted-types-sink", "img-src: https://dns.google/x.png"]);
    assert.notDeepEqual(visit.complaints, []);
  });
  test("is the only one who knocks outside: what Chromium asks for itself does not get that far", () => {
    const ours = /\.example$|aliyun\.com$|somewhere-outside\.test$|^dns\.google$|alidns\.com$|cloudflare-dns\.com$/;
    assert.deepEqual(
      lab.outside.knocks.filter((host) => !ours.test(host)),
      [],
    );
  });
});
