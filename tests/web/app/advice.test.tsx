// What the page advises: the way out before the repair, what else to do, records that can wait, notes, one time to wait, and
// whom a message is for.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Result } from "../../../web/src/app/result/result";
import type { Shown } from "../../../web/src/app/state/model";
import type { Args, Instruction, Turn } from "../../../web/src/contract";
import { arguedTurn, complaint } from "../../turns/argued.mjs";
import { fullTurn } from "../../turns/full.mjs";
import type { FakeElement } from "../support/dom";
import { show as draw, viewIn } from "../support/drawing";
import { saved } from "../support/frozen-case";
import { wordsOf } from "../support/words-node";

const nothing = (): void => undefined;
const deaf = { onReply: nothing, onChoose: nothing, onRecheck: nothing, onWatch: nothing, onUnwatch: nothing, onRetry: nothing };

async function show(turn: Turn): Promise<FakeElement> {
  const given = { refusedByCsp: [], limited: false, start: "", complaint, core: "1", asked: [], replies: {} };
  const shown: Shown = { phase: "done", turn, ...given };
  return draw(<Result view={viewIn("en")} shown={shown} turn={turn} heading={{ current: null }} caseOf={() => saved} {...deaf} />);
}

const instruction = (id: string, args: Args = {}): Instruction => ({ id, from: "checker", args });
const partsOf = (place: FakeElement): string[] =>
  [...(place.test("verdict")?.childNodes ?? [])].flatMap((node) => (node as FakeElement).get("part") ?? []);

test("the way out before the repair is in the card, after what to do, without numbers, and its address can be tapped", async () => {
  const turn = arguedTurn();
  const url = "https://qiye.aliyun.com/";
  for (const { causes } of turn.diagnosis.problems)
    for (const cause of causes) cause.meanwhile = [instruction("use-shared-login", { login_url: url }), instruction("try-mobile-data")];
  const place = await show(turn);
  assert.deepEqual(partsOf(place).slice(0, 3), ["message", "meanwhile", "question"]);
  const list = place.test("meanwhile");
  assert.ok(list);
  assert.ok(list.test("step-use-shared-login") && !list.test("step-try-mobile-data"));
  assert.ok(place.test("fold-steps")?.test("step-try-mobile-data"), "the others are in the fold");
  assert.deepEqual(
    [...list.all()].filter(({ localName }) => /^(a|ol)$/.test(localName)).map((link) => link.get("href")),
    [url],
  );
  turn.diagnosis.action = "nothing-wrong";
  for (const cause of turn.diagnosis.problems[0]?.causes.slice(0, 1) ?? []) cause.tried = "worked";
  assert.equal((await show(turn)).test("meanwhile"), undefined);
});

test("what else to do is numbered, also where no problem is recognised", async () => {
  const turn = arguedTurn({ question: null });
  Object.assign(turn.diagnosis, {
    problems: [],
    action: "need-more",
    otherwise: [instruction("open-ticket"), instruction("restart-router")],
  });
  const place = await show(turn);
  const [list] = [...(place.test("otherwise")?.all() ?? [])].filter(({ localName }) => localName === "ol");
  assert.ok(list?.test("step-open-ticket") && list.test("step-restart-router"));
});

test("a note is shown with the cause it belongs to, and says whose it is", async () => {
  const place = await show(arguedTurn());
  const notes = place.by("data-test", "note-postmaster-only");
  assert.equal(notes.length, 1);
  assert.ok(place.test("cause-account-cannot-send-account-frozen")?.test("note-postmaster-only"));
  assert.match(notes[0]?.textContent ?? "", /frozen/); // the name of Alibaba's page
});

test("records that can wait are not in the card, but in the fold of DNS, under their own heading", async () => {
  const turn = fullTurn();
  const [first, ...rest] = turn.diagnosis.records;
  assert.ok(first);
  turn.diagnosis.records = [{ ...first, type: "TXT", host: "_dmarc.abc.example", value: "v=DMARC1; p=none", later: true }, ...rest];
  const words = wordsOf("en");
  const place = await show(turn);
  const later = place.test("records-later");
  const title = (block: FakeElement | undefined) => [...(block?.all() ?? [])].find(({ localName }) => localName === "h3")?.textContent;
  assert.equal(title(later), words.t("ui.records.later"));
  assert.equal(later?.by("data-test", "record").length, 1);
  assert.match(later?.textContent ?? "", /v=DMARC1/);
  const [block] = place.by("part", "records");
  assert.equal(block?.by("data-test", "record").length, rest.length);
  assert.ok(place.test("verdict")?.by("part", "records")[0] === block && place.test("fold-dns")?.test("records-later") === later);
  turn.diagnosis.records = turn.diagnosis.records.slice(0, 1);
  const [only] = (await show(turn)).by("part", "records");
  assert.equal(title(only), words.t("ui.records.later"));
});

test("what is deleted is to be noted first; what its addresses replaced is named, with what that costs", async () => {
  const turn = fullTurn();
  const words = wordsOf("en");
  for (const record of turn.diagnosis.records) if (record.change === "replace") record.flattened = ["include:_spf.example", "mx"];
  const place = await show(turn);
  const [removed] = place.by("data-change", "remove");
  assert.equal(removed?.test("caution")?.textContent, words.t("change.remove.caution"));
  assert.equal(place.by("data-test", "caution").length, 1);
  assert.equal(place.test("flattened")?.textContent, words.t("change.flattened", { terms: ["include:_spf.example", "mx"] }));
});

test("how long to wait is said once; where waiting is the advice, right after it", async () => {
  const turn = fullTurn();
  turn.diagnosis.wait = { until: "2026-11-23T08:40:00Z", because: [], caches: [] };
  const until = wordsOf("en").when("2026-11-23T08:40:00Z");
  for (const action of ["wait", "change-record"] as const) {
    turn.diagnosis.action = action;
    const place = await show(turn);
    assert.equal(place.textContent.split(until).length, 2, action);
    assert.equal(partsOf(place)[0] === "wait", action === "wait");
  }
});

test("every new action has its tone, and where nobody has to act there is no message", async () => {
  const turn = arguedTurn({ question: null });
  for (const [action, owner, told] of [
    ["renew-subscription", "buyer", true],
    ["check-domain", "registrant", true],
    ["contact-recipient", "recipient", true],
    ["contact-sender", "sender", true],
    ["wait", "postmaster", false],
    ["fix-on-your-device", "you", false],
    ["contact-support", "alibaba-mail", false],
  ] as const) {
    turn.diagnosis.action = action;
    for (const { causes } of turn.diagnosis.problems) for (const cause of causes) Object.assign(cause, { action, owner });
    const place = await show(turn);
    assert.equal(place.test("verdict")?.get("data-tone"), action === "wait" ? "wait" : "act");
    assert.equal(Boolean(place.test("message")), told, owner);
  }
});

test("the guide is named in full once, where its steps are, and leads to where it comes from", async () => {
  const place = await show(arguedTurn());
  assert.equal(place.by("data-test", "which-guide").length, 1);
});
