// Opening a case that somebody saved, drawn and pressed without a browser.

import assert from "node:assert/strict";
import { test } from "node:test";
import { OpenCase } from "../../../../web/src/app/handover/open-case";
import { caseText } from "../../../../web/src/app/handover/saved-case";
import type { Case } from "../../../../web/src/contract";
import { drawn } from "../../support/dom";
import { show, viewIn } from "../../support/drawing";
import { saved } from "../../support/frozen-case";

const view = viewIn("en");

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
