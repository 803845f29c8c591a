// What is inside the large folds: why, and what was ruled out; the DNS; where the guide differs. Loaded when one of them is opened,
// and when the browser is idle after the result, so that paper and the search of the browser have it.
import type { Diagnosis, Turn } from "../../contract";
import { insideStyles } from "../../style/inside-styles";
import { Comparisons } from "../evidence/comparisons";
import { Evidence } from "../evidence/ledger";
import { Path } from "../evidence/path";
import { SpfTree } from "../evidence/spf-tree";
import { mainCause, recordsLater } from "../state/main-cause";
import type { View } from "../state/view";
import { Records } from "../todo/records";
import { WaitBlock } from "../todo/wait";
import { Bounce } from "../verdict/bounce";
import { Causes } from "../verdict/causes";
import { ProblemBlock } from "../verdict/problem";
import { Quoted } from "../verdict/quoted";
import { Differs } from "./differs";

export { Differs, insideStyles };

interface InsideProps {
  view: View;
  turn: Turn;
}

export function Reasons({ view, turn: { diagnosis }, complaint }: InsideProps & { complaint: string }) {
  const { findings, topic } = diagnosis;
  const [problem, ...rest] = diagnosis.problems;
  const cause = mainCause(diagnosis);
  return (
    <>
      {problem && <ProblemBlock view={view} problem={problem} cause={cause} findings={findings} />}
      <Quoted view={view} complaint={complaint} findings={findings} topic={topic} />
      <Bounce view={view} findings={findings} />
      <Causes view={view} problems={problem ? [problem] : []} main={cause} plain="sourced" />
      <OtherProblems view={view} problems={rest} />
    </>
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

export function Dns({ view, turn: { diagnosis } }: InsideProps) {
  const { findings, path, comparisons, policy, ledger, wait, action } = diagnosis;
  return (
    <>
      <div data-test="records-later">
        <Records view={view} records={recordsLater(diagnosis)} findings={findings} title="ui.records.later" />
      </div>
      {action !== "wait" && <WaitBlock view={view} wait={wait} />}
      <Path view={view} path={path} />
      <Comparisons view={view} comparisons={comparisons} />
      <SpfTree view={view} {...(policy ? { policy } : {})} />
      <Evidence view={view} ledger={ledger} findings={findings} />
    </>
  );
}
