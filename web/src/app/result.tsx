// The result, block by block in the order in which a person needs it. Loaded with the first run.
import { Component, type ComponentChildren, type RefObject } from "preact";
import type { Case, Diagnosis, Finding, Turn } from "../contract";
import { Bounce } from "./verdict/bounce";
import { Causes } from "./verdict/causes";
import { Closest, NoneOfThese } from "./verdict/closest";
import { Comparisons } from "./evidence/comparisons";
import { Forward } from "./todo/forward";
import { Evidence } from "./evidence/ledger";
import { isForwardable, isSolved, isTheirs, mainCause, roleIn } from "./state/main-cause";
import type { Shown } from "./state/model";
import { LookupNotices } from "./ask/notices";
import { Path } from "./evidence/path";
import { SpfTree } from "./evidence/spf-tree";
import { Because } from "./parts/finding";
import { ProblemBlock } from "./verdict/problem";
import { Questions } from "./verdict/question";
import { Quoted } from "./verdict/quoted";
import { Records } from "./todo/records";
import { Meanwhile, Steps } from "./parts/steps";
import { TopicBlock } from "./verdict/topic";
import { DidItHelp } from "./verdict/tried";
import { Unfold } from "./parts/unfold";
import { Verdict } from "./verdict/verdict";
import { Verify } from "./todo/verify";
import type { View } from "./state/view";
import { WaitBlock } from "./todo/wait";
import { startWatching } from "./state/watch-timer";

export { Path, startWatching };

export interface ResultProps {
  view: View;
  shown: Shown;
  turn: Turn;
  heading: RefObject<HTMLHeadingElement | null>;
  caseOf(): Case | undefined;
  onReply(id: string, value: string | undefined): void;
  onChoose(kind: string): void;
  onRecheck: () => void;
  onWatch: () => void;
  onUnwatch: () => void;
  onRetry: () => void;
}

export class Result extends Component<ResultProps> {
  // Typing in the form does not draw the result again.
  override shouldComponentUpdate(next: ResultProps): boolean {
    return (Object.keys(next) as (keyof ResultProps)[]).some((name) => next[name] !== this.props[name]);
  }

  override render({ view, shown, turn, heading, caseOf, onReply, onChoose, onRetry, ...again }: ResultProps) {
    const { diagnosis } = turn;
    const { findings, topic, closest } = diagnosis;
    const [problem, ...rest] = diagnosis.problems;
    const cause = mainCause(diagnosis);
    const isNone = shown.replies["closest"] === "none";
    const isSaved = Boolean(shown.example || shown.opened);
    const waits = diagnosis.action === "wait"; // then the time is what the person needs first
    // The record comes before all else, except for who sends it to somebody else, and where it only improves something.
    const records = isSolved(diagnosis) ? null : <Records view={view} records={diagnosis.records} findings={findings} />;
    const recordsFirst = !waits && roleIn(findings) !== "member" && diagnosis.records.some(({ later }) => !later);
    const canRecheck = !isSaved && !shown.failure && shown.phase !== "running" && diagnosis.ledger.length > 0;
    return (
      <div class="result" part="result">
        {topic && <TopicBlock view={view} topic={topic} heading={heading} />}
        {(!topic || (problem && diagnosis.action !== "need-more")) && (
          <Verdict view={view} turn={turn} heading={topic ? undefined : heading} />
        )}
        {recordsFirst && records}
        {!isSolved(diagnosis) && <Meanwhile view={view} steps={cause?.meanwhile} />}
        {waits && <WaitBlock view={view} wait={diagnosis.wait} />}
        <Remarks view={view} shown={shown} turn={turn} onRetry={isSaved ? undefined : onRetry} />
        {isNone && !problem && !topic && <NoneOfThese view={view} onChoose={onChoose} />}
        <Closest
          view={view}
          kinds={closest}
          offered={shown.closest}
          start={shown.start}
          none={isNone}
          onChoose={onChoose}
          onNone={(none) => onReply("closest", none ? "none" : undefined)}
        />
        <Questions
          view={view}
          question={isSolved(diagnosis) ? undefined : turn.ask.question}
          asked={shown.asked}
          findings={findings}
          replies={shown.replies}
          onReply={onReply}
        />
        <ToDo view={view} shown={shown} turn={turn} caseOf={caseOf} records={recordsFirst ? null : records} />
        <DidItHelp view={view} problem={problem} cause={cause} replies={shown.replies} onReply={onReply} />
        <Verify
          view={view}
          verify={cause?.verify ?? []}
          turn={turn}
          before={shown.before}
          watch={shown.watch}
          {...again}
          onRecheck={canRecheck ? again.onRecheck : undefined}
        />
        {!waits && <WaitBlock view={view} wait={diagnosis.wait} />}
        {problem ? (
          <ProblemBlock view={view} problem={problem} cause={cause} findings={findings} />
        ) : (
          <Seen view={view} findings={findings} />
        )}
        <Quoted view={view} complaint={shown.complaint} findings={findings} topic={topic} />
        <Bounce view={view} findings={findings} />
        <Causes view={view} problems={problem ? [problem] : []} main={cause} />
        <OtherProblems view={view} problems={rest} />
        <Path view={view} path={diagnosis.path} />
        <Comparisons view={view} comparisons={diagnosis.comparisons} />
        <SpfTree view={view} policy={diagnosis.policy} />
        <Evidence view={view} ledger={diagnosis.ledger} findings={findings} />
        <HandOver view={view} shown={shown} turn={turn} caseOf={caseOf} />
      </div>
    );
  }
}

type RemarksProps = Pick<ResultProps, "view" | "shown" | "turn"> & { onRetry: (() => void) | undefined };

function Remarks({ view, shown, turn: { diagnosis }, onRetry }: RemarksProps) {
  const { problems, topic, action } = diagnosis;
  const nothingToldIt = problems.length === 0 && !topic && action === "need-more" && !shown.replies["closest"] && shown.complaint.trim();
  return (
    <>
      {nothingToldIt && (
        <p class="notice" part="notice">
          {view.words.t("ui.not-recognised")}
        </p>
      )}
      <LookupNotices
        view={view}
        ledger={diagnosis.ledger}
        refused={shown.refusedByCsp}
        waiting={shown.phase === "done" ? shown.waiting : undefined}
        onRetry={onRetry}
      />
      {shown.limited && (
        <p class="notice" part="notice" data-test="limited">
          {view.words.t("ui.limited")}
        </p>
      )}
    </>
  );
}

const memberSteps = 3; // the rest is for the person who gets the message

type ToDoProps = Pick<ResultProps, "view" | "shown" | "turn" | "caseOf"> & { records: ComponentChildren };

// What to do. A member forwards the message, so it comes first; an administrator follows the steps and needs no message.
function ToDo({ view, shown, turn, caseOf, records }: ToDoProps) {
  const { diagnosis } = turn;
  const [problem] = diagnosis.problems;
  const cause = mainCause(diagnosis);
  const role = roleIn(diagnosis.findings);
  const otherwise = <Steps view={view} steps={diagnosis.otherwise} title="ui.otherwise" part="otherwise" />;
  if (isSolved(diagnosis)) return null;
  if (!problem || !cause) return [records, otherwise];
  const isForMember = role === "member" && isForwardable(diagnosis, cause) && !isTheirs(cause);
  const steps = <Steps view={view} title="ui.steps" part="steps" steps={isForMember ? cause.steps.slice(0, memberSteps) : cause.steps} />;
  const hasMessage = isForwardable(diagnosis, cause) && !(role === "postmaster" && cause.owner === "postmaster");
  const message = hasMessage && (
    <Forward view={view} turn={turn} administrator={shown.administrator} problem={problem} cause={cause} caseOf={caseOf} />
  );
  return isForMember ? [message, steps, records, otherwise] : [steps, records, otherwise, message];
}

const telling = /^(mx|login|client|spf|dkim|dmarc|reply|local)\./; // what a person with a mailbox recognizes

// When nothing is wrong, this lists briefly what was seen. The evidence has all of it, with its sources.
function Seen({ view, findings }: { view: View; findings: Finding[] }) {
  const news = findings.filter(({ key, severity }) => key !== "words.unrecognised" && (severity !== "info" || telling.test(key))); // the notice above covers unrecognised words
  if (news.length === 0) return null;
  return (
    <section class="block" part="seen">
      <h3>{view.words.t("ui.evidence.short")}</h3>
      <Because view={view} findings={news} sources={false} />
    </section>
  );
}

function OtherProblems({ view, problems }: { view: View; problems: Diagnosis["problems"] }) {
  if (problems.length === 0) return null;
  return (
    <section class="block" part="other-problems">
      <h3>{view.words.t("ui.problems.others")}</h3>
      {problems.map((problem) => (
        <div key={problem.id} class="other" data-test={`problem-${problem.id}`} data-state={problem.state}>
          <h4>{view.words.t(`problem.${problem.id}.title`)}</h4>
          <Causes view={view} problems={[problem]} main={undefined} />
        </div>
      ))}
    </section>
  );
}

function HandOver({ view, shown, turn, caseOf }: Pick<ResultProps, "view" | "shown" | "turn" | "caseOf">) {
  return (
    <Unfold
      view={view}
      title="ui.bundle"
      test="bundle"
      class="block fold"
      heading="h3"
      load={() => import("./handover/handover")}
      inside={({ Handover }) => {
        const one = caseOf();
        return one && <Handover view={view} turn={turn} core={shown.core} one={one} />;
      }}
    />
  );
}
