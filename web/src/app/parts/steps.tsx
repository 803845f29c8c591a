// What to do, numbered, in the order of doing.
import type { Instruction } from "../../contract";
import { CommandLines } from "./commands";
import { Statement } from "./statement";
import type { View } from "../state/view";

export function Steps({ view, steps }: { view: View; steps: Instruction[] }) {
  if (steps.length === 0) return null;
  return (
    <section class="block" part="steps">
      <h3>{view.words.t("ui.steps")}</h3>
      <StepList view={view} steps={steps} />
    </section>
  );
}

export function StepList({ view, steps }: { view: View; steps: Instruction[] }) {
  return (
    <ol class="steps">
      {steps.map((step) => (
        <li key={step.id} data-test={`step-${step.id}`} data-from={step.from}>
          <InstructionBody view={view} kind="step" instruction={step} />
        </li>
      ))}
    </ol>
  );
}

interface BodyProps {
  view: View;
  kind: "step" | "verify";
  instruction: Instruction;
}

export function InstructionBody({ view, kind, instruction }: BodyProps) {
  const { id, args, from, source, commands } = instruction;
  return (
    <>
      <Statement view={view} id={`${kind}.${id}`} args={args} from={from} source={source} />
      {commands && commands.length > 0 && <CommandLines view={view} commands={commands} />}
    </>
  );
}
