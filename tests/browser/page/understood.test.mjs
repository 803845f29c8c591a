// A person with words, a bounce, or what a program printed; the page with the real core: what it understood, what it asks,
// and where it leads.

import assert from "node:assert/strict";
import { describe } from "node:test";
import { Checker, headline, stateOf } from "../lab/checker.mjs";
import { test } from "../lab/test.mjs";
import { until } from "../lab/until.mjs";
import { withBrowser } from "../lab/with-browser.mjs";

const { lab, open } = withBrowser();

const bounce = [
  "From: MAILER-DAEMON@healthy-a.example",
  "Subject: Undelivered Mail Returned to Sender",
  "",
  "This is the mail system at host out.mail.aliyun.com.",
  "",
  "<ann@customer.example>: host mx.customer.example[198.51.100.25] said: 552 5.2.2",
  "    mailbox is full (in reply to RCPT TO command)",
].join("\n");

// Windows in Chinese, about a login host that the office's resolver leads to itself.
const nslookup = [
  "C:\\Users\\wang>nslookup mail.healthy-a.example",
  "服务器:  UnKnown",
  "Address:  192.168.1.1",
  "",
  "非权威应答:",
  "名称:    mail.healthy-a.example",
  "Address:  192.168.1.1",
].join("\r\n");

test("a pasted bounce is taken apart, and is not the account of who pasted it", async () => {
  const visit = await open();
  const turn = await new Checker(visit).check({ subject: "healthy-a.example", complaint: bounce });
  await visit.unfold("fold-why");
  await visit.by("bounce").waitFor();
  assert.match(await visit.by("bounce-recipient").innerText(), /ann@customer\.example/);
  assert.match(await visit.by("bounce-code").innerText(), /552/);
  assert.ok((await visit.by("quoted").locator("mark").count()) > 0);
  assert.notEqual(turn.diagnosis.problems[0]?.id, "account-cannot-send");
});

test("nslookup of a Chinese Windows is evidence without any network", async () => {
  const { faults } = lab();
  const visit = await open({ lang: "zh-CN", resolvers: [faults.reset, faults.hang] });
  const turn = await new Checker(visit).check({ subject: "mail.healthy-a.example", complaint: `登录页面打不开\r\n${nslookup}` });
  const local = turn.diagnosis.findings.filter((/** @type {any} */ { key }) => key.startsWith("local."));
  assert.ok(local.length > 0, "nothing was read out of it");
  assert.ok(
    turn.diagnosis.ledger.every((/** @type {any} */ { outcome, resolver }) => outcome !== "records" || /local|pasted/.test(resolver)),
  );
  assert.ok(["fix-on-your-device", "need-more"].includes(turn.diagnosis.action), turn.diagnosis.action);
});

describe("a frozen account", () => {
  const story = { subject: "healthy-a.example", complaint: "I cannot send, it says AccountFrozen" };

  test("a member is led to the administrator, with a message to forward", async () => {
    const visit = await open();
    const checker = new Checker(visit);
    await checker.check(story);
    const turn = await reach(checker, "role", "member");
    assert.equal(turn.diagnosis.action, "ask-administrator");
    const order = await visit.page
      .locator("[part=message], [part=steps]")
      .evaluateAll((nodes) => nodes.map((node) => node.getAttribute("part")));
    assert.equal(order[0], "message");
    assert.ok((await visit.page.locator("[part=steps] li").count()) <= 3);
    await visit.by("message").locator("summary").click();
    await visit.by("message").locator("pre").waitFor();
    assert.match(await visit.by("message").innerText(), /3\. /); // the administrator's clicks are in it
  });

  test("an administrator is led to the console, without a message", async () => {
    const visit = await open();
    const checker = new Checker(visit);
    await checker.check(story);
    const turn = await reach(checker, "role", "postmaster");
    assert.equal(turn.diagnosis.action, "use-admin-console");
    await visit.by("step-enable-frozen-account").first().waitFor({ state: "attached" });
    assert.equal(await visit.by("message").count(), 0);
  });

  test("who says so in the words is not asked, and can say otherwise", async () => {
    const visit = await open();
    const checker = new Checker(visit);
    const turn = await checker.check({ ...story, complaint: `${story.complaint}. I am the postmaster administrator.` });
    assert.notEqual(turn.ask.question?.id, "role");
    const row = visit.by("answered-role");
    assert.equal(await row.getAttribute("data-implied"), "true");
    await row.locator("summary").click();
    const next = await checker.after(() => row.locator("[data-test=reply-member]").click());
    assert.equal(next.diagnosis.action, "ask-administrator");
  });

  test("a fix in vain brings the next cause, and taking that back brings the first again", async () => {
    const visit = await open();
    const checker = new Checker(visit);
    const first = await checker.check(story);
    const next = await checker.after(() => visit.by("fix-not-yet").first().click());
    assert.notEqual(next.diagnosis.problems[0].causes[0].id, first.diagnosis.problems[0].causes[0].id);
    const row = visit.by("tried-fix.account-cannot-send.account-frozen");
    await row.locator("summary").click();
    const back = await checker.after(() => row.locator("[data-test=fix-undo]").click());
    assert.equal(headline(back), headline(first));
  });

  test("what was tried is still known after another look", async () => {
    const visit = await open();
    const checker = new Checker(visit);
    await checker.check(story);
    await checker.after(() => visit.by("fix-does-not-apply").first().click());
    const again = await checker.after(() => visit.by("retry").last().click());
    assert.equal(stateOf(again, "account-cannot-send", "account-frozen"), "ruled-out");
    await visit.by("tried-fix.account-cannot-send.account-frozen").waitFor();
  });
});

test("behind a 503 and an empty inbox it is a mail program that deleted the mail", async () => {
  const visit = await open();
  const checker = new Checker(visit);
  await checker.check({
    subject: "healthy-a.example",
    complaint: "Error 503 and the old mails are gone. Outlook on the office PC fetches by POP.",
  });
  const turn = await reach(checker, "mail-program", "yes");
  assert.ok(["confirmed", "likely"].includes(stateOf(turn, "history-unavailable", "deleted-by-client") ?? ""), headline(turn));
});

test("a text of 64 kB that is long in bytes only is said to be cut as well", async () => {
  const visit = await open();
  await new Checker(visit).tell({ complaint: "邮".repeat(21_000) });
  assert.equal(await visit.by("complaint-cut").count(), 0);
  await new Checker(visit).tell({ complaint: "邮".repeat(22_000) });
  await visit.by("complaint-cut").waitFor();
});

/** Answers until the wanted question is asked: what this person knows, and "I do not know" to the rest. */
async function reach(/** @type {Checker} */ checker, /** @type {string} */ id, /** @type {string} */ value) {
  const { visit } = checker;
  const known = /** @type {Record<string, string>} */ ({ "account-status": "frozen", [id]: value });
  for (let asked = 0; asked < 5; asked += 1) {
    const turn = await until("a turn at rest", () => visit.lastTurn());
    const question = turn.ask.question?.id;
    if (!question) break;
    const last = await checker.after(() =>
      visit
        .by("question")
        .locator(`[data-test=reply-${known[question] ?? "unknown"}]`)
        .click(),
    );
    if (question === id) return last;
  }
  throw new Error(`${id} was not asked`);
}
