// "Did it help?" after the steps, and what was tried so far. The reply goes to the core, which then puts the next cause
// first.
import type { Cause, Problem, Tried } from "../../contract";
import { fixId, triedIn } from "../parts/fixes";
import { wordsOr, type View } from "../state/view";

export const triedValues: readonly Tried[] = ["worked", "not-yet", "does-not-apply"];

interface TriedProps {
  view: View;
  problem?: Problem;
  cause?: Cause; // the one whose steps are shown above
  replies: Record<string, string>;
  onReply(id: string, value: string | undefined): void;
}

export function DidItHelp({ view, problem, cause, replies, onReply }: TriedProps) {
  const { words } = view;
  const current = problem && cause && cause.steps.length > 0 ? fixId(problem.id, cause.id) : "";
  const earlier = triedIn(replies).filter(({ id }) => id !== current);
  if (!current && earlier.length === 0) return null;
  return (
    <section class="piece tried" part="tried" data-test="tried">
      <h3>{words.t(current ? "ui.tried" : "ui.tried.list")}</h3>
      {current && <TriedReplies view={view} id={current} label={words.t("ui.tried")} chosen={replies[current]} onReply={onReply} />}
      {current && replies[current] === "not-yet" && (
        <p class="hint" data-test="tried-stays">
          {words.t("ui.tried.stays")}
        </p>
      )}
      {earlier.length > 0 && (
        <>
          {current && <p class="label">{words.t("ui.tried.list")}</p>}
          {earlier.map(({ id, key, value }) => (
            <details key={id} class="row" data-test={`tried-${id}`} data-value={value}>
              <summary>
                <span class="name">{wordsOr(words, `cause.${key}.title`, {}, key)}</span>
                <span class="hint">{wordsOr(words, `ui.tried.${value}`, {}, value)}</span>
              </summary>
              <div class="inner">
                <TriedReplies view={view} id={id} label={words.t("ui.tried")} chosen={value} onReply={onReply} />
              </div>
            </details>
          ))}
        </>
      )}
    </section>
  );
}

interface TriedRepliesProps {
  view: View;
  id: string;
  label: string;
  chosen: string | undefined;
  onReply(id: string, value: string | undefined): void;
}

function TriedReplies({ view, id, label, chosen, onReply }: TriedRepliesProps) {
  const { words } = view;
  return (
    <div class="replies" role="group" aria-label={label}>
      {triedValues.map((value) => (
        <button
          key={value}
          type="button"
          class="secondary"
          aria-pressed={chosen === value}
          data-test={`fix-${value}`}
          onClick={() => onReply(id, value)}
        >
          {words.t(`ui.tried.${value}`)}
        </button>
      ))}
      {chosen !== undefined && (
        <button type="button" class="copy" data-test="fix-undo" onClick={() => onReply(id, undefined)}>
          {words.t("ui.undo")}
        </button>
      )}
    </div>
  );
}
