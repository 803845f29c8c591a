// Draws a block for a test, with the view that the page would give it.

import { render, type ComponentChild } from "preact";
import type { View } from "../../../web/src/app/state/view";
import { languages } from "../../../web/src/words/language";
import { drawn, stageDocument, type FakeElement } from "./dom";
import { wordsOf } from "./words-node";

export function viewIn(tag: string): View {
  return {
    words: wordsOf(tag),
    languages,
    system: "linux",
    onSystem() {},
    announce() {},
    onPanel() {},
    packs: [],
    loadPacks: () => Promise.resolve(),
    unfold: () => Promise.resolve(),
    dress: () => Promise.resolve(),
    describe() {},
    fields: () => ({ subject: "", complaint: "", start: "" }),
    nameOf: (id) => id,
    regionOf: () => "own",
  };
}

/** Draws into a new document, or again into a place that has been drawn into. */
export async function show(what: ComponentChild, place: FakeElement = stageDocument()): Promise<FakeElement> {
  render(what, place as unknown as Element);
  await drawn();
  return place;
}
