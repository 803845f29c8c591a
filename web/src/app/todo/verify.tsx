// How to see that it is fixed: the same lookups again, with before and after, and the guide's own verifications.
import type { Instruction, Turn } from "../../contract";
import { InstructionBody } from "../parts/steps";
import { canWatch, topCause } from "../../run/holds";
import type { WatchState } from "../../run/schedule";
import type { View } from "../state/view";
import { Watch } from "./watch";

interface AgainProps {
  view: View;
  turn: Turn;
  before?: Turn;
  watch?: WatchState;
  onRecheck: () => void;
  onWatch: () => void;
  onUnwatch: () => void;
}

export function Again({ view, turn, before, watch, onRecheck, onWatch, onUnwatch }: AgainProps) {
  const { words } = view;
  return (
    <section class="piece" part="verify">
      <div class="again">
        <button type="button" class="secondary" data-test="retry" onClick={onRecheck}>
          {words.t("ui.recheck")}
        </button>
        <Watch
          view={view}
          state={watch}
          can={canWatch(turn) && turn.diagnosis.action !== "not-alibaba-mail"}
          onWatch={onWatch}
          onUnwatch={onUnwatch}
        />
      </div>
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

export function Checks({ view, verify }: { view: View; verify: Instruction[] }) {
  if (verify.length === 0) return null;
  return (
    <section class="piece" part="verify">
      <h4>{view.words.t("ui.verify")}</h4>
      <ul class="rows checks">
        {verify.map((instruction) => (
          <li key={instruction.id} data-test={`verify-${instruction.id}`}>
            <InstructionBody view={view} kind="verify" instruction={instruction} plain="sourced" />
          </li>
        ))}
      </ul>
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
