// The result as a person uses it, without a browser: argument, question, what was tried, marked words, message.

import assert from "node:assert/strict";
import { test } from "node:test";
import { messageFor } from "../../../web/src/app/todo/message";
import type { Shown } from "../../../web/src/app/state/model";
import { Result } from "../../../web/src/app/result/result";
import type { View } from "../../../web/src/app/state/view";
import type { Case, Turn } from "../../../web/src/contract";
import { arguedTurn, complaint, reply } from "../../turns/argued.mjs";
import { loadCoreNode } from "../support/core-node";
import { drawn, type FakeElement } from "../support/dom";
import { show as draw, viewIn } from "../support/drawing";
import { saved } from "../support/frozen-case";
import { wordsOf } from "../support/words-node";

const nothing = (): void => undefined;
const deaf = { onReply: nothing, onChoose: nothing, onRecheck: nothing, onWatch: nothing, onUnwatch: nothing, onRetry: nothing };

interface Stage {
  place: FakeElement;
  told: [string, string | undefined][]; // what was replied
  click(test: string, within?: FakeElement): Promise<void>;
}

async function show(turn: Turn, { replies = {}, tag = "en", ...more }: Partial<Shown> & { tag?: string } = {}): Promise<Stage> {
  const told: Stage["told"] = [];
  const shown: Shown = {
    phase: "done",
    turn,
    refusedByCsp: [],
    limited: false,
    start: "",
    complaint,
    core: "1",
    asked: [],
    replies,
    ...more,
  };
  const one: Case = { version: 1, now: "2026-11-23T08:00:00Z", subject: "abc.example", complaint, replies };
  const onReply = (id: string, value?: string): void => void told.push([id, value]);
  const place = await draw(
    <Result view={viewIn(tag)} shown={shown} turn={turn} heading={{ current: null }} caseOf={() => one} {...deaf} onReply={onReply} />,
  );
  const click = async (test: string, within = place): Promise<void> => {
    within.test(test)?.fire("click");
    await drawn();
  };
  return { place, told, click };
}

const keysIn = (place: FakeElement | undefined): string[] => [...(place?.all() ?? [])].flatMap((each) => each.get("data-finding") ?? []);

test("the argument says what speaks for the cause, and what against it", async () => {
  const { place } = await show(arguedTurn());
  assert.deepEqual(keysIn(place.test("argument-for")), ["words.account-frozen"]);
  assert.deepEqual(keysIn(place.test("argument-against")), ["words.can-log-in"]);
});

test("where nothing speaks against it, that is said", async () => {
  const turn = arguedTurn();
  for (const { causes } of turn.diagnosis.problems) for (const cause of causes) cause.opposes = [];
  const { place } = await show(turn);
  assert.equal(place.test("argument-against")?.textContent, wordsOf("en").t("ui.argument.unopposed"));
});

test("a cause that cannot be told comes with what settles it", async () => {
  const { place } = await show(arguedTurn());
  assert.ok(place.test("cannot-tell")?.test("settles-send-test-mail"));
});

test("what a record to publish leaves out is said beside it, and in the message", async () => {
  const turn = arguedTurn();
  turn.diagnosis.records = [
    {
      ...{ change: "replace", host: "abc.example", zone: "abc.example", type: "TXT", value: "v=spf1 -all", from: "official" },
      ...{ current: ["v=spf1 onerror=x -all"], leftOut: ["onerror=x"] },
    },
  ];
  const { place } = await show(turn);
  const said = wordsOf("en").t("change.left-out", { terms: ["onerror=x"] });
  assert.equal(place.test("left-out")?.textContent, said);
  const [problem] = turn.diagnosis.problems;
  const [cause] = problem?.causes ?? [];
  assert.ok(problem && cause && messageFor({ view: viewIn("en"), turn, problem, cause }).includes(said));
});

test("the understood words are marked, and the lines between them left out", async () => {
  const { place } = await show(arguedTurn());
  const marks = [...(place.test("quoted")?.all() ?? [])].filter(({ localName }) => localName === "mark");
  assert.deepEqual(
    marks.map((mark) => `${mark.childNodes[0]?.textContent} ${mark.get("data-keys")}`),
    ["AccountFrozen words.account-frozen", "I checked it on the phone words.can-log-in", "552 5.2.2 mailbox is full bounce.report"],
  );
  assert.match(marks[0]?.textContent ?? "", /\(the account is frozen\.?\)/);
  assert.doesNotMatch(place.test("quoted")?.textContent ?? "", /Hello colleagues|Regards/);
});

test("every text is found, in both languages", async () => {
  for (const tag of ["en", "zh-CN"]) {
    const question = { id: "sent-today", kind: "number" as const, options: ["unknown"] };
    const { place } = await show(arguedTurn({ question }), { tag, replies: { "fix.account-cannot-send.account-blocked": "not-yet" } });
    assert.doesNotMatch(place.textContent, /\[[a-z-]+\.[\w.-]+\]|\{[a-z]+(:\w+)?\}|undefined/);
  }
});

test("one question is open; it ends with 'I do not know', also where the core names that first", async () => {
  const question = { id: "account-status", kind: "choice" as const, options: ["unknown", "frozen", "normal"] };
  const { place, told, click } = await show(arguedTurn({ question }));
  assert.equal(place.by("data-test", "question").length, 1);
  const options = [...(place.test("question")?.all() ?? [])].flatMap((each) => each.get("data-test")?.match(/^reply-(.*)/)?.[1] ?? []);
  assert.deepEqual(options, ["frozen", "normal", "unknown"]);
  await click("reply-unknown");
  assert.deepEqual(told, [["account-status", "unknown"]]);
});

for (const [typed, sent] of [
  ["1200", "1200"],
  ["1,200", "1200"],
  ["１２００", "1200"],
  [" 7 ", "7"],
  ["many", undefined],
  ["", undefined],
  ["-3", undefined],
  ["99999999", undefined],
] as const) {
  test(`a number typed as ${JSON.stringify(typed)} is ${sent ?? "asked for again"}`, async () => {
    const { place, told, click } = await show(arguedTurn({ question: { id: "sent-today", kind: "number", options: ["unknown"] } }));
    const field = place.test("number-sent-today");
    if (field) field.value = typed;
    field?.fire("input");
    await drawn();
    await click("number-send-sent-today");
    assert.deepEqual(told, sent === undefined ? [] : [["sent-today", sent]]);
    assert.equal(field?.get("aria-invalid"), sent === undefined ? "true" : undefined);
  });
}

test("an answer can be changed and taken back", async () => {
  const { place, told, click } = await show(arguedTurn({ question: null }), { replies: { "account-status": "frozen" } });
  const row = place.test("answered-account-status");
  await click("reply-blocked", row);
  await click("undo-account-status", row);
  assert.deepEqual(told, [
    ["account-status", "blocked"],
    ["account-status", undefined],
  ]);
});

test("what the words answered is shown as theirs, and can be answered otherwise", async () => {
  const { place, told, click } = await show(arguedTurn({ question: null, replies: [reply("dns-changed", "within-two-days", "words")] }));
  const row = place.test("answered-dns-changed");
  assert.deepEqual([row?.get("data-implied"), row?.get("data-value")], ["true", "within-two-days"]);
  assert.equal(row?.test("undo-dns-changed"), undefined);
  await click("reply-no", row);
  assert.deepEqual(told, [["dns-changed", "no"]]);
});

test("after the steps the person says whether it helped", async () => {
  const { told, click } = await show(arguedTurn());
  await click("fix-not-yet");
  assert.deepEqual(told, [["fix.account-cannot-send.account-frozen", "not-yet"]]);
});

test("where a fix was in vain and all still points to it, that is said", async () => {
  const { place } = await show(arguedTurn(), { replies: { "fix.account-cannot-send.account-frozen": "not-yet" } });
  assert.ok(place.test("tried-stays"));
  assert.equal(place.test("fix-not-yet")?.get("aria-pressed"), "true");
});

test("what was tried stays listed, can be changed and taken back", async () => {
  const id = "fix.account-cannot-send.account-blocked";
  const { place, told, click } = await show(arguedTurn(), { replies: { [id]: "not-yet" } });
  const row = place.test(`tried-${id}`);
  assert.equal(row?.get("data-value"), "not-yet");
  await click("fix-does-not-apply", row);
  await click("fix-undo", row);
  assert.deepEqual(told, [
    [id, "does-not-apply"],
    [id, undefined],
  ]);
});

test("that it worked is a quiet end: what verifies it stays, what was to do goes", async () => {
  const turn = arguedTurn({ question: { id: "role", kind: "choice", options: ["postmaster", "member", "unknown"] } });
  turn.diagnosis.action = "nothing-wrong";
  for (const cause of turn.diagnosis.problems[0]?.causes.slice(0, 1) ?? []) cause.tried = "worked";
  const { place } = await show(turn, { replies: { "fix.account-cannot-send.account-frozen": "worked" } });
  assert.ok(place.test("solved"));
  assert.ok(place.test("verify-send-test-mail"));
  assert.equal(place.test("question"), undefined);
  assert.deepEqual(parts(place), []);
  assert.equal(place.test("fix-worked")?.get("aria-pressed"), "true");
});

/** Opens the fold, which loads the message. */
async function messageIn(place: FakeElement): Promise<string> {
  const fold = place.test("message");
  if (fold) fold.open = true;
  fold?.fire("toggle");
  await drawn();
  return fold?.textContent ?? "";
}

const parts = (place: FakeElement): string[] =>
  [...(place.test("verdict")?.all() ?? [])].flatMap((each) =>
    /^(message|steps)$/.test(each.get("part") ?? "") ? (each.get("part") ?? "") : [],
  );

test("where an administrator has to act and it is not known who asks, the card has the message, and the fold the steps", async () => {
  const { place } = await show(arguedTurn());
  assert.deepEqual(parts(place), ["message"]);
  assert.ok(place.test("fold-steps")?.test("step-enable-frozen-account"));
});

test("an administrator gets the clicks, and no message to forward", async () => {
  const { place } = await show(arguedTurn({ question: null, replies: [reply("role", "postmaster")] }));
  assert.deepEqual(parts(place), ["steps"]);
  assert.ok(place.test("step-enable-frozen-account"));
});

test("a member gets the message first, with what the administrator has to do, and at most three steps", async () => {
  const turn = arguedTurn({ question: null, replies: [reply("role", "member")] });
  const administrator = arguedTurn();
  turn.diagnosis.problems[0]?.causes[0]?.steps.splice(0, 4); // the core does not give the steps in the console to a member
  const { place } = await show(turn, { administrator });
  assert.deepEqual(parts(place), ["message", "steps"]);
  const message = await messageIn(place);
  assert.match(message, /4\. /);
  assert.match(message, /AccountFrozen/);
  assert.match(message, /https:\/\/check\.example\/mail\/(?![?#])/);
  assert.doesNotMatch(message, /hunter2/);
  const long = await show(arguedTurn({ question: null, replies: [reply("role", "member")] }));
  const [steps] = long.place.by("part", "steps");
  assert.equal([...(steps?.all() ?? [])].filter((each) => each.get("data-test")?.startsWith("step-")).length, 3);
});

test("a bounce is taken apart, in the rows that are known", async () => {
  const { place } = await show(arguedTurn());
  const rows = [...(place.test("bounce")?.all() ?? [])].flatMap((each) => each.get("data-test")?.match(/^bounce-(.+)/)?.[1] ?? []);
  assert.deepEqual(rows, ["reporter", "recipient", "code", "enhanced", "text", "server"]);
});

test("who types on in the form draws nothing of the result again", async () => {
  let said = 0;
  const turn = (await loadCoreNode()).advance(saved) as Turn;
  const view = viewIn("en");
  const words = { ...view.words, t: (...key: Parameters<View["words"]["t"]>) => ((said += 1), view.words.t(...key)) };
  const shown: Shown = {
    phase: "done",
    turn,
    refusedByCsp: [],
    limited: false,
    start: "",
    complaint: saved.complaint,
    core: "1",
    asked: [],
    replies: {},
  };
  const props = { view: { ...view, words }, shown, turn, heading: { current: null }, caseOf: () => saved, ...deaf };
  const place = await draw(<Result {...props} />);
  const first = said;
  await draw(<Result {...props} />, place);
  assert.ok(first > 20);
  assert.equal(said, first);
});
