// Handing over, drawn and pressed without a browser.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Handover } from "../../../../web/src/app/handover/handover";
import type { Turn } from "../../../../web/src/contract";
import { loadCoreNode } from "../../support/core-node";
import { drawn } from "../../support/dom";
import { show, viewIn } from "../../support/drawing";
import { saved } from "../../support/frozen-case";

const view = viewIn("en");

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
