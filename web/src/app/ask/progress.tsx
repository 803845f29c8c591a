// Shows that a run is going on, how far it is, and the button that stops it.
import type { Turn } from "../../contract";
import type { View } from "../state/view";

interface ProgressProps {
  view: View;
  turn: Turn | undefined; // the latest
  onCancel(): void;
}

export function Progress({ view, turn, onCancel }: ProgressProps) {
  const { words } = view;
  const { done, total } = turn?.progress ?? { done: 0, total: 0 }; // nothing is asked yet
  const name = turn ? turn.subject.loginHost || turn.subject.domain : "";
  return (
    <section class="running" part="progress" data-test="progress">
      <h2>{name ? words.t("ui.running.name", { name }) : words.t("ui.running")}</h2>
      <progress max={total || 1} value={total ? done : 0} aria-label={words.t("ui.progress")} />
      <div class="bar">
        <p class="hint">{total > 0 ? words.t("ui.progress.count", { done, total }) : words.t("ui.progress.start")}</p>
        <button type="button" class="secondary" data-test="cancel" onClick={onCancel}>
          {words.t("ui.cancel")}
        </button>
      </div>
    </section>
  );
}
