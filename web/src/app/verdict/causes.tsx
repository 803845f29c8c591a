// All other causes that were considered: first those that are still open, then those ruled out and those that could not be
// told, each with its reason, so the person does not have to wonder whether it was considered.
import type { Cause, Instruction, Problem } from "../../contract";
import { isOpen } from "../../run/holds";
import { StateIcon } from "../parts/icons";
import { Because } from "../parts/finding";
import { CauseText, Notes } from "./problem";
import { StateWord } from "../parts/state-word";
import { InstructionBody, StepList } from "../parts/steps";
import type { Plain } from "../parts/statement";
import type { View } from "../state/view";

interface Listed {
  problem: Problem;
  cause: Cause;
}

interface CausesProps {
  view: View;
  problems: Problem[];
  main: Cause | undefined;
  plain?: Plain; // where the table of differences has what the guide says
}

export function Causes({ view, problems, main, plain }: CausesProps) {
  const all = problems.flatMap((problem) => problem.causes.map((cause) => ({ problem, cause })));
  const others = all.filter(({ cause }) => cause !== main);
  const open = others.filter(({ cause }) => isOpen(cause.state));
  const ruledOut = others.filter(({ cause }) => cause.state === "ruled-out");
  const untold = others.filter(({ cause }) => cause.state === "cannot-tell");
  const { words } = view;
  return (
    <>
      {open.length > 0 && (
        <section class="piece causes" part="causes">
          <h4>{words.t(main ? "ui.causes.others" : "ui.causes.open")}</h4>
          {open.map((item) => (
            <OpenCause key={keyOf(item)} view={view} {...item} plain={plain} />
          ))}
        </section>
      )}
      <QuietCauses view={view} id="ruled-out" items={ruledOut} />
      <QuietCauses view={view} id="cannot-tell" items={untold} />
    </>
  );
}

function OpenCause({ view, problem, cause, plain }: Listed & Pick<CausesProps, "view" | "plain">) {
  const { words } = view;
  return (
    <details class="row" data-test={`cause-${problem.id}-${cause.id}`} data-state={cause.state}>
      <summary>
        <span class="name">{words.t(`cause.${problem.id}.${cause.id}.title`)}</span>
        <StateWord view={view} state={cause.state} />
      </summary>
      <div class="inner">
        <CauseText view={view} problem={problem} cause={cause} plain={plain} />
        <Notes view={view} cause={cause} plain={plain} />
        <Because view={view} findings={cause.because} title="ui.evidence.short" />
        <p class="label">{words.t("ui.owner", { owner: words.t(`owner.${cause.owner}`) })}</p>
        <StepList view={view} steps={cause.steps} plain={plain} />
      </div>
    </details>
  );
}

// Folded, as a person acts on what is open. Causes that rest on the same evidence are grouped above it.
function QuietCauses({ view, id, items }: { view: View; id: "ruled-out" | "cannot-tell"; items: Listed[] }) {
  if (items.length === 0) return null;
  const settling = id === "cannot-tell" ? settlingChecks(items) : new Map<Cause, Instruction>();
  const groups = new Map<string, Listed[]>();
  for (const item of items) {
    const evidence = JSON.stringify(item.cause.because);
    groups.set(evidence, [...(groups.get(evidence) ?? []), item]);
  }
  return (
    <details class="row quiet" part={id} data-test={id}>
      <summary>
        <h4>{view.words.t(`ui.causes.${id}`)}</h4>
        <span class="hint">{items.length}</span>
      </summary>
      <ul class="rows">
        {[...groups].map(([evidence, group]) => (
          <QuietGroup key={evidence} view={view} group={group} settling={settling} />
        ))}
      </ul>
    </details>
  );
}

function QuietGroup({ view, group, settling }: { view: View; group: Listed[]; settling: Map<Cause, Instruction> }) {
  const [first] = group;
  if (!first) return null;
  return (
    <li>
      <span class="state" data-state={first.cause.state}>
        <StateIcon state={first.cause.state} />
      </span>
      <div>
        {group.map((item) => (
          <p key={keyOf(item)} class="name" data-test={`cause-${keyOf(item, "-")}`} data-state={item.cause.state}>
            {view.words.t(`cause.${keyOf(item, ".")}.title`)}
          </p>
        ))}
        <Because view={view} findings={first.cause.because} sources={false} />
        {group.map((item) => {
          const check = settling.get(item.cause);
          return (
            check && (
              <div key={keyOf(item)} class="settles" data-test={`settles-${check.id}`}>
                <p class="label">{view.words.t("ui.causes.settles")}</p>
                <InstructionBody view={view} kind="verify" instruction={check} />
              </div>
            )
          );
        })}
      </div>
    </li>
  );
}

// The check that would settle a cause, preferably one with a command. A check is not repeated for the next cause.
function settlingChecks(items: Listed[]): Map<Cause, Instruction> {
  const shown = new Set<string>();
  const found = new Map<Cause, Instruction>();
  for (const { cause } of items) {
    const first = cause.verify.find(({ commands }) => commands?.length) ?? cause.verify[0];
    if (first && !shown.has(first.id)) found.set(cause, first);
    if (first) shown.add(first.id);
  }
  return found;
}

function keyOf({ problem, cause }: Listed, between = "/"): string {
  return problem.id + between + cause.id;
}
