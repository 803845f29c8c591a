// The lab itself: every server answers as its name says, and nothing is left when it stops. What a spec about the page
// relies on is proven here first, so that a red spec speaks about the page.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { request } from "node:https";
import { after, before, describe } from "node:test";
import { fileURLToPath } from "node:url";
import { ask, askDoh, dohUrl, getHttp2 } from "./lab/ask.mjs";
import { startLab } from "./lab/index.mjs";
import { test } from "./lab/test.mjs";
import { until } from "./lab/until.mjs";
import { decode } from "./lab/wire.mjs";

/** @type {import('./lab/index.mjs').Lab} */
let lab;
before(async () => {
  lab = await startLab();
});
after(() => lab.stop());

/** What a resolver answers, in one line that reads like a story: rcode, chain or data, SOA of a negative answer. */
async function story(/** @type {string} */ name, /** @type {string} */ type, resolver = "one") {
  const { message } = await askDoh(lab.resolvers[resolver], name, type);
  const data = message.answer.map(({ data }) =>
    "address" in data
      ? data.address
      : "preference" in data
        ? `${data.preference} ${data.name}`
        : "name" in data
          ? data.name
          : "strings" in data
            ? Buffer.concat(data.strings).toString()
            : "?",
  );
  const soa = message.authority.filter((record) => record.type === 6).map((record) => `soa ${record.name || "."}`);
  return [["ok", "", "servfail", "nxdomain", "", "refused"][message.rcode], ...data.sort(), ...soa].join(" | ");
}

describe("BIND behind dnsdist tells", () => {
  const rows = [
    ["mail.healthy-a.example", "A", "ok | 192.0.2.11 | 192.0.2.12 | qiye.aliyun.com"],
    ["healthy-a.example", "MX", "ok | 10 mx2.qiye.aliyun.com | 15 mx3.qiye.aliyun.com | 5 mx1.qiye.aliyun.com"],
    ["healthy-a.example", "TXT", "ok | v=spf1 include:spf.qiye.aliyun.com -all"],
    ["_dmarc.healthy-a.example", "TXT", "ok | v=DMARC1; p=quarantine; rua=mailto:dmarc@healthy-a.example"],
    ["mail.healthy-b.example", "CNAME", "ok | mail.mxhichina.com"],
    ["mail.healthy-sg.example", "A", "ok | 192.0.2.13 | mail.sg.aliyun.com"],
    ["mail.shop.com.cn", "CNAME", "ok | qiye.aliyun.com"],
    ["mail.chain.example", "CNAME", "ok | webmail.chain.example"],
    ["mail.login-missing.example", "A", "nxdomain | soa login-missing.example"],
    ["mail.login-empty.example", "A", "ok | soa login-empty.example"],
    ["mail.healthy-a.example", "AAAA", "ok | qiye.aliyun.com | soa aliyun.com"],
    ["mail.login-wrong.example", "A", "ok | 192.0.2.81 | www.login-wrong.example"],
    ["mail.login-address.example", "A", "ok | 192.0.2.10"],
    ["mail.login-guide-target.example", "A", "nxdomain | alimail.aliyun.com | soa aliyun.com"],
    ["mail.login-dangling.example", "A", "nxdomain | gone.hosting.example | soa hosting.example"],
    ["mail.service-down.example", "A", "nxdomain | mail.de.alibabacloud.com | soa alibabacloud.com"],
    ["mail.login-doubled.example", "A", "nxdomain | soa login-doubled.example"],
    ["mail.login-doubled.example.login-doubled.example", "CNAME", "ok | qiye.aliyun.com"],
    ["foreign-mx.example", "MX", "ok | 1 aspmx.l.google.com | 5 alt1.aspmx.l.google.com"],
    ["no-mx.example", "MX", "ok | soa no-mx.example"],
    ["null-mx.example", "MX", "ok | 0 "],
    ["servfail.example", "MX", "servfail"],
    ["nonexistent.example", "MX", "nxdomain | soa example"],
    ["nobody.invalid", "A", "nxdomain | soa ."],
  ];
  for (const [name, type, expected] of rows) {
    test(`${name} ${type}: ${expected}`, async () => assert.equal(await story(name, type), expected));
  }

  test("a loop as a failure, with or without the aliases, as versions of BIND differ", async () => {
    assert.match(await story("mail.login-loop.example", "A"), /^(servfail|ok)/);
  });

  test("the older state at the resolver that is behind, and the same elsewhere", async () => {
    assert.equal(await story("mail.moved.example", "CNAME"), "ok | qiye.aliyun.com");
    assert.equal(await story("mail.moved.example", "CNAME", "behind"), "nxdomain | soa moved.example");
    assert.equal(await story("mail.retarget.example", "CNAME", "behind"), "ok | www.hosting.example");
    assert.equal(await story("mail.healthy-a.example", "CNAME", "behind"), "ok | qiye.aliyun.com");
  });

  test("all resolvers of the lab, each at its own port and with the CORS header", async () => {
    const urls = Object.values(lab.resolvers);
    assert.equal(new Set(urls).size, 4);
    for (const url of urls) {
      const { headers, message } = await askDoh(url, "healthy-a.example", "MX");
      assert.equal(headers["access-control-allow-origin"], "*");
      assert.equal(headers["content-type"], "application/dns-message");
      assert.equal(message.id, 0);
    }
  });

  test("what is published meanwhile, without a restart", async () => {
    await lab.now.publish("zone login-missing.example\n@ MX 5 mx1.qiye.aliyun.com.\nmail CNAME qiye.aliyun.com.\n");
    assert.equal(await story("mail.login-missing.example", "CNAME"), "ok | qiye.aliyun.com");
    assert.equal(await story("mail.login-missing.example", "CNAME", "behind"), "nxdomain | soa login-missing.example");
  });
});

/** GET over HTTP/1.1; rejects when the connection breaks, also in the middle of the body. */
function get(/** @type {string} */ url, /** @type {import('node:https').RequestOptions} */ options = {}) {
  return new Promise((resolve, reject) => {
    request(url, { rejectUnauthorized: false, agent: false, ...options }, (response) => {
      /** @type {Buffer[]} */
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk)).on("error", reject);
      response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }));
    })
      .on("error", reject)
      .end();
  });
}

const asking = (/** @type {string} */ fault, options = {}) => get(dohUrl(lab.faults[fault], "healthy-a.example", "MX"), options);

describe("the fault proxy", () => {
  test("gives real answers where nothing is spoiled, also late", async () => {
    for (const fault of ["good", "slow"]) {
      const { body, headers } = await asking(fault);
      assert.equal(decode(body).answer.length, 3);
      assert.equal(headers["access-control-allow-origin"], "*");
    }
  });
  test("hangs until the visitor gives up", async () => {
    await assert.rejects(asking("hang", { signal: AbortSignal.timeout(150) }), { name: "AbortError" });
  });
  test("resets the connection", async () => assert.rejects(asking("reset"), { code: "ECONNRESET" }));
  test("cuts a body short", async () => assert.rejects(asking("truncated"), { code: "ECONNRESET" }));
  test("leaves the CORS header out", async () => {
    const { headers, body } = await asking("no-cors");
    assert.equal(headers["access-control-allow-origin"], undefined);
    assert.equal(decode(body).answer.length, 3);
  });
  test("answers with statuses, HTML, nothing, and 64 kB of the same random bytes", async () => {
    assert.equal((await asking("429")).status, 429);
    assert.equal((await asking("500")).status, 500);
    assert.match((await asking("html")).headers["content-type"], /text\/html/);
    assert.equal((await asking("empty")).body.length, 0);
    const [first, second] = [await asking("garbage"), await asking("garbage")];
    assert.equal(first.body.length, 65_536);
    assert.deepEqual(first.body, second.body);
  });
  test("answers another question", async () => {
    const message = decode((await asking("lies")).body);
    assert.equal(message.question.name, "xealthy-a.example");
    assert.equal(message.answer[0].name, "xealthy-a.example");
  });
  test("answers with failures of DNS", async () => {
    assert.equal(decode((await asking("servfail")).body).rcode, 2);
    assert.equal(decode((await asking("refused")).body).rcode, 5);
    assert.equal(decode((await asking("tc")).body).tc, true);
  });
  test("switches while it runs", async () => {
    lab.switchTo("500");
    assert.equal((await asking("switch")).status, 500);
    lab.switchTo("good");
    assert.equal((await asking("switch")).status, 200);
  });
  test("refuses a preflight, as public resolvers do", async () => {
    assert.equal((await get(lab.faults.good, { method: "OPTIONS" })).status, 501);
  });
  test("notes who was asked what", async () => {
    const before = lab.seen.length;
    await asking("good");
    assert.deepEqual(lab.seen.slice(before), [{ resolver: "good", form: "wire", name: "healthy-a.example", type: "MX" }]);
  });
});

describe("the JSON dialects", () => {
  const json = async (/** @type {string} */ dialect, /** @type {string} */ name, /** @type {string} */ type) => {
    const url = `${lab.faults[`json/${dialect}`]}?name=${name}&type=${type}`;
    return JSON.parse((await get(url, { headers: { accept: "application/dns-json" } })).body.toString());
  };
  test("refuse the wire form", async () => assert.equal((await asking("json/google")).status, 415));
  test("differ in dots, quotes, Question and Authority", async () => {
    const dkim = "default._domainkey.healthy-a.example";
    const [google] = (await json("google", dkim, "TXT")).Answer;
    assert.equal(google.name, `${dkim}.`);
    assert.match(google.data, /^v=DKIM1.*QU\+g3SElEaO.*AQAB$/);
    const [cloudflare] = (await json("cloudflare", dkim, "TXT")).Answer;
    assert.equal(cloudflare.name, dkim);
    assert.match(cloudflare.data, /^"v=DKIM1.*QU\+g3""SElEaO.*AQAB"$/);
    const alidns = await json("alidns", dkim, "TXT");
    assert.deepEqual(alidns.Question, { name: `${dkim}.`, type: 16 });
    assert.match(alidns.Answer[0].data, /QU\+g3" "SElEaO/);
    const absent = await json("google", "mail.no-mx.example", "A");
    assert.equal(absent.Status, 3);
    assert.equal("Answer" in absent, false);
    assert.equal(absent.Authority[0].data, "ns.lab. hostmaster.lab. 1 3600 600 86400 300");
    assert.equal("Authority" in (await json("dnspod", "mail.no-mx.example", "A")), false);
    assert.equal((await json("google", "healthy-b.example", "MX")).Answer[0].data.endsWith("."), true);
  });
  test("can be nested 100,000 deep", async () => {
    const { body } = await get(`${lab.faults.nested}?name=healthy-a.example&type=A`);
    assert.equal(body.toString().match(/\[/g)?.length, 100_000);
  });
});

describe("stopping", () => {
  const gone = (/** @type {number} */ pid) => {
    try {
      process.kill(pid, 0);
      return false;
    } catch {
      return true;
    }
  };
  test("leaves no process, port or folder", async () => {
    const other = await startLab();
    const pids = other.pids();
    assert.equal(pids.length, 3);
    await other.stop();
    assert.equal(pids.every(gone), true);
    assert.equal(existsSync(other.folder), false);
    await assert.rejects(ask(other.plain.now, "healthy-a.example", "MX"), { code: "ECONNREFUSED" });
    await assert.rejects(getHttp2(other.resolvers.one), /ECONNREFUSED/);
  });
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
    test(`by ${signal} leaves none either`, async () => {
      const program = `import { startLab } from ${JSON.stringify(new URL("./lab/index.mjs", import.meta.url).href)};
        const lab = await startLab(); console.log(JSON.stringify({ pids: lab.pids(), folder: lab.folder }));`;
      const child = spawn(process.execPath, ["--input-type=module", "-e", program], { cwd: fileURLToPath(new URL(".", import.meta.url)) });
      let said = "";
      child.stdout.on("data", (chunk) => {
        said += chunk;
      });
      await until("the other lab runs", () => said.includes("\n"));
      const { pids, folder } = JSON.parse(said);
      child.kill(signal);
      await until("its processes are gone", () => pids.every(gone));
      await until("its folder is gone", () => !existsSync(folder));
    });
  }
});
