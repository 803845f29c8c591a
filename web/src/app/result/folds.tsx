// Everything beside the card, in folds of equal weight: the other steps and the checks; why, and what was ruled out; the DNS;
// the ticket; where the guide differs. What is inside the large ones comes later (inside.tsx).
import type { ComponentChildren } from "preact";
import type { Case, Turn } from "../../contract";
import { Meanwhile, Steps } from "../parts/steps";
import { Unfold } from "../parts/unfold";
import { isForMember, isSolved, mainCause, recordsLater, recordsNow } from "../state/main-cause";
import type { Shown } from "../state/model";
import type { View } from "../state/view";
import { Records } from "../todo/records";
import { Checks } from "../todo/verify";
import { stepsOfAnswer } from "../verdict/topic";
import { hasFirstSteps, stepsInCard, waysInCard } from "./card";
import { differencesOf } from "./differences";

type Inside = typeof import("./inside");

interface LargeProps {
  view: View;
  shown: Shown;
  id: string;
  count?: number;
  draw(inside: Inside): ComponentChildren;
}

function Large({ view, shown, id, count, draw }: LargeProps) {
  const load = async (): Promise<Inside> => {
    const [inside] = await Promise.all([import("./inside"), view.unfold()]);
    await view.dress(inside.insideStyles);
    return inside;
  };
  return (
    <Unfold
      view={view}
      title={`ui.fold.${id}`}
      count={count}
      test={`fold-${id}`}
      part="fold"
      class="fold"
      heading="h3"
      early={shown.phase !== "starting" && shown.phase !== "running"}
      load={load}
      inside={(inside) => <div class="inside">{draw(inside)}</div>}
    />
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
  const { findings, topic, path, comparisons, ledger } = diagnosis;
  const [problem] = diagnosis.problems;
  const differences = differencesOf(view.words.has, problem, topic);
  const considered = diagnosis.problems.reduce((sum, { causes }) => sum + causes.length, 0);
  const later = recordsLater(diagnosis);
  return (
    <div class="folds">
      <FurtherSteps view={view} shown={shown} turn={turn} />
      {(problem || shown.complaint) && (
        <Large
          view={view}
          shown={shown}
          id="why"
          count={considered || undefined}
          draw={({ Reasons }) => <Reasons view={view} turn={turn} complaint={shown.complaint} />}
        />
      )}
      {path.length + comparisons.length + ledger.length + findings.length + later.length > 0 && (
        <Large view={view} shown={shown} id="dns" draw={({ Dns }) => <Dns view={view} turn={turn} />} />
      )}
      <HandOver view={view} shown={shown} turn={turn} caseOf={caseOf} />
      {differences.length > 0 && (
        <Large
          view={view}
          shown={shown}
          id="differs"
          count={differences.length}
          draw={({ Differs }) => <Differs view={view} rows={differences} />}
        />
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
  const count = steps.length + others.length + verify.length + ways.length + asked.length;
  if (count === 0 && !(isMembers && now.length > 0)) return null;
  return (
    <details class="fold" part="fold" data-test="fold-steps">
      <summary>
        <h3>{view.words.t("ui.fold.steps")}</h3>
        <span class="hint">{view.words.number(count)}</span>
      </summary>
      <div class="inside">
        {isMembers && <Records view={view} records={now} findings={diagnosis.findings} title="ui.records" />}
        <Steps view={view} steps={asked} title="ui.topic.heading" part="steps" after={stepsOfAnswer} />
        <Steps view={view} steps={steps} title="ui.steps" part="steps" after={inCard} />
        <Meanwhile view={view} steps={ways} />
        <Checks view={view} verify={verify} />
        <Steps view={view} steps={others} title="ui.otherwise" part="otherwise" after={cause ? 0 : inCard} />
      </div>
    </details>
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
