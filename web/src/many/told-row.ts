// What a row says in words. Pure.
import { verdictOf } from "../app/parts/headline";
import type { Words } from "../words/words";
import { kindOf, type Row } from "./row";

/** The verdict in one line; for a row that is not done, its state. */
export function headlineOf(words: Words, row: Row): string {
  const { state, found } = row;
  if (state === "failed") return words.t("many.state.failed");
  if (!found) return words.t(`many.state.${state}`);
  if (kindOf(row) === "unclear") return words.t("state.cannot-tell");
  if (found.action === "need-more") return words.t("many.verdict.asks");
  return verdictOf(words, { action: found.action, records: found.records, problems: [] });
}

export function causeOf(words: Words, { found }: Row): string | undefined {
  const key = `cause.${found?.problem}.${found?.cause}.title`;
  return words.has(key) ? words.t(key) : undefined;
}
