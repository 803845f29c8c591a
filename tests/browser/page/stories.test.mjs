// A person, a domain and a sentence in; the guide's verdict out, from real answers of BIND: the three problems of the
// guide in both languages first, then every way in which a login record or a domain can be wrong.

import assert from "node:assert/strict";
import { describe } from "node:test";
import { Checker, headline, stateOf } from "../lab/checker.mjs";
import { test } from "../lab/test.mjs";
import { withBrowser } from "../lab/with-browser.mjs";

const { lab, open } = withBrowser();

describe("the guide's problems are recognised", () => {
  const guide = [
    {
      subject: "mail.login-missing.example",
      is: "change-record: login-page-unreachable / login-record-missing is confirmed",
      en: "The login page does not open, connection timeout",
      "zh-CN": "登录页面打不开，连接超时",
    },
    {
      subject: "someone@healthy-a.example",
      is: "ask-administrator: account-cannot-send / account-frozen is likely",
      en: "AccountFrozen",
      "zh-CN": "发信失败，账号已被冻结",
    },
    {
      subject: "healthy-b.example",
      is: "wait: history-unavailable / storage-outage is likely",
      en: "Error 503 when I open old mails, and the inbox is empty",
      "zh-CN": "打开以前的邮件提示 503，收件箱是空的",
    },
  ];
  for (const lang of /** @type {const} */ (["en", "zh-CN"])) {
    for (const story of guide) {
      test(`${lang}: ${story[lang]} (${story.subject})`, async () => {
        const visit = await open({ lang });
        const checker = new Checker(visit);
        const turn = await checker.check({ subject: story.subject, complaint: story[lang] });
        assert.equal(headline(turn), story.is);
        const [problem] = turn.diagnosis.problems;
        assert.deepEqual(await checker.shown(), { action: turn.diagnosis.action, visible: true });
        for (const cause of problem.causes) assert.equal(await checker.shownCause(problem.id, cause.id), cause.state);
        for (const { id } of problem.causes[0].steps.slice(0, 1)) await visit.by(`step-${id}`).first().waitFor({ state: "attached" });
        assert.equal(
          await visit
            .by("verdict")
            .evaluate(
              (node) =>
                node.closest("[lang]")?.getAttribute("lang") ?? /** @type {ShadowRoot} */ (node.getRootNode()).host.getAttribute("lang"),
            ),
          lang,
        );
      });
    }
  }

  test("by choosing one of them, without a word", async () => {
    const checker = new Checker(await open());
    const turn = await checker.check({ problem: "login-page-unreachable", subject: "login-missing.example" });
    assert.equal(headline(turn), "change-record: login-page-unreachable / login-record-missing is confirmed");
  });
});

describe("DNS tells", () => {
  const login = "login-page-unreachable";
  const complaint = "the login page does not open";
  /** @type {[string, string][]} */
  const rows = [
    ["login-empty.example", `change-record: ${login} / login-record-missing is confirmed`],
    ["login-doubled.example", `change-record: ${login} / login-record-doubled is confirmed`],
    ["login-wrong.example", `change-record: ${login} / login-record-wrong is likely`],
    ["login-dangling.example", `change-record: ${login} / login-record-wrong is confirmed`],
    ["login-loop.example", `change-record: ${login} / login-record-wrong is confirmed`],
    ["login-guide-target.example", `change-record: ${login} / login-record-wrong is likely`],
    ["service-down.example", `contact-support: ${login} / service-routing is likely`],
    ["moved.example", `wait: ${login} / dns-propagating is likely`],
    ["retarget.example", `wait: ${login} / dns-propagating is likely`],
    ["nonexistent.example", `check-domain: ${login} / domain-missing is confirmed`],
    ["servfail.example", `change-record: ${login} / domain-broken is confirmed`],
    ["foreign-mx.example", "not-alibaba-mail: not-alibaba-mail / other-provider is confirmed"],
  ];
  // As somebody does who looks after several domains: one after the other, without leaving the page.
  test("what is wrong with each domain", async () => {
    const checker = new Checker(await open());
    const said = [];
    for (const [subject] of rows) said.push([subject, headline(await checker.check({ subject, complaint }))]);
    assert.deepEqual(said, rows);
  });

  test("that nothing is wrong", async () => {
    const checker = new Checker(await open());
    for (const subject of [
      "healthy-a.example",
      "healthy-b.example",
      "healthy-sg.example",
      "chain.example",
      "shop.com.cn",
      "中文.example",
    ]) {
      const turn = await checker.check({ subject });
      assert.equal(turn.diagnosis.action, "nothing-wrong", subject);
      assert.deepEqual(turn.diagnosis.problems, [], subject);
    }
  });

  test("the record to publish, with the target of the set that the domain uses", async () => {
    const turn = await new Checker(await open()).check({ subject: "login-missing.example", complaint });
    assert.deepEqual(
      turn.diagnosis.records.map((/** @type {any} */ { host, type, value }) => [host, type, value]),
      [["mail.login-missing.example", "CNAME", "qiye.aliyun.com"]],
    );
  });

  test("how long to wait, from the negative TTL at the resolver that is behind", async () => {
    const turn = await new Checker(await open()).check({ subject: "moved.example", complaint });
    const left = Date.parse(turn.diagnosis.wait.until) - Date.now();
    assert.ok(left > 200_000 && left <= 300_000, `${left} ms`);
  });
});

describe("this browser's own reach, beside a good DNS answer, tells", () => {
  const story = { subject: "mail.healthy-a.example", complaint: "the login page does not open" };
  const cause = async (/** @type {string} */ id) => {
    const turn = await new Checker(await open()).check(story);
    return stateOf(turn, "login-page-unreachable", id);
  };
  test("the page opens here", async () => {
    assert.equal(await cause("local-network"), "ruled-out");
    assert.ok(lab().outside.visits.some(({ host }) => host === "mail.healthy-a.example"));
  });
  test("only the own address fails: HTTPS of it", async () => {
    lab().outside.reach("mail.healthy-a.example", "fails");
    assert.equal(await cause("https-not-set-up"), "likely");
  });
  test("nothing of Alibaba Mail opens: the network here", async () => {
    lab().outside.reach("mail.healthy-a.example", "fails");
    lab().outside.reach("qiye.aliyun.com", "fails");
    assert.equal(await cause("local-network"), "likely");
  });
  test("and the reply to the one question settles it", async () => {
    lab().outside.reach("mail.healthy-a.example", "fails");
    lab().outside.reach("qiye.aliyun.com", "fails");
    const visit = await open();
    const checker = new Checker(visit);
    const turn = await checker.check(story);
    assert.equal(turn.ask.question.id, "opens-elsewhere");
    assert.equal(await visit.by("question").isVisible(), true);
    const next = await checker.after(() => visit.by("reply-yes").click());
    assert.equal(headline(next), "fix-on-your-device: login-page-unreachable / local-network is confirmed");
    assert.deepEqual(await checker.shown(), { action: "fix-on-your-device", visible: true });
  });
});
