// What goes into a ticket or to a colleague: the bundle in both languages, and the case as a file that replays to the same
// bytes.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { bundleText, type Format } from "../../../../web/src/app/handover/bundle";
import { resultJson } from "../../../../web/src/app/handover/result-json";
import { caseText, fileName, longestFile, maskedCase, readCase } from "../../../../web/src/app/handover/saved-case";
import { isRefusal, type Case, type Turn } from "../../../../web/src/contract";
import { loadCoreNode, loadCoreText } from "../../support/core-node";
import { root } from "../../support/root";
import { languages } from "../../../../web/src/words/language";
import { closestTurn, topicTurn } from "../../../turns/asked.mjs";
import { fullTurn } from "../../../turns/full.mjs";
import { allStories } from "../../support/stage";
import { wordsOf } from "../../support/words-node";

const folder = join(root, "web/examples");
const examples = readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as Case);
const frozen: Case = {
  ...(JSON.parse(readFileSync(join(folder, "account-frozen.json"), "utf8")) as Case),
  subject: "wang@abc.example",
  complaint: "wang@abc.example cannot send: AccountFrozen\npassword: hunter2\n密码是Abc12345，还是不行\nTo: ann@customer.example",
  replies: { "dns-changed": "no", "fix.account-cannot-send.account-blocked": "not-yet" },
};

async function turnOf(one: Case): Promise<Turn> {
  const turn = (await loadCoreNode()).advance(one);
  assert.equal(isRefusal(turn), false);
  return turn as Turn;
}

const versions = { page: "1.2.3", core: "4.5.6" };

async function bundle(tag: string, addresses: boolean, one = frozen, format: Format = "text"): Promise<string> {
  return bundleText({ words: wordsOf(tag), nameOf: (id) => id, turn: await turnOf(one), one, addresses, format, versions });
}

for (const tag of ["en", "zh-CN", "zh-TW", "ja"]) {
  test(`${tag}: the bundle says what is known, each with its reason, and when`, async () => {
    const text = await bundle(tag, false);
    const words = wordsOf(tag);
    for (const key of ["ui.argument.for", "ui.bundle.replies", "ui.evidence", "cause.account-cannot-send.account-frozen.title"]) {
      assert.ok(text.includes(words.t(key)), `${key} is missing in\n${text}`);
    }
    assert.match(text, /\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC/);
    assert.match(text, /alidns TTL \d+ \d\d:\d\d:\d\d/);
    assert.match(text, /1\.2\.3.*4\.5\.6/s);
    assert.doesNotMatch(text, /\[[a-z-]+\.[\w.-]+\]|\{[a-z]+(:\w+)?\}|undefined/);
  });

  test(`${tag}: the bundle says what was asked, and which kind was chosen as the closest`, () => {
    const words = wordsOf(tag);
    const text = (turn: Turn, change: Partial<Case>): string =>
      bundleText({ words, nameOf: (id) => id, turn, one: { ...frozen, ...change }, addresses: false, format: "text", versions });
    const title = words.t("topic.which-mx.title");
    const asked = text(topicTurn(), { start: "which-mx", replies: {} });
    assert.ok(asked.includes(words.t("ui.in-short", { action: words.t("ui.topic.heading"), cause: title })), asked);
    assert.ok(asked.includes(`${words.t("ui.closest.title")} ${title}`), asked);
    const none = text(closestTurn({ none: true }), { replies: { closest: "none" } });
    assert.ok(none.includes(`${words.t("ui.closest.title")} ${words.t("ui.closest.none")}`), none);
  });

  test(`${tag}: no password is in the bundle, whatever is ticked`, async () => {
    for (const addresses of [true, false]) assert.doesNotMatch(await bundle(tag, addresses), /hunter2|Abc12345/);
  });

  test(`${tag}: addresses are in the bundle only when they are wanted`, async () => {
    assert.doesNotMatch(await bundle(tag, false), /wang@|ann@/);
    assert.match(await bundle(tag, false), /\*\*\*1@abc\.example.*\*\*\*2@customer\.example/s);
    assert.match(await bundle(tag, true), /wang@abc\.example.*ann@customer\.example/s);
  });
}

test("it has the records to publish with their caution, how long to wait, the steps, and Alibaba's page", () => {
  const turn = fullTurn();
  const [cause] = turn.diagnosis.problems[0]?.causes ?? [];
  assert.ok(cause);
  const source = "https://help.aliyun.com/en/document_detail/36710.html";
  cause.steps = [{ id: "restart-router", from: "guide", args: { settle: 300 }, source }];
  for (const record of turn.diagnosis.records) if (record.type === "CNAME") record.later = true;
  for (const { tag } of languages) {
    const words = wordsOf(tag);
    const text = bundleText({ words, nameOf: (id) => id, turn, one: frozen, addresses: true, format: "text", versions });
    const [, now = "", later = ""] = text.split(new RegExp(`\n${words.t("ui.records")}\n|\n${words.t("ui.records.later")}\n`));
    assert.match(now, /mx3\.qiye\.aliyun\.com[^]*mx\.old-provider\.example/);
    assert.doesNotMatch(now, /CNAME/);
    assert.ok(now.includes(words.t("change.remove.caution")));
    assert.match(later, /CNAME/);
    assert.ok(text.includes(words.t("ui.wait-until", { time: "2026-11-23 08:40:00 UTC" })), text);
    assert.ok(text.includes(words.t("ui.message.settle", { seconds: 300 })));
    assert.ok(text.includes(words.t("step.restart-router")));
    assert.ok(text.includes(source));
  }
});

test("it names the account if addresses are wanted, how to check the repair, and the page that made it", async () => {
  const words = wordsOf("en");
  const named = await bundle("en", true);
  assert.match(named, /^Account: wang@abc\.example$/m);
  assert.match(await bundle("en", false), /^Account: \*\*\*1@abc\.example$/m);
  assert.ok(named.includes(words.t("verify.send-test-mail")));
  assert.doesNotMatch(named, /Checked with/);
  const turn = await turnOf(frozen);
  const page = "https://check.example/mail/";
  const text = bundleText({ words, nameOf: (id) => id, turn, one: frozen, addresses: true, format: "text", versions, page });
  assert.match(text, /^Checked with: https:\/\/check\.example\/mail\/$/m);
});

test("what was tried is listed with its steps, not among the answers", async () => {
  const words = wordsOf("en");
  const text = await bundle("en", false);
  const section = (title: string): string => text.split(`\n${title}\n`)[1]?.split("\n\n")[0] ?? "";
  const title = words.t("cause.account-cannot-send.account-blocked.title");
  assert.match(section(words.t("ui.tried.list")), new RegExp(`^- ${title}: ${words.t("ui.tried.not-yet")}\n  - .+`));
  assert.doesNotMatch(section(words.t("ui.bundle.replies")), new RegExp(title));
});

test("as Markdown it has the same lines, with headings and lists", async () => {
  const text = await bundle("en", false);
  const marked = await bundle("en", false, frozen, "markdown");
  assert.match(marked, /^# .+\n\n- \d{4}-/);
  assert.match(marked, /\n## Error or description\n\n```\n\*\*\*1@abc\.example cannot send: AccountFrozen\n/);
  const bare = (lines: string) =>
    lines
      .split("\n")
      .map((line) => line.replace(/^[\s#-]+|\\|`/g, "").replace(/&amp;/g, "&"))
      .filter(Boolean);
  assert.deepEqual(bare(marked), bare(text));
});

test("as JSON it is what the core found, masked alike", async () => {
  const turn = await turnOf(frozen);
  const json = (addresses: boolean) => resultJson({ turn, one: frozen, addresses, versions });
  const { at, page, core, diagnosis, subject } = JSON.parse(json(true)) as { at: string; page: string; core: string } & Turn;
  assert.deepEqual([at, page, core, subject.domain], [frozen.now, "1.2.3", "4.5.6", turn.subject.domain]);
  assert.deepEqual([diagnosis.action, diagnosis.ledger], [turn.diagnosis.action, turn.diagnosis.ledger]);
  assert.match(json(true), /wang@abc\.example/);
  assert.doesNotMatch(json(false), /wang@|ann@/);
  for (const addresses of [true, false]) assert.doesNotMatch(json(addresses), /hunter2|Abc12345/);
});

test("a password in the words that ask for a topic is not in JSON", () => {
  const turn = topicTurn();
  turn.diagnosis.topic?.matched.push("password: hunter2");
  assert.doesNotMatch(resultJson({ turn, one: frozen, addresses: true, versions }), /hunter2/);
});

test("what DNS holds stays whole in JSON, though it looks like a password", async () => {
  const turn = await turnOf(frozen);
  const [row] = turn.diagnosis.ledger;
  row?.records.push({ name: "abc.example", type: "TXT", ttl: 600, data: '"password=abc12345"' });
  const json = resultJson({ turn, one: frozen, addresses: true, versions });
  assert.deepEqual((JSON.parse(json) as Turn).diagnosis.ledger[0], row);
});

// The lines of a server's reply are joined, which removes the line break that gave the password away.
test("a password in the line below a reply is in no form of the result", async () => {
  const one = { ...frozen, complaint: "<bob@gmail.com>: host mx.gmail.com[192.0.2.1] said: 550 5.7.1 blocked\npw: Sommer2024" };
  const turn = await turnOf(one);
  assert.match(JSON.stringify(turn.diagnosis.findings), /Sommer2024/);
  assert.doesNotMatch(resultJson({ turn, one, addresses: true, versions }), /Sommer2024/);
  for (const format of ["text", "markdown"] as const) assert.doesNotMatch(await bundle("en", true, one, format), /Sommer2024/);
});

test("what was typed cannot leave its fence, and what DNS says is no markup", async () => {
  const one = { ...frozen, complaint: "AccountFrozen\n````\n# not a heading <b>bold</b> [a](javascript:b)" };
  const marked = await bundle("en", false, one, "markdown");
  assert.match(marked, /\n`````\nAccountFrozen\n````\n# not a heading/);
  const outside = marked.replace(/\n`````\n[\s\S]*?\n`````\n/, "\n");
  assert.doesNotMatch(outside, /(?<!\\)[<[`]/);
});

test("the bundle of every example is made in every language", async () => {
  for (const one of examples) for (const tag of ["en", "zh-CN", "zh-TW", "ja"]) assert.ok((await bundle(tag, false, one)).length > 200);
});

test("a saved case replays to the same bytes, and saving what was opened gives the same file", async () => {
  const advance = await loadCoreText();
  for (const one of [frozen, ...examples]) {
    for (const addresses of [true, false]) {
      const text = caseText(maskedCase(one, addresses));
      const opened = readCase(text);
      assert.ok("one" in opened);
      assert.equal(caseText(opened.one), text);
      assert.equal(caseText(maskedCase(opened.one, addresses)), text);
      assert.equal(caseText(maskedCase(opened.one, false)), caseText(maskedCase(one, false)));
      assert.equal(advance(JSON.stringify(opened.one)), advance(JSON.stringify(maskedCase(one, addresses))));
      assert.doesNotMatch(text, /hunter2|Abc12345/);
    }
  }
});

// What was typed in every story, and the examples with all their answers.
function typedCases(): Case[] {
  const texts = new Map<string, Case>();
  for (const { story } of allStories()) {
    const { subject = "", complaint = "" } = story;
    texts.set(`${subject}\n${complaint}`, { version: 1, now: "2026-11-23T08:00:00Z", subject, complaint });
  }
  return [...texts.values()];
}

test("masking changes no verdict", async () => {
  const core = await loadCoreNode();
  const said = (one: Case): unknown => {
    const { findings, problems, action } = (core.advance(one) as Turn).diagnosis;
    return [
      action,
      findings.map(({ key }) => key),
      problems.map(({ id, causes }) => [id, causes.map((cause) => `${cause.id} ${cause.state}`)]),
    ];
  };
  for (const one of [frozen, ...examples, ...typedCases()]) {
    assert.deepEqual(said(maskedCase(one, false)), said(one), `${one.subject}: ${one.complaint.slice(0, 200)}`);
  }
});

test("the file is named by domain and date, and by nothing that a file system minds", () => {
  assert.equal(fileName({ ...frozen, now: "2026-11-23T08:00:00Z" }, "abc.example"), "alimail-case-abc.example-2026-11-23.json");
  assert.equal(fileName({ ...frozen, now: "2026-11-23T08:00:00Z" }, "../a/b"), "alimail-case-..ab-2026-11-23.json");
  assert.equal(fileName({ ...frozen, now: "2026-11-23T08:00:00Z" }, ""), "alimail-case-unnamed-2026-11-23.json");
});

const bad: [string, string, string][] = [
  ["nothing", "", "not-json"],
  ["a text", "The login page does not open", "not-json"],
  ["half a case", caseText(frozen).slice(0, 200), "not-json"],
  ["a number", "3", "not-a-case"],
  ["a list", "[]", "not-a-case"],
  ["null", "null", "not-a-case"],
  ["another file", '{"name": "x", "version": "1.0.0"}', "not-a-case"],
  ["a turn", '{"subject": {}, "ask": {}, "diagnosis": {}}', "not-a-case"],
  ["a case without a time", '{"version": 1, "subject": "", "complaint": ""}', "not-a-case"],
  ["a case with an impossible time", '{"version": 1, "now": "soon", "subject": "", "complaint": ""}', "not-a-case"],
  [
    "replies that are no text",
    '{"version": 1, "now": "2026-11-23T08:00:00Z", "subject": "", "complaint": "", "replies": {"a": 1}}',
    "not-a-case",
  ],
  [
    "answers that are no list",
    '{"version": 1, "now": "2026-11-23T08:00:00Z", "subject": "", "complaint": "", "answers": {}}',
    "not-a-case",
  ],
  ["a case of a newer version", '{"version": 2, "now": "2026-11-23T08:00:00Z", "subject": "", "complaint": ""}', "newer"],
  ["8 MiB and more", " ".repeat(longestFile + 1), "too-large"],
];
for (const [what, text, fault] of bad) {
  test(`opening ${what} is refused as ${fault}, in words of both languages`, () => {
    assert.deepEqual(readCase(text), { fault });
    for (const tag of ["en", "zh-CN"]) assert.ok(wordsOf(tag).has(`ui.open.${fault}`));
  });
}

test("a byte order mark and fields that are no part of a case do no harm", () => {
  const opened = readCase(`\ufeff${JSON.stringify({ ...frozen, extra: "x" })}`);
  assert.ok("one" in opened);
  assert.equal("extra" in opened.one, false);
});
