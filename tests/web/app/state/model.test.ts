// An opened case: judged without a network, its replies changed and taken back, saved again unchanged.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { lexicon, wasm, wordsWasm } from "asset-names";
import { createModel, type Shown } from "../../../../web/src/app/state/model";
import { caseText } from "../../../../web/src/app/handover/saved-case";
import type { Case, Turn } from "../../../../web/src/contract";
import { coreBytes, readLexicon, wordsBytes } from "../../support/core-node";
import { root } from "../../support/root";

const asked: string[] = [];

before(() => {
  globalThis.fetch = async (input) => {
    const url = String(input);
    const file = { [wasm]: coreBytes, [wordsWasm]: wordsBytes, [lexicon]: readLexicon }[url.split("/").pop() ?? ""];
    if (file) return new Response(new Uint8Array(await file()));
    asked.push(url);
    throw new TypeError("no network here");
  };
});

const saved = JSON.parse(readFileSync(join(root, "web/examples/account-frozen.json"), "utf8")) as Case;

/** A model, and the next thing that it shows. */
function stage() {
  const waiting: (() => void)[] = [];
  const turns: Turn[] = [];
  const model = createModel({
    resolvers: () => [],
    onChange: () => waiting.splice(0).forEach((go) => go()),
    onDiagnosis: (turn) => void turns.push(turn),
  });
  const when = async (holds: (shown: Shown) => boolean): Promise<Shown> => {
    while (!holds(model.shown())) await new Promise<void>((go) => waiting.push(go));
    return model.shown();
  };
  return { model, when, turns };
}

const best = ({ turn }: Shown): string => `${turn?.diagnosis.problems[0]?.causes[0]?.id}`;

test("it is shown as it was saved, with its time and fields, and nothing is asked", async () => {
  const { model, when } = stage();
  const fields = model.open(saved);
  const shown = await when(({ phase }) => phase === "done");
  assert.deepEqual(fields, { subject: saved.subject, complaint: saved.complaint, start: saved.start ?? "" });
  assert.equal(shown.opened, saved.now);
  assert.equal(best(shown), "account-frozen");
  assert.equal(caseText(model.case() as Case), caseText(saved));
  assert.deepEqual(asked, []);
});

test("what was tried puts the next cause first; taking it back brings the first again", async () => {
  const { model, when } = stage();
  model.open(saved);
  const first = await when(({ phase }) => phase === "done");
  const id = "fix.account-cannot-send.account-frozen";
  model.reply(id, "does-not-apply");
  const next = await when(({ turn }) => turn !== first.turn);
  assert.notEqual(best(next), "account-frozen");
  assert.deepEqual(model.case()?.replies, { ...saved.replies, [id]: "does-not-apply" });
  model.reply(id, undefined);
  const back = await when(({ turn }) => turn !== next.turn);
  assert.equal(best(back), "account-frozen");
  assert.deepEqual(model.case()?.replies, saved.replies ?? {});
});

test("what it is about can be chosen and taken back, and none of it is asked again", async () => {
  const { model, when } = stage();
  model.open(saved);
  const first = await when(({ phase }) => phase === "done");
  model.choose("history-unavailable");
  const next = await when(({ turn }) => turn !== first.turn);
  assert.deepEqual([next.start, model.case()?.start], ["history-unavailable", "history-unavailable"]);
  model.choose("");
  const back = await when(({ turn }) => turn !== next.turn);
  assert.equal(back.start, "");
  assert.equal(caseText(model.case() as Case), caseText({ ...saved, start: undefined }));
  assert.deepEqual(asked, []);
});

test("for a member it is also judged as the administrator sees it, who gets the message", async () => {
  const { model, when, turns } = stage();
  model.open({ ...saved, replies: { role: "member" } });
  const shown = await when(({ phase }) => phase === "done");
  const keys = (turn?: Turn): string[] => turn?.diagnosis.findings.flatMap(({ key }) => (key.startsWith("reply.role") ? [key] : [])) ?? [];
  assert.deepEqual([keys(shown.turn), keys(shown.administrator)], [["reply.role-member"], ["reply.role-postmaster"]]);
  assert.equal(turns.length, 1); // only one of them is the diagnosis
});

test("a text that is no case of the core's is refused in its words", async () => {
  const { model, when } = stage();
  model.open({ ...saved, answers: [{ resolver: 3 } as never] });
  const shown = await when(({ phase }) => phase === "failed" || phase === "done");
  assert.ok(shown.phase === "failed" ? shown.failure === "not-a-case" : shown.turn);
});

test("another case that is opened meanwhile is the one that is shown", async () => {
  const { model, when } = stage();
  model.open(saved);
  model.open({ ...saved, complaint: "503, old mail is gone" });
  const shown = await when(({ phase }) => phase === "done");
  assert.match(shown.complaint, /503/);
});
