// A browser whose WebAssembly is switched off for good (a policy, Lockdown Mode, Tor "Safer"), without its JIT where the
// switch takes that, too: the guide's three problems get the verdicts that they get elsewhere.

import assert from "node:assert/strict";
import { Checker, headline } from "../lab/checker.mjs";
import { test } from "../lab/test.mjs";
import { withBrowser } from "../lab/with-browser.mjs";

const { open } = withBrowser({ args: ["--js-flags=--jitless"], preferences: { "javascript.options.wasm": false } });

for (const { subject, complaint, is } of [
  {
    subject: "mail.login-missing.example",
    complaint: "登录页面打不开，连接超时",
    is: "change-record: login-page-unreachable / login-record-missing is confirmed",
  },
  {
    subject: "someone@healthy-a.example",
    complaint: "AccountFrozen",
    is: "ask-administrator: account-cannot-send / account-frozen is likely",
  },
  {
    subject: "healthy-b.example",
    complaint: "Error 503 when I open old mails",
    is: "wait: history-unavailable / storage-outage is likely",
  },
]) {
  test(`${subject}: ${is}`, { differs: true }, async () => {
    const visit = await open();
    assert.equal(await visit.page.evaluate(() => typeof WebAssembly), "undefined");
    assert.equal(headline(await new Checker(visit).check({ subject, complaint })), is);
    assert.equal(visit.requests.filter(({ url }) => /core-fallback-\w+\.js$/.test(url)).length, 1);
  });
}
