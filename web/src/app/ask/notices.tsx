// Notes about the lookups themselves: which resolvers did not answer, and what that means for the result.
import type { LedgerRow } from "../../contract";
import { isAnswer } from "../../run/answered";
import { isPasted } from "../../run/pasted";
import { NewTab } from "../parts/new-tab";
import type { View } from "../state/view";

interface LookupNoticesProps {
  view: View;
  ledger: LedgerRow[];
  refused: string[]; // resolvers that this page's policy blocks
  onRetry?: () => void;
}

export function LookupNotices({ view, ledger: rows, refused, onRetry }: LookupNoticesProps) {
  const ledger = rows.filter(({ resolver }) => !isPasted(resolver));
  if (ledger.length === 0) return null;
  const { words } = view;
  const all = [...new Set(ledger.map(({ resolver }) => resolver))];
  const silent = all.filter((id) => !ledger.some(({ resolver, outcome }) => resolver === id && isAnswer(outcome)));
  if (silent.length === 0) return null;
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
      {kind !== "some" && onRetry && (
        <button type="button" class="secondary" onClick={onRetry}>
          {words.t("ui.retry")}
        </button>
      )}
      {kind === "policy" && <NewTab view={view} />}
    </div>
  );
}
