// The packs of words that a turn needs (app/state/packs.ts) hold all that is drawn of it: the first and the last turn of every story, in every
// language in turn: the folded result, everything unfolded, the message, and what is handed over.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { join } from "node:path";
import type { Shown } from "../../../web/src/app/state/model";
import { bundleText } from "../../../web/src/app/handover/bundle";
import { Result } from "../../../web/src/app/result/result";
import { listPacks } from "locale-keys";
import { formPacks, packsOf } from "../../../web/src/app/state/packs";
import { messageFor } from "../../../web/src/app/todo/message";
import { foundIn } from "../../../web/src/many/row";
import { csvOf } from "../../../web/src/many/export";
import { Detail } from "../../../web/src/many/detail";
import { differencesOf } from "../../../web/src/app/result/differences";
import { Differs, Dns, Reasons } from "../../../web/src/app/result/inside";
import { render, type ComponentChild } from "preact";
import type { Case, Turn } from "../../../web/src/contract";
import { languages } from "../../../web/src/words/language";
import type { Words } from "../../../web/src/words/words";
import { localePacks } from "../../../web/tools/plugins/locale-keys.mjs";
import { stageDocument } from "../support/dom";
import { viewIn } from "../support/drawing";
import { root } from "../support/root";
import { allStories, Stage } from "../support/stage";
import type { Story } from "../support/story";
import { textsOf, wordsOf } from "../support/words-node";

const stage = new Stage();
after(() => stage.close());

const { packs } = localePacks(join(root, "web/locales"), join(root, "core"));
const wholes = new Map(languages.map(({ tag }) => [tag, wordsOf(tag)]));
const nothing = (): void => undefined;
const deaf = { onReply: nothing, onChoose: nothing, onRecheck: nothing, onWatch: nothing, onUnwatch: nothing, onRetry: nothing };

/** The words of a language; what is asked for and is in another pack than these is added to `missed`. */
function wordsIn(tag: string, names: readonly string[], missed: Set<string>): Words {
  const whole = wholes.get(tag) as Words;
  const there = new Set(names.flatMap((name) => packs[name] ?? []));
  const noted = (key: string): string => {
    if (whole.has(key) && !there.has(key)) missed.add(key);
    return key;
  };
  return {
    ...whole,
    has: (key) => whole.has(noted(key)),
    t: (key, args) => whole.t(noted(key), args),
    rich: (key, args) => whole.rich(noted(key), args),
  };
}

const draw = (what: ComponentChild): void => {
  const place = stageDocument() as unknown as Element;
  render(what, place);
  render(null, place);
};

function shownOf(turn: Turn, { start = "", complaint = "", replies = {} }: Story): Shown {
  const asked = turn.ask.question ? [turn.ask.question] : [];
  return { ...{ phase: "done", turn, refusedByCsp: [], limited: false, core: "1" }, ...{ start, complaint, asked, replies } };
}

// What is inside the large folds comes later.
function drawFolded(shown: Shown, turn: Turn, one: Case, words: Words): void {
  const view = { ...viewIn(words.tag), words };
  draw(<Result view={view} shown={shown} turn={turn} heading={{ current: null }} caseOf={() => one} {...deaf} />);
}

function drawAll(shown: Shown, turn: Turn, one: Case, words: Words): void {
  const view = { ...viewIn(words.tag), words };
  drawFolded(shown, turn, one, words);
  const { problems, topic } = turn.diagnosis;
  draw(<Reasons view={view} turn={turn} complaint={shown.complaint} />);
  draw(<Dns view={view} turn={turn} />);
  draw(<Differs view={view} rows={differencesOf(words.has, problems[0], topic)} />);
  const versions = { page: "1", core: "1" };
  bundleText({ words, nameOf: (id) => id, turn, one, addresses: false, format: "text", versions });
  const [problem] = turn.diagnosis.problems;
  const cause = problem?.causes[0];
  if (problem && cause) messageFor({ view, turn, problem, cause, one });
}

test("the words of every turn of every story are in the packs that it loads", { timeout: 600_000 }, async () => {
  let count = 0;
  const lost: string[] = [];
  for (const { file, story } of allStories()) {
    const { turns, current } = await stage.playQuickly(story);
    for (const turn of [...turns.slice(0, 1), ...turns.slice(-1)]) {
      count += 1;
      const { tag } = languages[count % languages.length]!;
      const shown = shownOf(turn, story);
      for (const unfolded of [false, true]) {
        const missed = new Set<string>();
        const words = wordsIn(tag, [...formPacks, ...packsOf(shown, unfolded)], missed);
        (unfolded ? drawAll : drawFolded)(shown, turn, current, words);
        if (missed.size > 0) lost.push(`${unfolded ? "unfolded" : "folded"} ${file}: ${story.story}: ${[...missed].join(" ")}`);
      }
    }
  }
  assert.deepEqual(lost.slice(0, 10), [], `${lost.length} of ${count} turns`);
});

test("a pack that is not there is noticed", async () => {
  const [story] = allStories().filter((each) => each.file === "login-page-unreachable");
  const { turns, current } = await stage.playQuickly(story!.story);
  const turn = turns[turns.length - 1]!;
  const missed = new Set<string>();
  drawFolded(shownOf(turn, story!.story), turn, current, wordsIn("en", [...formPacks, "more"], missed));
  assert.ok(
    [...missed].some((key) => key.startsWith("cause.login-page-unreachable.")),
    [...missed].join(" "),
  );
});

test("a list of domains has the words of everything that DNS alone shows", { timeout: 600_000 }, async () => {
  const missed = new Set<string>();
  const words = wordsIn("en", [...formPacks, "many", ...listPacks], missed);
  const view = { ...viewIn("en"), words };
  for (const { story } of allStories().filter((each) => each.story.subject !== "")) {
    const { complaint: _complaint, start: _start, replies: _replies, ...rest } = story;
    const { turns } = await stage.play(rest, (current) => stage.quickly({ ...current, brief: true }));
    const turn = turns[turns.length - 1]!;
    const row = { domain: "abc.example", subject: "abc.example", state: "done" as const, found: foundIn(turn, "2026-11-23T08:00:00Z") };
    draw(<Detail view={view} row={row} />);
    csvOf([row], { words, nameOf: (id) => id });
    assert.deepEqual([...missed], [], story.story);
  }
});

test("every language has the keys that English has, so what is there in one is there in all", () => {
  for (const { tag } of languages) assert.deepEqual(Object.keys(textsOf(tag)).sort(), Object.keys(textsOf("en")).sort());
});
