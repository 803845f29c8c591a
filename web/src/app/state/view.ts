// What every block gets in addition to its own values: the words of the chosen language, and what the whole page shares.
import type { Args, System } from "../../contract";
import type { Language } from "../../words/language";
import type { Words } from "../../words/words";
import type { Sheet } from "../../style/late";
import type { Fields } from "./model";
import type { Panel } from "./panels";

export interface View {
  words: Words;
  languages: readonly Language[]; // all that the page has
  packs: readonly string[]; // of the words that are there
  loadPacks(names: readonly string[]): Promise<void>; // more of them (packs.ts); they stay
  unfold(): Promise<void>; // loads what the folds of this result say, and from now on of every result before it is drawn
  dress(sheets: readonly Sheet[]): Promise<void>; // adds style sheets that came with a later file
  system: System; // its commands come first
  onSystem(system: System): void;
  announce(text: string): void; // in the one live region
  panel?: Panel; // the DNS panel, once the person chose one
  onPanel(panel: Panel): void;
  fields(): Fields; // what is typed now
  describe(): void; // opens the form, for other words
  nameOf(resolver: string): string;
  regionOf(resolver: string): "china" | "world" | "own";
}

/** Keys that a newer core may add (details, questions) can lack words: show nothing rather than the key. */
export function wordsOr(words: Words, key: string, args?: Args, otherwise = ""): string {
  return words.has(key) ? words.t(key, args) : otherwise;
}
