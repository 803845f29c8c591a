// What is known of the questions: those asked, those that the person's own words answered, and the values of replies in words.
import { questions } from "question-data";
import type { Finding, Question } from "../../contract";
import type { Words } from "../../words/words";

const unknown = "unknown";

/** Also of a question that this page never asked: one of an opened case, one that words answered. */
export function questionOf(id: string, asked: readonly Question[] = []): Question | undefined {
  const found = asked.find((one) => one.id === id) ?? questions.find((one) => one.id === id);
  return found && { id, kind: found.kind ?? "choice", options: withUnknown(found.options ?? []) };
}

/** "I do not know" is always there, and last. */
export const withUnknown = (options: readonly string[]): string[] => [...options.filter((one) => one !== unknown), unknown];

/** Questions that a finding of the words answers: reply.role-postmaster, from the words "I am the administrator". */
export function impliedBy(findings: readonly Finding[]): { id: string; value: string }[] {
  return findings.flatMap(({ key, args: { question, value, from } }) =>
    key.startsWith("reply.") && from === "words" ? [{ id: String(question), value: String(value) }] : [],
  );
}

export function valueText(words: Words, id: string, value: string): string {
  if (words.has(`question.${id}.${value}`)) return words.t(`question.${id}.${value}`);
  return /^\d+$/.test(value) ? words.number(Number(value)) : value;
}

/** Figures as people type them, full-width or with separators; undefined where it is no number. */
export function numberIn(typed: string): string | undefined {
  const plain = typed.normalize("NFKC").replace(/[\s,_']/g, "");
  return /^\d{1,7}$/.test(plain) ? String(Number(plain)) : undefined;
}
