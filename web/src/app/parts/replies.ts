// The questions and their replies: the questions asked, those that the person's own text answered, and the texts of
// replies.
import { questions } from "question-data";
import type { Finding, Question } from "../../contract";
import type { Words } from "../../words/words";

const unknown = "unknown";

/** Also finds a question that this page never asked, as in an opened case or where the person's text answered it. */
export function questionOf(id: string, asked: readonly Question[] = []): Question | undefined {
  const found = asked.find((one) => one.id === id) ?? questions.find((one) => one.id === id);
  return found && { id, kind: found.kind ?? "choice", options: withUnknown(found.options ?? []) };
}

/** "I do not know" is always an option, and the last one. */
export const withUnknown = (options: readonly string[]): string[] => [...options.filter((one) => one !== unknown), unknown];

/** Questions that the person's text answered: "I am the administrator" gives the finding reply.role-postmaster. */
export function impliedBy(findings: readonly Finding[]): { id: string; value: string }[] {
  return findings.flatMap(({ key, args: { question, value, from } }) =>
    key.startsWith("reply.") && from === "words" ? [{ id: String(question), value: String(value) }] : [],
  );
}

export function valueText(words: Words, id: string, value: string): string {
  if (words.has(`question.${id}.${value}`)) return words.t(`question.${id}.${value}`);
  return /^\d+$/.test(value) ? words.number(Number(value)) : value;
}

/** A number as people type it, full-width or with separators; undefined if it is not a number. */
export function numberIn(typed: string): string | undefined {
  const plain = typed.normalize("NFKC").replace(/[\s,_']/g, "");
  return /^\d{1,7}$/.test(plain) ? String(Number(plain)) : undefined;
}
