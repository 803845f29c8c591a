// The message that a person forwards to whoever can fix it: plain text, complete without this page.
import type { Cause, Instruction, Problem, RecordToPublish, Turn } from "../../contract";
import { changeKey } from "../state/panels";
import { argsOf } from "../verdict/problem";
import { nameOf } from "../verdict/verdict";
import { oneLine } from "../../words/one-line";
import type { View } from "../state/view";

/** `administrator`: the same turn as the recipient of the message would see it. */
export function messageFor({ words }: View, turn: Turn, problem: Problem, cause: Cause, administrator = turn): string {
  const key = `cause.${problem.id}.${cause.id}`;
  const { records } = turn.diagnosis;
  // Whoever publishes records needs those and the first two steps; the other steps are for the person who asks.
  const wanted = stepsOf(administrator, problem, cause)
    .filter(({ id }) => id !== "ask-postmaster")
    .slice(0, records.length > 0 ? 2 : undefined);
  const steps = wanted.map(({ id, args }, index) => `${index + 1}. ${words.t(`step.${id}`, args)}`);
  const lines = [
    words.t("ui.message.opening", { name: nameOf(turn) || "-" }),
    "",
    words.t(`problem.${problem.id}.title`),
    words.t("ui.message.cause", { cause: words.t(`${key}.title`), state: words.t(`state.${cause.state}`) }),
    words.t(`${key}.why`, argsOf(cause)),
    "",
    ...(records.length > 0
      ? [
          words.t("ui.records"),
          ...records.flatMap((record) => [
            `  ${words.t(changeKey(record), { current: record.current ?? [] })}`,
            `    ${lineOf(record)}`,
            ...(record.leftOut ? [`    ${words.t("change.left-out", { terms: record.leftOut })}`] : []),
          ]),
          "",
        ]
      : []),
    words.t("ui.message.steps"),
    ...steps,
  ];
  return lines.map(oneLine).join("\n").trim();
}

const lineOf = ({ host, type, value, priority }: RecordToPublish): string =>
  [host, type, ...(priority === undefined ? [] : [String(priority)]), value].join("  ");

function stepsOf({ diagnosis }: Turn, problem: Problem, cause: Cause): Instruction[] {
  const same = diagnosis.problems.find(({ id }) => id === problem.id)?.causes.find(({ id }) => id === cause.id);
  return (same ?? cause).steps;
}
