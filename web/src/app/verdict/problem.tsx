// Which problem it is and its most likely cause, with the evidence and who can fix it.
import type { Cause, Finding, Problem } from "../../contract";
import { Argument } from "./argument";
import { argsOf } from "../parts/args-of";
import { StateWord } from "../parts/state-word";
import { Statement, type Plain } from "../parts/statement";
import type { View } from "../state/view";

interface ProblemProps {
  view: View;
  problem: Problem;
  cause: Cause | undefined; // the best one that is still open
  findings: Finding[];
}

export function ProblemBlock({ view, problem, cause, findings }: ProblemProps) {
  const { words } = view;
  return (
    <section class="piece problem" part="problem" data-test={`problem-${problem.id}`} data-state={problem.state}>
      <h4>{words.t(`problem.${problem.id}.title`)}</h4>
      <p class="facts">
        <span>{words.t("ui.severity", { severity: words.t(`severity.${problem.severity}`) })}</span>
        {!cause && <StateWord view={view} state={problem.state} />}
      </p>
      {cause && (
        <div class="cause" data-test={`cause-${problem.id}-${cause.id}`} data-state={cause.state}>
          <h5>{words.t(`cause.${problem.id}.${cause.id}.title`)}</h5>
          <p class="facts">
            <StateWord view={view} state={cause.state} />
            <span>{words.t("ui.owner", { owner: words.t(`owner.${cause.owner}`) })}</span>
          </p>
          <CauseText view={view} problem={problem} cause={cause} plain="sourced" />
          <Notes view={view} cause={cause} plain="sourced" />
          <Argument view={view} cause={cause} findings={findings} />
        </div>
      )}
    </section>
  );
}

interface CauseTextProps {
  view: View;
  problem: Problem;
  cause: Cause;
  plain?: Plain;
}

export function CauseText({ view, problem, cause, plain }: CauseTextProps) {
  const id = `cause.${problem.id}.${cause.id}`;
  return (
    <Statement
      view={view}
      id={`${id}.why`}
      beside={`${id}.guide`}
      args={argsOf(cause)}
      from={cause.from}
      source={cause.source}
      plain={plain}
    />
  );
}

export function Notes({ view, cause: { notes = [] }, plain }: Omit<CauseTextProps, "problem">) {
  return (
    <>
      {notes.map(({ id, args, from, source }) => (
        <div key={id} class="note" data-test={`note-${id}`}>
          <Statement view={view} id={`note.${id}`} args={args} from={from} source={source} plain={plain} />
        </div>
      ))}
    </>
  );
}
