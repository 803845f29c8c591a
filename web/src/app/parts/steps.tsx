// What to do, numbered, in the order of doing.
import type { Instruction } from "../../contract";
import { CommandLines } from "./commands";
import { goTo } from "./go-to";
import { Statement } from "./statement";
import type { View } from "../state/view";

interface StepsProps {
  view: View;
  steps: Instruction[] | undefined;
  title: string; // key of its words
  part: string;
}

export function Steps({ view, steps = [], title, part }: StepsProps) {
  if (steps.length === 0) return null;
  return (
    <section class="block" part={part} data-test={part}>
      <h3>{view.words.t(title)}</h3>
      <StepList view={view} steps={steps} />
      {steps.some(({ id, from }) => isOfGuide(view, id, from)) && <WhichGuide view={view} />}
    </section>
  );
}

const isOfGuide = ({ words }: View, id: string, from: Instruction["from"]): boolean => from === "guide" || words.has(`step.${id}.guide`);

// The guide is named in full only in the routing, which says where it comes from.
function WhichGuide({ view }: { view: View }) {
  return (
    <p class="which-guide">
      <button type="button" class="copy" data-test="which-guide" onClick={goTo("[data-test=fold-routing] > summary")}>
        {view.words.t("ui.guide.which")}
      </button>
    </p>
  );
}

/** The way to the mail before the repair. Any of them may do, so they have no numbers. */
export function Meanwhile({ view, steps = [] }: { view: View; steps: Instruction[] | undefined }) {
  if (steps.length === 0) return null;
  return (
    <section class="block" part="meanwhile" data-test="meanwhile">
      <h3>{view.words.t("ui.meanwhile")}</h3>
      <ul class="plain">
        {steps.map((step) => (
          <li key={step.id} data-test={`step-${step.id}`} data-from={step.from}>
            <InstructionBody view={view} kind="step" instruction={step} />
          </li>
        ))}
      </ul>
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
