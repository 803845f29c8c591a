// Where the troubleshooting guide says something else than what leads on this page, which mostly is Alibaba's documentation. Pure.
import type { Args, Cause, Instruction, Problem, Topic } from "../../contract";
import { argsOf } from "../parts/args-of";

export interface Difference {
  id: string; // of the statement that leads
  guide: string; // of the guide's own words
  args: Args;
  source?: string;
}

/** Of the answer and of all causes of a problem, each statement once. */
export function differencesOf(has: (key: string) => boolean, problem: Problem | undefined, topic: Topic | undefined): Difference[] {
  const found = new Map<string, Difference>();
  const add = (id: string, guide: string, args: Args, source?: string): void => {
    if (has(guide) && !found.has(guide)) found.set(guide, { id, guide, args, ...(source ? { source } : {}) });
  };
  const statements = (kind: string, all: Instruction[] = []): void => {
    for (const { id, args, source } of all) add(`${kind}.${id}`, `${kind}.${id}.guide`, args, source);
  };
  const ofCause = (id: string, cause: Cause): void => {
    const key = `cause.${id}.${cause.id}`;
    add(`${key}.why`, `${key}.guide`, argsOf(cause), cause.source);
    statements("step", cause.steps);
    statements("step", cause.meanwhile);
    statements("verify", cause.verify);
    statements("note", cause.notes);
  };
  statements("step", topic?.steps);
  if (problem) add(`problem.${problem.id}.title`, `problem.${problem.id}.title.guide`, {});
  problem?.causes.forEach((cause) => ofCause(problem.id, cause));
  return [...found.values()];
}
