// What of a result can be drawn: the latest that the model shows whose words are there. They load as soon as a turn is known,
// while the lookups go on, and until they are there the result before it stays.
import { packsOf, packsOfLeading } from "./packs";
import type { Shown } from "./model";
import type { View } from "./view";

export function createSaid(source: () => Pick<View, "packs" | "loadPacks">, first: Shown) {
  let [latest, said] = [first, first];
  let unfolded = false; // whether what is inside the folds is drawn with the result
  const needs = (shown: Shown): string[] => packsOf(shown, unfolded);
  const canSay = (shown: Shown): boolean => needs(shown).every((pack) => source().packs.includes(pack));
  return {
    canSay,
    load(shown: Shown): Promise<void> {
      // What the lookups may still find for the leading problem comes meanwhile.
      const early = shown.turn ? packsOfLeading(shown.turn) : [];
      source()
        .loadPacks(early)
        .catch(() => undefined);
      return source().loadPacks(needs(shown));
    },
    drawable(shown: Shown): Shown {
      latest = shown;
      return (said = canSay(shown) ? shown : said);
    },
    /** Loads what the folds of the result say, and from now on of every result before it is drawn. */
    async unfold(): Promise<void> {
      for (let shown: Shown | undefined; shown !== latest; ) {
        shown = latest;
        await source().loadPacks(packsOf(shown, true));
      }
      unfolded = true;
    },
  };
}
