// Everything beside the card, in folds of equal weight: the other steps and the checks; why, and what was ruled out; the DNS;
// the ticket; where the guide differs.
import type { ComponentChildren } from "preact";
import type { Case, Diagnosis, Turn } from "../../contract";
import { Comparisons } from "../evidence/comparisons";
import { Evidence } from "../evidence/ledger";
import { Path } from "../evidence/path";
import { SpfTree } from "../evidence/spf-tree";
import { Meanwhile, Steps } from "../parts/steps";
import { Unfold } from "../parts/unfold";
import { isForMember, isSolved, mainCause, recordsNow } from "../state/main-cause";
import type { Shown } from "../state/model";
import type { View } from "../state/view";
import { Records } from "../todo/records";
import { Checks } from "../todo/verify";
import { WaitBlock } from "../todo/wait";
import { Bounce } from "../verdict/bounce";
import { Causes } from "../verdict/causes";
import { ProblemBlock } from "../verdict/problem";
import { stepsOfAnswer } from "../verdict/topic";
import { Quoted } from "../verdict/quoted";
import { hasFirstSteps, stepsInCard, waysInCard } from "./card";
import { differencesOf, Differs } from "./differs";

interface FoldProps {
  view: View;
  id: string;
  count?: number;
  children: ComponentChildren;
}

function Fold({ view, id, count, children }: FoldProps) {
  return (
    <details class="fold" part="fold" data-test={`fold-${id}`}>
      <summary>
        <h3>{view.words.t(`ui.fold.${id}`)}</h3>
        {count !== undefined && <span class="hint">{view.words.number(count)}</span>}
      </summary>
      <div class="inside">{children}</div>
    </details>
  );
}

interface FoldsProps {
  view: View;
  shown: Shown;
  turn: Turn;
  caseOf(): Case | undefined;
}

export function Folds({ view, shown, turn, caseOf }: FoldsProps) {
  const { diagnosis } = turn;
  const { findings, topic, records, path, comparisons, policy, ledger, wait, action } = diagnosis;
  const [problem, ...rest] = diagnosis.problems;
  const cause = mainCause(diagnosis);
  const later = isSolved(diagnosis) ? [] : records.filter((record) => record.later);
  const differences = differencesOf(view.words.has, problem, topic);
  const considered = diagnosis.problems.reduce((sum, { causes }) => sum + causes.length, 0);
  return (
    <div class="folds">
      <FurtherSteps view={view} shown={shown} turn={turn} />
      {(problem || shown.complaint) && (
        <Fold view={view} id="why" {...(considered > 0 ? { count: considered } : {})}>
          {problem && <ProblemBlock view={view} problem={problem} cause={cause} findings={findings} />}
          <Quoted view={view} complaint={shown.complaint} findings={findings} topic={topic} />
          <Bounce view={view} findings={findings} />
          <Causes view={view} problems={problem ? [problem] : []} main={cause} plain="sourced" />
          <OtherProblems view={view} problems={rest} />
        </Fold>
      )}
      {path.length + comparisons.length + ledger.length + findings.length + later.length > 0 && (
        <Fold view={view} id="dns">
          <div data-test="records-later">
            <Records view={view} records={later} findings={findings} title="ui.records.later" />
          </div>
          {action !== "wait" && <WaitBlock view={view} wait={wait} />}
          <Path view={view} path={path} />
          <Comparisons view={view} comparisons={comparisons} />
          <SpfTree view={view} {...(policy ? { policy } : {})} />
          <Evidence view={view} ledger={ledger} findings={findings} />
        </Fold>
      )}
      <HandOver view={view} shown={shown} turn={turn} caseOf={caseOf} />
      {differences.length > 0 && (
        <Fold view={view} id="differs" count={differences.length}>
          <Differs view={view} rows={differences} />
        </Fold>
      )}
    </div>
  );
}

// What the card has no room for: its other steps, or all of them where it shows a record; how to see that it works.
function FurtherSteps({ view, shown, turn }: Omit<FoldsProps, "caseOf">) {
  const { diagnosis } = turn;
  const cause = mainCause(diagnosis);
  const { otherwise = [], records } = diagnosis;
  if (isSolved(diagnosis) && !cause?.verify.length) return null;
  const now = recordsNow(records);
  const isMembers = cause && isForMember(diagnosis, cause);
  const inCard = hasFirstSteps(turn, shown) ? stepsInCard(diagnosis) : 0;
  const ways = isSolved(diagnosis) ? [] : (cause?.meanwhile ?? []).slice(waysInCard);
  const asked = diagnosis.topic?.steps.slice(stepsOfAnswer) ?? [];
  // A member's other steps are for the person who gets the message, which has them.
  const steps = isMembers || isSolved(diagnosis) ? [] : (cause?.steps.slice(inCard) ?? []);
  const others = cause ? otherwise : otherwise.slice(inCard);
  const verify = cause?.verify ?? [];
  if (steps.length + others.length + verify.length + ways.length + asked.length === 0 && !(isMembers && now.length > 0)) return null;
  return (
    <Fold view={view} id="steps" count={steps.length + others.length + verify.length + ways.length + asked.length}>
      {isMembers && <Records view={view} records={now} findings={diagnosis.findings} title="ui.records" />}
      <Steps view={view} steps={asked} title="ui.topic.heading" part="steps" after={stepsOfAnswer} />
      <Steps view={view} steps={steps} title="ui.steps" part="steps" after={inCard} />
      <Meanwhile view={view} steps={ways} />
      <Checks view={view} verify={verify} />
      <Steps view={view} steps={others} title="ui.otherwise" part="otherwise" after={cause ? 0 : inCard} />
    </Fold>
  );
}

function OtherProblems({ view, problems }: { view: View; problems: Diagnosis["problems"] }) {
  if (problems.length === 0) return null;
  return (
    <section class="piece" part="other-problems">
      <h4>{view.words.t("ui.problems.others")}</h4>
      {problems.map((problem) => (
        <div key={problem.id} class="other" data-test={`problem-${problem.id}`} data-state={problem.state}>
          <h5>{view.words.t(`problem.${problem.id}.title`)}</h5>
          <Causes view={view} problems={[problem]} main={undefined} />
        </div>
      ))}
    </section>
  );
}

function HandOver({ view, shown, turn, caseOf }: FoldsProps) {
  return (
    <Unfold
      view={view}
      title="ui.bundle"
      test="bundle"
      class="fold"
      heading="h3"
      load={() => Promise.all([import("../handover/handover"), view.unfold()])}
      inside={([{ Handover }]) => {
        const one = caseOf();
        return one && <Handover view={view} turn={turn} core={shown.core} one={one} />;
      }}
    />
  );
}
