// What every block gets besides its own values: the words of the chosen language, and what the whole page shares.
import type { Args, System } from "../../contract";
import type { Language } from "../../words/language";
import type { Words } from "../../words/words";
import type { Fields } from "./model";
import type { Panel } from "./panels";

export interface View {
  words: Words;
  languages: readonly Language[]; // that the page speaks
  allWords(): Promise<void>; // brings those that only a result or the guide needs
  system: System; // whose commands come first
  onSystem(system: System): void;
  announce(text: string): void; // into the one live region
  panel?: Panel; // in which records are entered, once it was chosen
  onPanel(panel: Panel): void;
  fields(): Fields; // what is typed at this moment
  nameOf(resolver: string): string;
  regionOf(resolver: string): "china" | "world" | "own";
}

/** Keys of open sets (details, questions of a newer core) may lack words: then nothing is said rather than a key. */
export function wordsOr(words: Words, key: string, args?: Args, otherwise = ""): string {
  return words.has(key) ? words.t(key, args) : otherwise;
}
