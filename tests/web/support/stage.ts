// Plays stories on the three cores, checks both schemas, and checks that native, wasm and the fallback give the same bytes.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import type { Case, Turn } from "../../../web/src/contract";
import { withValues } from "../../../web/src/core/values";
import { loadCoreText, loadFallbackText, loadFirstPartText } from "./core-node";
import { NativeCore } from "./native-core";
import { root } from "./root";
import { answerTurn, maxRounds, opening, type Story } from "./story";

const folder = join(root, "tests/scenarios");
const ajv = new Ajv({ allErrors: true });
const schema = (name: string): object => JSON.parse(readFileSync(join(root, "core", name), "utf8")) as object;
const isCase = ajv.compile(schema("case.schema.json"));
const isTurn = ajv.compile(schema("turn.schema.json"));

export function allStories(): { file: string; story: Story }[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort();
  return files.flatMap((name) => {
    const stories = JSON.parse(readFileSync(join(folder, name), "utf8")) as Story[];
    return stories.map((story) => ({ file: name.replace(".json", ""), story }));
  });
}

// A page has to draw it, and a case has to fit into a mail: a hostile zone must not make a turn unbounded.
const maxTurnText = 400_000;

export interface Performance {
  turns: Turn[]; // every turn, the last one complete
  current: Case; // with all answers
}

export class Stage {
  readonly #native = new NativeCore();
  readonly #wasm = process.env["ALIMAIL_NATIVE_ONLY"] ? undefined : loadCoreText(); // only while writing stories
  readonly #firstPart = process.env["ALIMAIL_NATIVE_ONLY"] ? undefined : loadFirstPartText();
  readonly #fallback = process.env["ALIMAIL_NATIVE_ONLY"] ? undefined : loadFallbackText();

  async advance(current: Case): Promise<Turn> {
    assert.ok(isCase(current), JSON.stringify(isCase.errors));
    const text = JSON.stringify(current);
    const turnText = await this.#native.advance(text);
    if (this.#wasm !== undefined) assert.equal((await this.#wasm)(text), turnText, "native and wasm say the same");
    if (this.#firstPart !== undefined && current.complaint === "")
      assert.equal((await this.#firstPart)(text), turnText, "who wrote nothing needs no more than the first part of the wasm");
    if (this.#fallback !== undefined) assert.equal((await this.#fallback)(text), turnText, "native and the fallback say the same");
    assert.ok(turnText.length < maxTurnText, `a turn of ${turnText.length} characters`);
    return this.#turnOf(turnText);
  }

  // Only by the fast core: for what runs many thousand times.
  async quickly(current: Case): Promise<Turn> {
    const text = JSON.stringify(current);
    return this.#turnOf(await (this.#wasm === undefined ? this.#native.advance(text) : (await this.#wasm)(text)));
  }

  #turnOf(text: string): Turn {
    const turn = JSON.parse(text) as Turn;
    assert.ok(isTurn(turn), JSON.stringify(isTurn.errors?.slice(0, 3)));
    return withValues(turn) as Turn;
  }

  async play(story: Story, advance = (current: Case): Promise<Turn> => this.advance(current)): Promise<Performance> {
    const current = opening(story);
    const turns = [await advance(current)];
    while (answerTurn(story, current, turns[turns.length - 1]!)) {
      assert.ok(turns.length <= maxRounds, `${story.story}: the questions come to an end`);
      turns.push(await advance(current));
    }
    return { turns, current };
  }

  playQuickly(story: Story): Promise<Performance> {
    return this.play(story, (current) => this.quickly(current));
  }

  async allTurns(story: Story): Promise<Turn[]> {
    return (await this.playQuickly(story)).turns;
  }

  // What the checker says at the end.
  async ending(story: Story): Promise<Turn> {
    return (await this.allTurns(story)).slice(-1)[0]!;
  }

  // Throws if the native core failed, for example because a sanitizer reported something at exit.
  async close(): Promise<void> {
    assert.equal(await this.#native.close(), 0, "the native core ended well");
  }
}
