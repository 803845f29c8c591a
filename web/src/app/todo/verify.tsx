// How to see that it is fixed: the guide's own verifications, and the same lookups again with before and after.
import type { Instruction, Turn } from "../../contract";
import { InstructionBody } from "../parts/steps";
import { canWatch, topCause } from "../../run/holds";
import type { WatchState } from "../../run/schedule";
import type { View } from "../state/view";
import { Watch } from "./watch";

interface VerifyProps {
  view: View;
  verify: Instruction[];
  turn: Turn;
  before?: Turn;
  watch?: WatchState;
  onRecheck?: () => void; // absent for a saved case, which has no resolvers to ask
  onWatch: () => void;
  onUnwatch: () => void;
}

export function Verify({ view, verify, turn, before, watch, onRecheck, onWatch, onUnwatch }: VerifyProps) {
  const { words } = view;
  if (verify.length === 0 && !onRecheck) return null;
  return (
    <section class="block" part="verify">
      {verify.length > 0 && (
        <>
          <h3>{words.t("ui.verify")}</h3>
          <ul class="rows checks">
            {verify.map((instruction) => (
              <li key={instruction.id} data-test={`verify-${instruction.id}`}>
                <InstructionBody view={view} kind="verify" instruction={instruction} />
              </li>
            ))}
          </ul>
        </>
      )}
      {onRecheck && (
        <div class="again">
          <button type="button" class="secondary" data-test="retry" onClick={onRecheck}>
            {words.t("ui.recheck")}
          </button>
          <Watch view={view} state={watch} can={canWatch(turn)} onWatch={onWatch} onUnwatch={onUnwatch} />
        </div>
      )}
      {before && (
        <dl class="compare" data-test="before-after">
          <dt>{words.t("ui.before")}</dt>
          <dd>{inShort(view, before)}</dd>
          <dt>{words.t("ui.now")}</dt>
          <dd>{inShort(view, turn)}</dd>
        </dl>
      )}
    </section>
  );
}

// A turn in one line: what to do, and why.
function inShort({ words }: View, { diagnosis }: Turn): string {
  const problem = diagnosis.problems[0];
  const cause = topCause(diagnosis);
  const action = words.t(`action.${diagnosis.action}`);
  return problem && cause ? words.t("ui.in-short", { action, cause: words.t(`cause.${problem.id}.${cause.id}.title`) }) : action;
}
