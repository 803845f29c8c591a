// Whether a turn tells anything. Pure.
import type { Turn } from "../../contract";
import type { Shown } from "./model";

export const isAnswered = (turn?: Turn): boolean => Boolean(turn?.diagnosis.topic ?? turn?.diagnosis.problems.length);

/** Whether the words told nothing, and the result does not ask which kind is closest. */
export const isLost = ({ turn, closest }: Shown): boolean =>
  !closest && (turn?.diagnosis.findings.some(({ key }) => key === "words.unrecognised") ?? false);
