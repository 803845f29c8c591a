// Handing over and opening again, drawn and pressed without a browser; and the field with a text that is too long.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { render, type ComponentChild } from "preact";
import { Form } from "../../../../web/src/app/ask/form";
import { Handover } from "../../../../web/src/app/handover/handover";
import type { Shown } from "../../../../web/src/app/state/model";
import { OpenCase } from "../../../../web/src/app/handover/open-case";
import { Result } from "../../../../web/src/app/result";
import { caseText } from "../../../../web/src/app/handover/saved-case";
import type { View } from "../../../../web/src/app/state/view";
import type { Case, Turn } from "../../../../web/src/contract";
import { languages } from "../../../../web/src/words/language";
import { loadCoreNode } from "../../support/core-node";
import { drawn, stageDocument, type FakeElement } from "../../support/dom";
import { root } from "../../support/root";
import { wordsOf } from "../../support/words-node";

const saved: Case = {
  ...(JSON.parse(readFileSync(join(root, "web/examples/account-frozen.json"), "utf8")) as Case),
  subject: "wang@abc.example",
  complaint: "wang@abc.example: AccountFrozen\npassword: hunter2",
};

const view: View = {
  words: wordsOf("en"), languages, system: "linux", onSystem() {}, announce() {}, onPanel() {}, nameOf: (id) => id,
  regionOf: () => "own", fields: () => ({ subject: "", complaint: "", start: "" }),
  allWords: () => Promise.resolve(),
};

async function show(what: ComponentChild): Promise<FakeElement> {
  const place = stageDocument();
  render(what, place as unknown as Element);
  await drawn();
  return place;
}

test("the bundle is shown as it is copied, and has the mailboxes once they are ticked", async () => {
  const turn = (await loadCoreNode()).advance(saved) as Turn;
  const place = await show(<Handover view={view} turn={turn} core="1" one={saved} />);
  const text = (): string => [...(place.test("bundle-text")?.all() ?? [])].find(({ localName }) => localName === "code")?.textContent ?? "";
  assert.doesNotMatch(text(), /wang@|hunter2/);
  const tick = place.test("bundle-addresses");
  if (tick) tick.checked = true;
  tick?.fire("change");
  await drawn();
  assert.match(text(), /wang@abc\.example/);
  assert.doesNotMatch(text(), /hunter2/);
});

test("the case as text is made only when it is wanted, and is masked as well", async () => {
  const turn = (await loadCoreNode()).advance(saved) as Turn;
  const place = await show(<Handover view={view} turn={turn} core="1" one={saved} />);
  const fold = place.test("case-as-text");
  assert.doesNotMatch(fold?.textContent ?? "", /"version"/);
  if (fold) fold.open = true;
  fold?.fire("toggle");
  await drawn();
  assert.match(fold?.textContent ?? "", /"version":1/);
  assert.doesNotMatch(place.textContent, /wang@|hunter2/);
});

for (const [what, text, code] of [
  ["no JSON", "hello", "not-json"],
  ["another file", "{}", "not-a-case"],
  ["a newer case", '{"version":2}', "newer"],
] as const) {
  test(`pasting ${what} gives a sentence, and a case after it is opened`, async () => {
    const opened: Case[] = [];
    const place = await show(<OpenCase view={view} onOpen={(one) => void opened.push(one)} />);
    const paste = async (pasted: string): Promise<void> => {
      const box = place.test("open-text");
      if (box) box.value = pasted;
      place.test("open-pasted")?.fire("click");
      await drawn();
    };
    await paste(text);
    assert.equal(place.test("open-error")?.get("data-code"), code);
    assert.equal(opened.length, 0);
    await paste(caseText(saved));
    assert.equal(place.test("open-error"), undefined);
    assert.equal(opened[0]?.complaint, saved.complaint);
  });
}

test("a file that is too large is not even read", async () => {
  const place = await show(<OpenCase view={view} onOpen={() => assert.fail("opened")} />);
  const input = place.test("open-file");
  Object.assign(input ?? {}, { files: [{ size: 9_000_000, text: () => assert.fail("read") }] });
  input?.fire("change");
  await drawn();
  assert.equal(place.test("open-error")?.get("data-code"), "too-large");
});

for (const [what, complaint, cut] of [
  ["a sentence", "it does not open", false],
  ["64 kB to the byte", "x".repeat(65536), false],
  ["one byte more", "x".repeat(65537), true],
  ["a mail of 2 MB", "x".repeat(2_000_000), true],
  ["64 kB in Chinese", "邮".repeat(21_845), false],
  ["a character more of it", "邮".repeat(21_846), true],
] as const) {
  test(`${what} is ${cut ? "said to be cut" : "read whole"}, and stays in the field`, async () => {
    const fields = { subject: "", complaint, start: "" };
    const place = await show(
      <Form view={view} fields={fields} choosing={false} compact={false} subjectBox={{ current: null }} onChange={() => {}} onRun={() => {}} />,
    );
    assert.equal(place.test("complaint-cut") !== undefined, cut);
    assert.equal(place.test("complaint")?.value.length, complaint.length);
  });
}

test("who types on in the form draws nothing of the result again", async () => {
  let said = 0;
  const turn = (await loadCoreNode()).advance(saved) as Turn;
  const words = { ...view.words, t: (...key: Parameters<View["words"]["t"]>) => ((said += 1), view.words.t(...key)) };
  const shown: Shown = { phase: "done", turn, refusedByCsp: [], limited: false, complaint: saved.complaint, core: "1", asked: [], replies: {} };
  const nothing = () => {};
  const all = { onReply: nothing, onRecheck: nothing, onWatch: nothing, onUnwatch: nothing, onRetry: nothing };
  const props = { view: { ...view, words }, shown, turn, heading: { current: null }, caseOf: () => saved, ...all };
  const place = stageDocument();
  const draw = async (): Promise<void> => {
    render(<Result {...props} />, place as unknown as Element);
    await drawn();
  };
  await draw();
  const first = said;
  await draw();
  assert.ok(first > 20);
  assert.equal(said, first);
});
