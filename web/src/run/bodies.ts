// Limits how much of the answers of one run is kept.
import type { Answer } from "../contract";

// Characters of all bodies together. The core reads half as much; the rest would only cost time and memory, and make a case
// that it refuses as a whole. A normal domain has 50,000.
export const maxBodies = 500_000;

/** Gives an answer back as it is, or without its body if that no longer fits. Smaller ones may still fit after it. */
export function bodyLimit(onCut: () => void): (answer: Answer) => Answer {
  let room = maxBodies;
  return (answer) => {
    const { body, bodyBase64, ...rest } = answer;
    const size = (body ?? bodyBase64 ?? "").length;
    if (size <= room) {
      room -= size;
      return answer;
    }
    onCut();
    return { ...rest, failure: "unreadable" };
  };
}
