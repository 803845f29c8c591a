// What to do, numbered, in the order of doing.
import type { Instruction } from "../../contract";
import { CommandLines } from "./commands";
import { Statement, type Plain } from "./statement";
import type { View } from "../state/view";

interface StepsProps {
  view: View;
  steps: Instruction[] | undefined;
  title: string; // key of its words
  part: string;
  after?: number; // how many steps come before these, elsewhere
}

export function Steps({ view, steps = [], title, part, after = 0 }: StepsProps) {
  if (steps.length === 0) return null;
  return (
    <section class="piece" part={part} data-test={part}>
      <h4>{view.words.t(title)}</h4>
      <StepList view={view} steps={steps} after={after} plain="sourced" />
    </section>
  );
}

/** The way to the mail before the repair. Any of them may do, so they have no numbers. */
export function Meanwhile({ view, steps }: { view: View; steps: Instruction[] }) {
  if (steps.length === 0) return null;
  return (
    <section class="piece" part="meanwhile" data-test="meanwhile">
      <h3>{view.words.t("ui.meanwhile")}</h3>
      <ul class={steps.length > 1 ? "plain" : "single"}>
        {steps.map((step) => (
          <li key={step.id} data-test={`step-${step.id}`} data-from={step.from}>
            <InstructionBody view={view} kind="step" instruction={step} plain="alone" />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface StepListProps {
  view: View;
  steps: Instruction[];
  after?: number;
  plain?: Plain;
}

export function StepList({ view, steps, after = 0, plain }: StepListProps) {
  return (
    <ol class="steps" start={after + 1} style={{ counterReset: `step ${after}` }}>
      {steps.map((step) => (
        <li key={step.id} data-test={`step-${step.id}`} data-from={step.from}>
          <InstructionBody view={view} kind="step" instruction={step} plain={plain} />
        </li>
      ))}
    </ol>
  );
}

interface BodyProps {
  view: View;
  kind: "step" | "verify";
  instruction: Instruction;
  plain?: Plain;
}

export function InstructionBody({ view, kind, instruction, plain }: BodyProps) {
  const { id, args, from, source, commands } = instruction;
  return (
    <>
      <Statement view={view} id={`${kind}.${id}`} args={args} from={from} source={source} plain={plain} />
      {commands && commands.length > 0 && <CommandLines view={view} commands={commands} />}
    </>
  );
}
