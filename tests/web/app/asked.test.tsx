// A how-to question and "Which is closest?" without a browser: what is shown first, what a press says.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Result } from "../../../web/src/app/result/result";
import type { Shown } from "../../../web/src/app/state/model";
import type { Turn } from "../../../web/src/contract";
import { arguedTurn } from "../../turns/argued.mjs";
import { closestTurn, question, topicTurn, vague } from "../../turns/asked.mjs";
import { drawn, type FakeElement } from "../support/dom";
import { show as draw, viewIn } from "../support/drawing";
import { saved } from "../support/frozen-case";
import { wordsOf } from "../support/words-node";

const nothing = (): void => undefined;
const languages = ["en", "zh-CN", "zh-TW", "ja"];

interface Stage {
  place: FakeElement;
  told: unknown[]; // what was chosen or replied
  press(test: string): Promise<void>;
}

async function show(turn: Turn, change: Partial<Shown> = {}, tag = "en"): Promise<Stage> {
  const told: unknown[] = [];
  const shown: Shown = {
    ...{ phase: "done", turn, refusedByCsp: [], limited: false, start: "", complaint: question, core: "1", asked: [], replies: {} },
    ...{ closest: turn.diagnosis.closest },
    ...change,
  };
  const place = await draw(
    <Result
      view={viewIn(tag)}
      shown={shown}
      turn={turn}
      heading={{ current: null }}
      caseOf={() => saved}
      onReply={(...reply) => void told.push(reply)}
      onChoose={(kind) => void told.push(kind)}
      onRecheck={nothing}
      onWatch={nothing}
      onUnwatch={nothing}
      onRetry={nothing}
    />,
  );
  const press = async (id: string): Promise<void> => {
    place.test(id)?.fire("click");
    await drawn();
  };
  return { place, told, press };
}

const blocks = (place: FakeElement): string[] => {
  const [result] = place.by("part", "result");
  return [...(result?.childNodes ?? [])].flatMap((node) => (node as FakeElement).get("part") ?? []);
};
const ids = (place: FakeElement | undefined, prefix: string): string[] =>
  [...(place?.all() ?? [])].flatMap((each) => {
    const id = each.get("data-test") ?? "";
    return id.startsWith(prefix) ? [id.slice(prefix.length)] : [];
  });

// ---------------------------------------------------------------- topics

test("a how-to question is answered first, also without a domain, and nobody needs to say more", async () => {
  for (const domain of [true, false]) {
    const { place } = await show(topicTurn({ domain }));
    assert.equal(blocks(place)[0], "topic");
    assert.equal(place.test("verdict"), undefined);
    const words = wordsOf("en");
    assert.ok(place.test("topic")?.textContent.includes(words.t("topic.which-mx.answer")));
    assert.deepEqual(ids(place.test("topic"), "step-"), [domain ? "mx-set" : "mx-sets", "one-mx"]);
    assert.deepEqual(ids(place.test("fold-steps"), "step-"), ["ask-authoritative-for-mail"]);
    assert.equal(place.test("topic")?.textContent.includes("mx1.qiye.example"), domain);
    assert.ok(place.test("copy"));
    assert.doesNotMatch(place.textContent, new RegExp(words.t("action.need-more")));
  }
});

test("what DNS shows to be wrong is the second block, as it is without a question", async () => {
  const { place } = await show(topicTurn({ trouble: true }));
  assert.deepEqual(blocks(place).slice(0, 2), ["topic", "verdict"]);
  assert.equal(place.test("verdict")?.get("data-action"), "change-record");
  assert.ok(place.test("problem-login-page-unreachable"));
  assert.equal(place.by("part", "records").length, 1);
});

test("the headline of the question is above that of DNS", async () => {
  const turn = topicTurn({ trouble: true });
  const { place } = await show(turn);
  const [first, second] = [...place.all()].filter(({ localName }) => localName === "h2");
  assert.equal(first?.textContent, wordsOf("en").t("topic.which-mx.title"));
  assert.equal(second?.textContent, wordsOf("en").t("ui.headline.several", { count: turn.diagnosis.records.length }));
});

test("a question of the FAQ has its answer, with the guide's words where they differ", async () => {
  for (const tag of languages) {
    const words = wordsOf(tag);
    const { place } = await show(topicTurn({ faq: true }), {}, tag);
    const text = place.test("topic")?.textContent ?? "";
    assert.ok(text.includes(words.t("faq.dns-propagation-time.answer")), tag);
    assert.equal(text.includes(words.t("ui.guide-says")), words.has("faq.dns-propagation-time.answer.guide"), tag);
  }
});

test("the words that ask are marked once, whether or not a finding says it too", async () => {
  const turn = topicTurn();
  for (const findings of [turn.diagnosis.findings, []]) {
    turn.diagnosis.findings = findings;
    const { place } = await show(turn);
    const marks = [...(place.test("quoted")?.all() ?? [])].filter(({ localName }) => localName === "mark");
    assert.deepEqual(
      marks.map((mark) => [mark.childNodes[0]?.textContent, mark.get("data-keys")]),
      [["which MX records", "reads.which-mx"]],
    );
    assert.ok(marks[0]?.textContent.includes(wordsOf("en").t("topic.which-mx.title")));
  }
});

test("what a sentence reads like is said in the argument, by the title of the kind", async () => {
  const turn = arguedTurn();
  const key = "reads.account-cannot-send";
  turn.diagnosis.findings.push({ key, severity: "info", args: { share: 71, matched: ["a window says"] } });
  for (const { causes } of turn.diagnosis.problems) for (const cause of causes) cause.supports.push(key);
  for (const tag of languages) {
    const { place } = await show(turn, {}, tag);
    const [line] = place.by("data-finding", key);
    assert.ok(line?.textContent.includes("a window says"), tag);
    assert.ok(line?.textContent.includes(wordsOf(tag).t("problem.account-cannot-send.title")), tag);
  }
});

// ---------------------------------------------------------------- which is closest

test("the best three kinds are offered, all others in a fold: problems first, then questions", async () => {
  const { place } = await show(closestTurn());
  const kinds = ids(place.test("closest"), "closest-").filter((id) => id !== "more");
  assert.deepEqual(kinds.slice(0, 3), ["mail-not-arriving", "which-mx", "client-cannot-connect"]);
  assert.equal(kinds.pop(), "none");
  const inFold = ids(place.test("closest-more"), "closest-").slice(1);
  assert.deepEqual(inFold, kinds.slice(3));
  const firstTopic = inFold.indexOf("check-account-status");
  assert.equal(inFold.indexOf("not-alibaba-mail"), firstTopic - 1); // the kind other-service is a symptom of it
  assert.equal(new Set(kinds).size, 23);
});

test("the sentence that nothing was recognised is above it, in the same card", async () => {
  const { place } = await show(closestTurn(), { complaint: vague });
  const texts = [...(place.test("verdict")?.childNodes ?? [])];
  const said = texts.findIndex(({ textContent }) => textContent === wordsOf("en").t("ui.not-recognised"));
  assert.ok(said > 0 && said < texts.findIndex((node) => (node as FakeElement).get("data-test") === "closest"));
});

test("one press chooses a kind, another one says none of these", async () => {
  const { told, press } = await show(closestTurn());
  await press("closest-which-mx");
  await press("closest-password-reset");
  await press("closest-none");
  assert.deepEqual(told, ["which-mx", "password-reset", ["closest", "none"]]);
});

test("after none of these it is said what to do next", async () => {
  const { place, told, press } = await show(closestTurn({ none: true }), { replies: { closest: "none" }, closest: ["which-mx"] });
  assert.ok(place.test("closest-next"));
  assert.ok(place.test("closest-describe"));
  assert.equal(place.test("closest"), undefined);
  await press("closest-support");
  await press("closest-undo");
  assert.deepEqual(told, ["contact-support", ["closest", undefined]]);
});

test("what was chosen can be changed and taken back; without an offer nothing is said of it", async () => {
  const { place, told, press } = await show(topicTurn(), { start: "which-mx", closest: ["which-mx", "migrate"] });
  const row = place.test("closest-chosen");
  assert.equal(row?.get("data-value"), "which-mx");
  assert.equal(row?.test("closest-which-mx")?.get("aria-pressed"), "true");
  await press("closest-migrate");
  await press("closest-undo");
  assert.deepEqual(told, ["migrate", ""]);
  assert.equal((await show(topicTurn(), { start: "which-mx" })).place.test("closest-chosen"), undefined);
});

test("every text is found, in every language", async () => {
  for (const tag of languages) {
    const turns = [topicTurn(), topicTurn({ trouble: true, faq: true }), closestTurn(), closestTurn({ none: true })];
    for (const turn of turns) {
      const { place } = await show(turn, { replies: turn === turns[3] ? { closest: "none" } : {} }, tag);
      assert.doesNotMatch(place.textContent, /\[[a-z-]+\.[\w.-]+\]|\{[a-z]+(:\w+)?\}|undefined|reads\./);
    }
  }
});
