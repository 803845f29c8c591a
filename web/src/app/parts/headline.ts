// What the result says first, and whether it says anything. Pure.
import type { Action, RecordToPublish, Turn } from "../../contract";
import type { Words } from "../../words/words";
import type { Shown } from "../state/model";
import { titleOf } from "./kinds";

export function headlineOf(words: Words, { diagnosis: { topic, action, records } }: Turn): string {
  return (topic && titleOf(words, topic.id)) ?? verdictOf(words, action, records);
}

/** What to do, as precisely as one line can say it: which record, if there is one to change. */
export function verdictOf(words: Words, action: Action, records: readonly RecordToPublish[]): string {
  const now = records.filter(({ later }) => !later);
  const [record] = now;
  if (action !== "change-record" || !record) return words.t(`action.${action}`);
  return now.length > 1
    ? words.t("ui.headline.several", { count: now.length })
    : words.t(`ui.headline.${record.change}`, { type: record.type });
}

export const isAnswered = (turn?: Turn): boolean => Boolean(turn?.diagnosis.topic ?? turn?.diagnosis.problems.length);

/** Whether the words told nothing, and the result does not ask which kind is closest. */
export const isLost = ({ turn, closest }: Shown): boolean =>
  !closest && (turn?.diagnosis.findings.some(({ key }) => key === "words.unrecognised") ?? false);
