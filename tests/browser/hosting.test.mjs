// dist/ as hosts serve it: a real nginx with the shipped rules, from a folder of a site, sends what web/tools/dist/hosting.mjs says
// and what ./web/serve sends; the page works from there.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { forever, headersOf, isCompressible, policiesOf } from "../../web/tools/dist/hosting.mjs";
import { serve } from "../../web/tools/serve.mjs";
import { Checker } from "./lab/checker.mjs";
import { ask, startNginx } from "./lab/nginx.mjs";
import { distFolder } from "./lab/site.mjs";
import { test } from "./lab/test.mjs";
import { until } from "./lab/until.mjs";
import { withBrowser } from "./lab/with-browser.mjs";

const { open } = withBrowser();

const files = readdirSync(distFolder(), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(distFolder().replace(/\/?$/, "/").length))
  .filter((name) => !/\.(br|gz)$/.test(name));
const policies = policiesOf(distFolder());
const bytesOf = (/** @type {string} */ name) => readFileSync(join(distFolder(), name));

/** @type {Awaited<ReturnType<typeof startNginx>>} */
let nginx;
/** @type {Awaited<ReturnType<typeof serve>>} */
let ours;
before(async () => {
  nginx = await startNginx();
  ours = await serve({ at: "/mail/", folder: distFolder() });
});
after(() => Promise.all([nginx.close(), ours.close()]));

const hosts = { nginx: () => nginx.address, "./web/serve": () => `${ours.origin}/mail/` };
for (const [host, address] of Object.entries(hosts)) {
  describe(host, () => {
    test("sends every file with its type, its policy, and how long it may be kept", async () => {
      for (const name of files) {
        const { status, headers, body } = await ask(address() + name);
        assert.equal(status, 200, name);
        assert.ok(body.equals(bytesOf(name)), name);
        const wanted = headersOf(name, policies);
        for (const [key, value] of Object.entries(wanted)) assert.equal(headers[key.toLowerCase()], value, `${name}: ${key}`);
        if (!("Content-Security-Policy" in wanted)) assert.equal(headers["content-security-policy"], undefined, name);
      }
    });

    test("sends the page for the folder, and the page has the policy", async () => {
      const { headers, body } = await ask(address());
      assert.ok(body.equals(bytesOf("index.html")));
      assert.equal(headers["content-security-policy"], policies["index.html"]);
      assert.match(String(headers["content-security-policy"]), /frame-ancestors 'none'/);
      assert.equal((await ask(`${address()}no-such-file-ABCDEFGH.js`)).status, 404);
    });

    for (const [encoding, unpack] of /** @type {const} */ ([
      ["br", brotliDecompressSync],
      ["gzip", gunzipSync],
    ])) {
      test(`compresses what is worth it, as ${encoding}`, async (t) => {
        if (encoding === "br" && host === "nginx" && !nginx.brotli) return t.skip("this nginx has no module for brotli");
        for (const name of files.filter(isCompressible)) {
          const { headers, body } = await ask(address() + name, { "Accept-Encoding": encoding });
          assert.equal(headers["content-encoding"], encoding, name);
          assert.match(String(headers["vary"]), /accept-encoding/i, name);
          assert.equal(headers["content-type"], headersOf(name, policies)["Content-Type"], name);
          assert.ok(unpack(body).equals(bytesOf(name)), name);
        }
      });
    }
  });
}

test("nginx answers 304 to who has it, with the headers that count", async () => {
  for (const name of ["index.html", files.find((each) => each.endsWith(".wasm")) ?? ""]) {
    const first = await ask(nginx.address + name, { "Accept-Encoding": "gzip" });
    const again = await ask(nginx.address + name, { "Accept-Encoding": "gzip", "If-None-Match": String(first.headers.etag) });
    assert.equal(again.status, 304, name);
    assert.equal(again.body.length, 0);
    assert.equal(again.headers["cache-control"], headersOf(name, policies)["Cache-Control"]);
  }
});

test("the page works from there, says nothing against its policy, and is kept for offline use", async () => {
  const visit = await open({ url: nginx.address, context: { serviceWorkers: "allow" } });
  await new Checker(visit).after(() => visit.example("login-record-missing"));
  assert.equal(await visit.by("verdict").getAttribute("data-action"), "change-record");
  assert.deepEqual(visit.foreign(), []);
  await until("the page is kept", () => visit.page.evaluate(() => Boolean(navigator.serviceWorker.controller)), { within: 15_000 });
  await visit.context.setOffline(true);
  await visit.page.reload();
  await visit.by("example-account-frozen").waitFor();
});

test("what is asked for twice comes over the line once", async () => {
  const visit = await open({ url: nginx.address });
  const run = async () => {
    await new Checker(visit).after(() => visit.example("account-frozen"));
    return visit.page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .map((entry) => /** @type {PerformanceResourceTiming} */ (entry))
        .filter(({ name, transferSize }) => /-[A-Z2-7]{8}\./.test(name) && transferSize > 0)
        .map(({ name }) => name),
    );
  };
  assert.ok((await run()).length > 5);
  await visit.page.reload();
  assert.deepEqual(await run(), []);
});

test("what is uploaded to OSS has its type and how long it may be kept", () => {
  const { objects } = JSON.parse(bytesOf("hosting/alibaba-oss.json").toString());
  const inBucket = files.filter((name) => !/^(_headers|\.nojekyll|hosting\/)/.test(name));
  assert.deepEqual(objects.map((/** @type {any} */ { name }) => name).sort(), inBucket.sort());
  for (const { name, from, properties } of objects) {
    const wanted = headersOf(name, policies);
    assert.equal(properties["Cache-Control"], wanted["Cache-Control"], name);
    assert.equal(properties["Content-Type"], wanted["Content-Type"].replace("text/javascript", "application/javascript"), name);
    assert.ok((properties["Content-Encoding"] ? gunzipSync(bytesOf(from)) : bytesOf(from)).equals(bytesOf(name)), name);
  }
});

// No such host stands here: what its file says is put together as it would do, header by header, none twice.
test("_headers says the same", () => {
  const rules = bytesOf("_headers")
    .toString()
    .split("\n")
    .filter((line) => line && !line.startsWith("#"));
  assert.ok(rules.filter((line) => line.startsWith("/")).length <= 100, "Cloudflare Pages reads a hundred rules");
  for (const name of files.filter((each) => !/^(_headers|\.nojekyll|hosting\/)/.test(each))) {
    /** @type {Record<string, string>} */
    const sent = {};
    let matches = false;
    for (const line of rules) {
      if (line.startsWith("/")) matches = line === `/${name}` || (line.endsWith("/*") && `/${name}`.startsWith(line.slice(0, -1)));
      else if (matches) {
        const [, key = "", value = ""] = /^ {2}([\w-]+): (.*)$/.exec(line) ?? [];
        assert.equal(sent[key], undefined, `${name}: ${key} twice`);
        sent[key] = value;
      }
    }
    const { "Content-Type": _byTheHost, "Cache-Control": cache, ...wanted } = headersOf(name, policies);
    assert.deepEqual(sent, cache === forever ? { ...wanted, "Cache-Control": forever } : wanted, name);
  }
});
