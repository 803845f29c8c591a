// Where stories are played: both cores, both schemas, and the rule that native and wasm give the same bytes.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import type { Case, Turn } from "../../../web/src/contract";
import { loadCoreText } from "./core-node";
import { NativeCore } from "./native-core";
import { root } from "./root";
import { answerTurn, maxRounds, opening, type Story } from "./story";

const folder = join(root, "tests/scenarios");
const ajv = new Ajv({ allErrors: true });
const schema = (name: string): object => JSON.parse(readFileSync(join(root, "core", name), "utf8")) as object;
const isCase = ajv.compile(schema("case.schema.json"));
const isTurn = ajv.compile(schema("turn.schema.json"));

export function allStories(): { file: string; story: Story }[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".json")).sort();
  return files.flatMap((name) => {
    const stories = JSON.parse(readFileSync(join(folder, name), "utf8")) as Story[];
    return stories.map((story) => ({ file: name.replace(".json", ""), story }));
  });
}

export interface Performance {
  turns: Turn[]; // every turn, the last one complete
  current: Case; // with all that was answered
}

export class Stage {
  readonly #native = new NativeCore(process.env["ALIMAIL_NATIVE_CORE"] ?? join(root, "build/native/tests/alimail_advance"));
  readonly #wasm = loadCoreText();

  async advance(current: Case): Promise<Turn> {
    assert.ok(isCase(current), JSON.stringify(isCase.errors));
    const text = JSON.stringify(current);
    const turnText = await this.#native.advance(text);
    assert.equal((await this.#wasm)(text), turnText, "native and wasm say the same");
    const turn = JSON.parse(turnText) as Turn;
    assert.ok(isTurn(turn), JSON.stringify(isTurn.errors?.slice(0, 3)));
    return turn;
  }

  async play(story: Story): Promise<Performance> {
    const current = opening(story);
    const turns = [await this.advance(current)];
    while (answerTurn(story, current, turns[turns.length - 1]!)) {
      assert.ok(turns.length <= maxRounds, "the questions come to an end");
      turns.push(await this.advance(current));
    }
    return { turns, current };
  }

  // Throws if the native core did not end well: a sanitizer that finds something at exit counts.
  async close(): Promise<void> {
    assert.equal(await this.#native.close(), 0, "the native core ended well");
  }
}
