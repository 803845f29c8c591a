// The kinds of what a person may mean: problems, and topics (how-to questions). Pure.
import type { Words } from "../../words/words";

// The model reads mail of other providers as a kind of its own; it is a symptom of this problem.
const problemOf = (kind: string): string => (kind === "other-service" ? "not-alibaba-mail" : kind);

export const isTopic = (words: Words, kind: string): boolean => words.has(`topic.${kind}.title`);

/** undefined: there are no words for it. */
export function titleOf(words: Words, kind: string): string | undefined {
  return [`topic.${kind}.title`, `problem.${problemOf(kind)}.title`].filter(words.has).map((key) => words.t(key))[0];
}

/** What can be chosen, each once, in the order of the core. */
export const choosable = (words: Words, kinds: readonly string[]): string[] =>
  [...new Set(kinds.map(problemOf))].filter((kind) => titleOf(words, kind) !== undefined);
