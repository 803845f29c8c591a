// What the result says first. Pure.
import type { Action, Diagnosis, RecordToPublish, Turn } from "../../contract";
import type { Words } from "../../words/words";
import { mainCause, recordsNow } from "../state/main-cause";
import { titleOf } from "./kinds";

export function headlineOf(words: Words, { diagnosis }: Turn): string {
  return (diagnosis.topic && titleOf(words, diagnosis.topic.id)) ?? verdictOf(words, diagnosis);
}

/** What to do, as precisely as one line can say it: which record to change, until when to wait, which task it is and whose. */
export function verdictOf(words: Words, diagnosis: Pick<Diagnosis, "action" | "records" | "wait" | "problems">): string {
  const { action, records, wait, problems } = diagnosis;
  const now = recordsNow(records);
  const cause = mainCause(diagnosis);
  const generic = words.t(`action.${action}`);
  if (action === "change-record" && now.length > 0) return recordsHeadline(words, now);
  if (action === "wait" && wait) return words.t("ui.wait-until", { time: wait.until });
  const task = cause && `do.${problems[0]?.id}.${cause.id}`;
  if (!task || !words.has(task) || isSilent(action)) return generic;
  const pattern = `ui.headline.${action}`;
  const told = words.t(task);
  return words.has(pattern) ? words.t(pattern, { do: told }) : told.charAt(0).toLocaleUpperCase(words.tag) + told.slice(1);
}

// What these say is news enough, and nobody has a task.
const isSilent = (action: Action): boolean => ["nothing-wrong", "need-more", "not-alibaba-mail"].includes(action);

function recordsHeadline(words: Words, records: readonly RecordToPublish[]): string {
  const [{ change, type }] = records as [RecordToPublish];
  const same = records.every((one) => one.change === change && one.type === type);
  const count = records.length;
  if (count === 1) return words.t(`ui.headline.${change}`, { type });
  return same ? words.t(`ui.headline.${change}-some`, { count, type }) : words.t("ui.headline.several", { count });
}
