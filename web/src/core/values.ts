// The values that fill in the words of steps are written once in a turn. The page reads them at each step. Pure.
import type { Instruction, Refusal, Turn } from "../contract";

/** The same turn; each instruction in it has the values of the diagnosis as its args. */
export function withValues(turn: Turn | Refusal): Turn | Refusal {
  if ("error" in turn) return turn;
  const { values, problems, topic, otherwise } = turn.diagnosis;
  const causes = problems.flatMap((problem) => problem.causes);
  const lists: (Instruction[] | undefined)[] = [
    otherwise,
    topic?.steps,
    ...causes.flatMap(({ steps, verify, meanwhile, notes }) => [steps, verify, meanwhile, notes]),
  ];
  for (const instruction of lists.flatMap((list) => list ?? [])) instruction.args = values;
  return turn;
}
