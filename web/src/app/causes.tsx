// Every other cause that was looked at: those still open first, then what was ruled out and what could not be told, each
// with its reason, so that nobody has to wonder whether it was thought of.
import type { Cause, Commands, Problem } from "../contract";
import { isOpen } from "../holds";
import { CommandLines } from "./commands";
import { StateMark } from "./marks";
import { Because, CauseText, StateWord } from "./problem";
import { StepList } from "./steps";
import type { View } from "./view";

interface Listed {
  problem: Problem;
  cause: Cause;
}

interface CausesProps {
  view: View;
  problems: Problem[];
  main: Cause | undefined;
}

export function Causes({ view, problems, main }: CausesProps) {
  const all = problems.flatMap((problem) => problem.causes.map((cause) => ({ problem, cause })));
  const others = all.filter(({ cause }) => cause !== main);
  const open = others.filter(({ cause }) => isOpen(cause.state));
  const ruledOut = others.filter(({ cause }) => cause.state === "ruled-out");
  const untold = others.filter(({ cause }) => cause.state === "cannot-tell");
  const { words } = view;
  return (
    <>
      {open.length > 0 && (
        <section class="block causes" part="causes">
          <h3>{words.t(main ? "ui.causes.others" : "ui.causes.open")}</h3>
          {open.map((item) => (
            <OpenCause key={keyOf(item)} view={view} {...item} />
          ))}
        </section>
      )}
      <QuietCauses view={view} id="ruled-out" items={ruledOut} />
      <QuietCauses view={view} id="cannot-tell" items={untold} />
    </>
  );
}

function OpenCause({ view, problem, cause }: Listed & { view: View }) {
  const { words } = view;
  return (
    <details class="row" data-test={`cause-${problem.id}-${cause.id}`} data-state={cause.state}>
      <summary>
        <span class="name">{words.t(`cause.${problem.id}.${cause.id}.title`)}</span>
        <StateWord view={view} state={cause.state} />
      </summary>
      <div class="inner">
        <CauseText view={view} problem={problem} cause={cause} />
        <Because view={view} findings={cause.because} title="ui.evidence.short" />
        <p class="label">{words.t("ui.owner", { owner: words.t(`owner.${cause.owner}`) })}</p>
        <StepList view={view} steps={cause.steps} />
      </div>
    </details>
  );
}

function QuietCauses({ view, id, items }: { view: View; id: "ruled-out" | "cannot-tell"; items: Listed[] }) {
  if (items.length === 0) return null;
  const settling = id === "cannot-tell" ? settlingCommands(items) : new Map<Cause, Commands[]>();
  return (
    <section class="block quiet" part={id}>
      <h3>{view.words.t(`ui.causes.${id}`)}</h3>
      <ul class="rows">
        {items.map((item) => (
          <QuietCause key={keyOf(item)} view={view} {...item} settle={settling.get(item.cause)} />
        ))}
      </ul>
    </section>
  );
}

function QuietCause({ view, problem, cause, settle }: Listed & { view: View; settle: Commands[] | undefined }) {
  return (
    <li data-test={`cause-${problem.id}-${cause.id}`} data-state={cause.state}>
      <span class="state" data-state={cause.state}>
        <StateMark state={cause.state} />
      </span>
      <div>
        <p class="name">{view.words.t(`cause.${problem.id}.${cause.id}.title`)}</p>
        <Because view={view} findings={cause.because} sources={false} />
        {settle && <CommandLines view={view} commands={settle} />}
      </div>
    </li>
  );
}

// What would settle a cause; the same command is not repeated from cause to cause.
function settlingCommands(items: Listed[]): Map<Cause, Commands[]> {
  const shown = new Set<string>();
  const found = new Map<Cause, Commands[]>();
  for (const { cause } of items) {
    const first = cause.verify.find(({ commands }) => commands?.length);
    if (first?.commands && !shown.has(first.id)) found.set(cause, first.commands);
    if (first) shown.add(first.id);
  }
  return found;
}

function keyOf({ problem, cause }: Listed): string {
  return `${problem.id}/${cause.id}`;
}
