// What of a result can be drawn: the latest that the model shows whose words are there. They load as soon as a turn is known,
// while the lookups go on, and until they are there the result before it stays.
import { packsOf } from "./packs";
import type { Shown } from "./model";

export interface WordsSource {
  packs: readonly string[]; // of the words that are there
  loadPacks(names: readonly string[]): Promise<void>; // and then draws with more words
}

export function createSaid(source: () => WordsSource, first: Shown) {
  let said = first;
  let unfolded = true; // whether what is inside the folds is drawn with the result
  const needs = (shown: Shown): string[] => packsOf(shown, unfolded);
  const canSay = (shown: Shown): boolean => needs(shown).every((pack) => source().packs.includes(pack));
  const load = (shown: Shown): Promise<void> => (canSay(shown) ? Promise.resolve() : source().loadPacks(needs(shown)));
  return {
    canSay,
    load,
    latest: (shown: Shown): Shown => (said = canSay(shown) ? shown : said),
    /** From now on what is inside the folds too. */
    unfold(shown: Shown): Promise<void> {
      unfolded = true;
      return load(shown);
    },
  };
}
