// The wasm gives the memory of a turn back when the turn is made, so it needs as much as its largest case, however many
// cases it was asked.

import assert from "node:assert/strict";
import { test } from "node:test";
import { advanceText } from "../../../web/src/core/module";
import type { Case } from "../../../web/src/contract";
import { startMeasured } from "../support/measured-core";

const now = "2026-11-23T08:00:00Z";

const caseText = (complaint: string, more: Partial<Case> = {}): string =>
  JSON.stringify({ version: 1, now, subject: "abc.example", complaint, ...more });

const small = caseText("my account is frozen");

test("a thousand cases need no more memory than one", async () => {
  const { module, bytes } = await startMeasured();
  const turn = advanceText(module, small);
  const needed = bytes();
  for (let i = 0; i < 1000; ++i) assert.equal(advanceText(module, small), turn);
  assert.equal(bytes(), needed);
});

test("after a case of 8 MiB, small ones give the same turns as before, and the next large one needs no more memory", async () => {
  const { module, bytes } = await startMeasured();
  const turn = advanceText(module, small);
  const large = [caseText("frozen. ".repeat(1_040_000)), `[${"[],".repeat(2_790_000)}0]`];
  let needed = 0;
  for (let round = 0; round < 3; ++round) {
    for (const text of large) {
      assert.doesNotMatch(advanceText(module, text), /too-large/);
      assert.equal(advanceText(module, small), turn);
    }
    needed ||= bytes();
    assert.equal(bytes(), needed);
  }
});
