// What a person forwards: three cases to the letter, and who gets no message. The words of the core are fixed here, so that
// better words elsewhere change nothing in these texts.

import assert from "node:assert/strict";
import { test } from "node:test";
import { isForwardable } from "../../../../web/src/app/state/main-cause";
import { messageFor } from "../../../../web/src/app/todo/message";
import type { Action, Case, Cause, Diagnosis, Finding, Instruction, Owner, RecordToPublish, Turn } from "../../../../web/src/contract";
import { languages } from "../../../../web/src/words/language";
import { fullTurn } from "../../../turns/full.mjs";
import { viewIn } from "../../support/drawing";
import { textsOf, wordsOf, type Texts } from "../../support/words-node";

process.env["TZ"] = "Asia/Shanghai"; // what is sent says UTC all the same

const page = "https://check.example/mail/";
const documented = "https://help.aliyun.com/en/document_detail/36710.html";

const said: Texts = {
  "problem.login-page-unreachable.title": "The login page does not open",
  "cause.login-page-unreachable.login-record-missing.title": "Login record missing",
  "cause.login-page-unreachable.login-record-missing.why": "The mail subdomain has no DNS record.",
  "problem.account-cannot-send.title": "Mail cannot be sent",
  "cause.account-cannot-send.account-frozen.title": "Account frozen",
  "cause.account-cannot-send.account-frozen.why": "A frozen account cannot sign in.",
  "problem.mail-not-arriving.title": "Mail does not arrive",
  "cause.mail-not-arriving.mx-mixed.title": "MX of two providers",
  "cause.mail-not-arriving.mx-mixed.why": "Some mail goes to the other provider.",
  "cause.mail-not-arriving.sender-spf.title": "The sender's SPF record is wrong",
  "cause.mail-not-arriving.sender-spf.why": "Alibaba Mail refuses mail that its sender's domain does not allow.",
  "finding.login.missing": "{host} has no record.",
  "finding.mx.mixed": "Alibaba Mail and {others} are both among the MX records.",
  "finding.code.frozen-or-deleted": "The server says that the account is frozen.",
  "finding.seen": "Seen at {time}.",
  "step.add-login-record": "Add a CNAME record for {login_host}.",
  "step.flush": "Flush the cache.",
  "step.restart": "Restart the router.",
  "step.enable": "Choose Enable in the Action menu.",
  "step.ask-postmaster": "Ask your administrator.",
  "step.remove-mx": "Delete the other provider's MX records.",
  "verify.login-resolves": "The CNAME answers.",
  "verify.send-test-mail": "Send a test mail.",
  "state.confirmed": "Confirmed",
  "state.likely": "Likely",
};

function viewOf(tag: string) {
  return { ...viewIn(tag), words: wordsOf(tag, { ...textsOf(tag), ...said }) };
}

const finding = (key: string, args: Finding["args"] = {}): Finding => ({ key, severity: "error", args });
const step = (id: string, part: Partial<Instruction> = {}): Instruction => ({ id, from: "guide", args: {}, ...part });
const record = (part: Partial<RecordToPublish>): RecordToPublish => ({
  ...{ change: "add", host: "abc.com", zone: "abc.com", type: "MX", value: "", from: "official", source: documented },
  ...part,
});

interface Told {
  problem: string;
  cause: Partial<Cause> & { id: string };
  records?: RecordToPublish[];
  typed?: Partial<Case>;
  tag?: string;
}

function message({ problem: id, cause: part, records = [], typed = {}, tag = "en" }: Told): string {
  const turn: Turn = fullTurn();
  turn.subject = { kind: "domain", domain: "abc.com", loginHost: "mail.abc.com", hostTyped: true };
  const cause: Cause = {
    ...{ from: "guide", state: "confirmed", owner: "dns-host", action: "change-record" },
    ...{ because: [], supports: [], opposes: [], steps: [], verify: [] },
    ...part,
  };
  const problem = { id, from: "guide" as const, severity: "high" as const, state: "confirmed" as const, describedBy: [], causes: [cause] };
  Object.assign(turn.diagnosis, { problems: [problem], records, findings: cause.because });
  const one: Case = { version: 1, now: "2026-11-23T23:30:05Z", subject: "abc.com", complaint: "", ...typed };
  return messageFor({ view: viewOf(tag), turn, problem, cause, one, page });
}

const missing: Told = {
  problem: "login-page-unreachable",
  cause: {
    id: "login-record-missing",
    source: documented,
    because: [finding("login.missing", { host: "mail.abc.com" })],
    steps: [
      step("add-login-record", { args: { login_host: "mail.abc.com", settle: 300 } }),
      ...[step("flush"), step("restart")], // for the person who asks
    ],
    verify: [
      step("login-resolves", {
        commands: [
          { system: "linux", lines: ["dig mail.abc.com CNAME"] },
          { system: "windows", lines: ["nslookup -qt=CNAME mail.abc.com"] },
        ],
      }),
    ],
  },
  records: [
    record({ host: "mail.abc.com", type: "CNAME", value: "qiye.aliyun.com" }),
    record({ type: "TXT", host: "_dmarc.abc.com", value: "v=DMARC1; p=none", later: true }),
  ],
  typed: { subject: "mail.abc.com", complaint: "the login page\ndoes not open" },
};

test("a missing login record, to whoever manages the DNS", () => {
  assert.equal(
    message(missing),
    `Subject: Alibaba Mail for abc.com: The login page does not open

Our Alibaba Mail (abc.com) has a problem. A check of public DNS and of our description found this. Could you fix it, please?

Error or description: the login page does not open

Problem: The login page does not open
Cause: Login record missing (Confirmed)
The mail subdomain has no DNS record.
- mail.abc.com has no record.

DNS records to change
- Add
    Type: CNAME
    Host: mail (mail.abc.com)
    Value: qiye.aliyun.com
After you save the change, it takes about 5 minutes until everybody sees it.

What to do:
1. Add a CNAME record for mail.abc.com.
2. Flush the cache.

How to check that it works
- The CNAME answers.
    nslookup -qt=CNAME mail.abc.com

Alibaba's page about this: https://help.aliyun.com/en/document_detail/36710.html
Checked on: 2026-11-23 23:30:05 UTC
Checked with: https://check.example/mail/`,
  );
});

const frozen: Told = {
  problem: "account-cannot-send",
  cause: {
    ...{ id: "account-frozen", state: "likely", owner: "postmaster", action: "ask-administrator" },
    because: [finding("words.account-frozen", { matched: ["AccountFrozen"] }), finding("code.frozen-or-deleted")],
    steps: [step("enable", { source: "https://www.alibabacloud.com/help/en/alibaba-mail/latest/frozen" }), step("ask-postmaster")],
    verify: [step("send-test-mail")],
  },
  typed: {
    subject: "Wang.Li@abc.com",
    complaint: "To ann@customer.example: AccountFrozen\npassword: hunter2",
  },
};

test("a frozen account, with its address and the error, to the administrator", () => {
  assert.equal(
    message(frozen),
    `Subject: Alibaba Mail for abc.com: Mail cannot be sent

Our Alibaba Mail (abc.com) has a problem. A check of public DNS and of our description found this. Could you fix it, please?

Account: Wang.Li@abc.com
Error or description: To ann@customer.example: AccountFrozen password: ***

Problem: Mail cannot be sent
Cause: Account frozen (Likely)
A frozen account cannot sign in.
- The server says that the account is frozen.

What to do:
1. Choose Enable in the Action menu.

How to check that it works
- Send a test mail.

Alibaba's page about this: https://www.alibabacloud.com/help/en/alibaba-mail/latest/frozen
Checked on: 2026-11-23 23:30:05 UTC
Checked with: https://check.example/mail/`,
  );
});

const mixed: Told = {
  problem: "mail-not-arriving",
  cause: {
    ...{ id: "mx-mixed", state: "likely" },
    because: [finding("mx.mixed", { others: ["Google"] })],
    steps: [step("remove-mx")],
  },
  records: [
    record({ change: "remove", value: "aspmx.l.google.com", priority: 20 }),
    record({ change: "remove", value: "alt1.aspmx.l.google.com", priority: 30 }),
  ],
};

test("MX records of two providers: what to delete, each with the caution", () => {
  assert.equal(
    message(mixed),
    `Subject: Alibaba Mail for abc.com: Mail does not arrive

Our Alibaba Mail (abc.com) has a problem. A check of public DNS and of our description found this. Could you fix it, please?

Problem: Mail does not arrive
Cause: MX of two providers (Likely)
Some mail goes to the other provider.
- Alibaba Mail and Google are both among the MX records.

DNS records to change
- Remove
    Type: MX
    Host: @ (abc.com)
    Value: aspmx.l.google.com
    Priority: 20
    Before you delete it, write down the old value so that you can put it back.
- Remove
    Type: MX
    Host: @ (abc.com)
    Value: alt1.aspmx.l.google.com
    Priority: 30
    Before you delete it, write down the old value so that you can put it back.

What to do:
1. Delete the other provider's MX records.

Alibaba's page about this: https://help.aliyun.com/en/document_detail/36710.html
Checked on: 2026-11-23 23:30:05 UTC
Checked with: https://check.example/mail/`,
  );
});

test("to the other side: their mistake, politely, and nothing of ours to change", () => {
  const cause = { ...mixed.cause, id: "sender-spf", owner: "sender" as const, action: "contact-sender" as const };
  assert.equal(
    message({ ...mixed, cause }),
    `Subject: Alibaba Mail for abc.com: Mail does not arrive

Mail between abc.com and you does not get through. A check found the cause on your side. Could you, or whoever runs your mail, please look at it and correct it?

Problem: Mail does not arrive
Cause: The sender's SPF record is wrong (Likely)
Alibaba Mail refuses mail that its sender's domain does not allow.
- Alibaba Mail and Google are both among the MX records.

Checked on: 2026-11-23 23:30:05 UTC
Checked with: https://check.example/mail/`,
  );
});

test("the account is the one of our domain, wherever it was typed", () => {
  const account = (subject: string, complaint: string): string | undefined =>
    /^Account: (.*)$/m.exec(message({ ...frozen, typed: { subject, complaint } }))?.[1];
  assert.equal(account("wang@abc.com", ""), "wang@abc.com");
  assert.equal(account("abc.com", "from: <li@ABC.com>, to ann@customer.example"), "li@abc.com");
  assert.equal(account("abc.com", "我的账号li@abc.com。发不了信"), "li@abc.com");
  for (const other of ["", "ann@customer.example", "@abc.com", "li@abc.com.cn", "li@mail.abc.com"]) {
    assert.equal(account("abc.com", other), undefined, other);
  }
});

test("a long text is cut, and what was found is told in at most four lines, without guesses, in UTC", () => {
  const because = [
    finding("reads.account-cannot-send", { share: 90, matched: ["x"] }),
    ...Array.from({ length: 6 }, () => finding("seen", { time: "2026-11-23T16:00:00Z" })),
  ];
  const text = message({ ...frozen, cause: { ...frozen.cause, because }, typed: { complaint: "a ".repeat(4000) } });
  assert.equal(text.match(/^- Seen at 2026-11-23 16:00:00 UTC\.$/gm)?.length, 4);
  assert.match(text, /^Error or description: (a ){150} ?…$/m);
});

test("a page that is a file has no address to name", () => {
  const { diagnosis } = fullTurn();
  const [problem] = diagnosis.problems;
  const [cause] = problem?.causes ?? [];
  assert.ok(problem && cause);
  assert.doesNotMatch(messageFor({ view: viewOf("en"), turn: fullTurn(), problem, cause }), /Checked/);
});

test("every language has all of its words", () => {
  for (const { tag } of languages)
    for (const told of [missing, frozen, mixed])
      assert.doesNotMatch(message({ ...told, tag }), /\[[a-z-]+\.[\w.-]+\]|\{[a-z]+(:\w+)?\}|undefined/);
});

test("there is a message only where somebody else has to act", () => {
  const is = (action: Action, owner: Owner): boolean => isForwardable({ action } as Diagnosis, { owner } as Cause);
  for (const owner of ["postmaster", "dns-host", "buyer", "registrant", "recipient", "sender"] as const) {
    assert.ok(is("change-record", owner), owner);
    for (const action of ["wait", "nothing-wrong", "need-more", "not-alibaba-mail"] as const) assert.equal(is(action, owner), false);
  }
  for (const owner of ["you", "network", "alibaba-mail"] as const) assert.equal(is("fix-on-your-device", owner), false);
});
