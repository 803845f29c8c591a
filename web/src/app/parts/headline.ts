// What the result says first, and whether it says anything. Pure.
import type { Turn } from "../../contract";
import type { Words } from "../../words/words";
import type { Shown } from "../state/model";
import { titleOf } from "./kinds";

export function headlineOf(words: Words, { diagnosis: { topic, action } }: Turn): string {
  return (topic && titleOf(words, topic.id)) ?? words.t(`action.${action}`);
}

export const isAnswered = (turn?: Turn): boolean => Boolean(turn?.diagnosis.topic ?? turn?.diagnosis.problems.length);

/** Whether the words told nothing, and the result does not ask which kind is closest. */
export const isLost = ({ turn, closest }: Shown): boolean =>
  !closest && (turn?.diagnosis.findings.some(({ key }) => key === "words.unrecognised") ?? false);
