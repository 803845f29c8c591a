// Notes about the run and the lookups themselves: which resolvers did not answer, or not yet, and what that means for the result.
import type { LedgerRow } from "../../contract";
import { isAnswer } from "../../run/answered";
import { isPasted } from "../../run/pasted";
import { NewTab } from "../parts/new-tab";
import type { Shown } from "../state/model";
import type { View } from "../state/view";

interface LookupNoticesProps {
  view: View;
  ledger: LedgerRow[];
  refused: string[]; // resolvers that this page's policy blocks
  waiting: string[] | undefined; // resolvers that may still answer; empty: all late ones have ended
  onRetry: (() => void) | undefined;
}

export function LookupNotices({ view, ledger: rows, refused, waiting: late, onRetry }: LookupNoticesProps) {
  const ledger = rows.filter(({ resolver }) => !isPasted(resolver));
  if (ledger.length === 0) return null;
  const { words } = view;
  const waiting = late ?? [];
  const wait = waiting.length > 0 && (
    <p data-test="lookups-waiting">{words.t("ui.lookups.waiting", { count: waiting.length, resolvers: waiting.map(view.nameOf) })}</p>
  );
  const all = [...new Set(ledger.map(({ resolver }) => resolver))];
  const silent = all.filter((id) => !waiting.includes(id) && !ledger.some(({ resolver, outcome }) => resolver === id && isAnswer(outcome)));
  if (silent.length === 0) {
    // The note stays when the last answer has come, so what is below it does not move.
    const note = wait || (late && <p>{words.t("ui.lookups.heard")}</p>);
    return note ? (
      <div class="notice" part="notice">
        {note}
      </div>
    ) : null;
  }
  // A server that fails is an answer about the domain, which the result rests on.
  if (silent.length === all.length && ledger.some(({ outcome }) => outcome === "servfail")) return null;
  const kind =
    refused.length === all.length
      ? "policy"
      : ledger.every(({ outcome }) => outcome === "offline")
        ? "offline"
        : silent.length === all.length
          ? "none"
          : "some";
  return (
    <div class="notice" part="notice" data-test={`lookups-${kind}`}>
      <p>
        {words.t(`ui.lookups.${kind}`, {
          resolvers: silent.map(view.nameOf),
          done: all.length - silent.length,
          total: all.length,
        })}
      </p>
      {wait}
      {kind !== "some" && !wait && onRetry && (
        <button type="button" class="secondary" onClick={onRetry}>
          {words.t("ui.retry")}
        </button>
      )}
      {kind === "policy" && <NewTab view={view} />}
    </div>
  );
}

/** That it was canceled, or is not a run at all but a saved case. */
export function RunNotes({ view: { words }, shown: { phase, example, opened, turn } }: { view: View; shown: Shown }) {
  const note = (text: string, test?: string) => (
    <p class="notice" part="notice" data-test={test}>
      {text}
    </p>
  );
  return (
    <>
      {phase === "cancelled" && note(words.t("ui.cancelled"))}
      {example && turn && note(words.t("ui.example.note"))}
      {opened && turn && note(words.t("ui.open.note", { time: clock(opened) }), "opened")}
    </>
  );
}

/** In UTC, so everybody who talks about a case sees the same time. */
const clock = (time: string): string => `${time.slice(0, 10)} ${time.slice(11, 16)} UTC`;
