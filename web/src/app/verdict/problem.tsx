// Which problem it is and its most likely cause, with the evidence that says so and the one who can mend it.
import type { Cause, Finding, Problem } from "../../contract";
import { Argument } from "./argument";
import { replyArgs, spoken } from "../parts/spoken";
import { markedRecord } from "../parts/highlight";
import { StateMark } from "../parts/icons";
import { Source, Statement } from "../parts/statement";
import { Rich } from "../parts/rich";
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
    <section class="block problem" part="problem" data-test={`problem-${problem.id}`} data-state={problem.state}>
      <h3>{words.t(`problem.${problem.id}.title`)}</h3>
      <p class="facts">
        <span>{words.t("ui.severity", { severity: words.t(`severity.${problem.severity}`) })}</span>
        {!cause && <StateWord view={view} state={problem.state} />}
      </p>
      {cause && (
        <div class="cause" data-test={`cause-${problem.id}-${cause.id}`} data-state={cause.state}>
          <h4>{words.t(`cause.${problem.id}.${cause.id}.title`)}</h4>
          <p class="facts">
            <StateWord view={view} state={cause.state} />
            <span>{words.t("ui.owner", { owner: words.t(`owner.${cause.owner}`) })}</span>
          </p>
          <CauseText view={view} problem={problem} cause={cause} />
          <Argument view={view} cause={cause} findings={findings} />
        </div>
      )}
      {problem.note && words.has(`note.${problem.note}`) && (
        <div class="note">
          <Statement view={view} id={`note.${problem.note}`} />
        </div>
      )}
    </section>
  );
}

export function CauseText({ view, problem, cause }: { view: View; problem: Problem; cause: Cause }) {
  const id = `cause.${problem.id}.${cause.id}`;
  return (
    <Statement
      view={view}
      id={`${id}.why`}
      beside={`${id}.guide`}
      args={argsOf(cause)}
      from={cause.from}
      source={cause.source}
    />
  );
}

export function StateWord({ view, state }: { view: View; state: Problem["state"] }) {
  return (
    <span class="state" data-state={state}>
      <StateMark state={state} /> {view.words.t(`state.${state}`)}
    </span>
  );
}

interface BecauseProps {
  view: View;
  findings: Finding[];
  title?: string;
  sources?: boolean; // false where the same findings stand again and again; the evidence has them all
}

export function Because({ view, findings, title, sources = true }: BecauseProps) {
  if (findings.length === 0) return null;
  return (
    <div class="because">
      {title && <p class="label">{view.words.t(title)}</p>}
      <ul>
        {findings.map((finding, index) => (
          <FindingLine key={finding.key + index} view={view} finding={finding} sources={sources} />
        ))}
      </ul>
    </div>
  );
}

export function FindingLine({ view, finding, sources = true }: { view: View; finding: Finding; sources?: boolean }) {
  const { words, nameOf } = view;
  const reply = replyArgs(words, finding);
  const id = reply ? "finding.reply" : `finding.${finding.key}`;
  return (
    <li data-finding={finding.key} data-severity={finding.severity}>
      {words.has(id) ? <Rich view={view} id={id} args={reply ?? spoken(words, finding.args, nameOf)} /> : finding.key}
      <MarkedRecord args={finding.args} />
      {sources && finding.source && (
        <span class="origin">
          {" "}
          <Source view={view} source={finding.source} />
        </span>
      )}
    </li>
  );
}

function MarkedRecord({ args }: { args: Finding["args"] }) {
  const marked = markedRecord(args);
  if (!marked) return null;
  return (
    <pre class="marked" lang="en" dir="ltr" translate={false} data-test="marked">
      {marked.before}
      <mark>{marked.mark}</mark>
      {marked.after}
    </pre>
  );
}

/** The words of a cause may name what its evidence names: the host, the target. */
export function argsOf(cause: Cause): Finding["args"] {
  return Object.assign(
    {},
    ...[...cause.steps, ...cause.verify, ...cause.because].map(({ args }) => args),
  ) as Finding["args"];
}
