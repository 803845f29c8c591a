// The evidence: every query to every resolver with its answer. This also accounts for who learned which name.
import type { Finding, LedgerRow } from "../../contract";
import { grouped } from "../parts/grouped";
import { isPasted } from "../../run/pasted";
import { FindingLine } from "../parts/finding";
import { Code } from "../parts/rich";
import { wordsOr, type View } from "../state/view";

interface EvidenceProps {
  view: View;
  ledger: LedgerRow[];
  findings: Finding[];
}

const columns = ["resolver", "query", "answer"] as const;

export function Evidence({ view, ledger, findings }: EvidenceProps) {
  const { words } = view;
  if (ledger.length + findings.length === 0) return null;
  return (
    <details class="row deep" part="evidence" data-test="evidence">
      <summary>
        <h4>{words.t("ui.evidence")}</h4>
        <span class="hint">{words.t("ui.evidence.count", { count: ledger.length })}</span>
      </summary>
      {findings.length > 0 && (
        <ul class="findings">
          {findings.map((finding, index) => (
            <FindingLine key={finding.key + index} view={view} finding={finding} />
          ))}
        </ul>
      )}
      {ledger.length > 0 && <Ledger view={view} ledger={ledger} />}
    </details>
  );
}

// Grouped by purpose, as forty lookups are too many for one list; above that, how many names each resolver learned.
function Ledger({ view, ledger }: { view: View; ledger: LedgerRow[] }) {
  const { words } = view;
  const asked = ledger.filter(({ resolver }) => !isPasted(resolver));
  const counted = (rows: LedgerRow[]): string => words.t("ui.evidence.count", { count: rows.length });
  return (
    <>
      <p class="hint">{words.t("ui.evidence.who")}</p>
      <ul class="tally">
        {grouped(asked, ({ resolver }) => resolver).map(([resolver, rows]) => (
          <li key={resolver} data-test="tally" data-resolver={resolver} data-count={rows.length}>
            {words.t("ui.outcome-at", { resolver: view.nameOf(resolver), outcome: counted(rows) })}
          </li>
        ))}
      </ul>
      {grouped(ledger, ({ why }) => why ?? "").map(([why, rows]) => (
        <details key={why} class="row" data-test="purpose" data-why={why}>
          <summary>
            <span class="name purpose">{wordsOr(words, `why.${why}`, {}, why || words.t("ui.ledger.query"))}</span>
            <span class="hint">{counted(rows)}</span>
          </summary>
          <div class="table" role="table" aria-label={wordsOr(words, `why.${why}`, {}, words.t("ui.evidence"))}>
            <div role="row" class="heads">
              {columns.map((column) => (
                <span key={column} role="columnheader">
                  {words.t(`ui.ledger.${column}`)}
                </span>
              ))}
            </div>
            {rows.map((row, index) => (
              <Row key={index} view={view} row={row} name={view.nameOf(row.resolver)} />
            ))}
          </div>
        </details>
      ))}
    </>
  );
}

function Row({ view, row, name }: { view: View; row: LedgerRow; name: string }) {
  const { words } = view;
  const detail = row.detail ? wordsOr(words, `detail.${row.detail}`, {}, row.detail) : "";
  const isHttp = row.outcome === "http-error" && row.status;
  return (
    <div role="row" data-test="ledger-row" data-outcome={row.outcome} data-resolver={row.resolver}>
      <span role="cell">
        <b>{name}</b>
        <time class="hint" dateTime={row.at}>
          {words.when(row.at)}
        </time>
      </span>
      <span role="cell">
        <Code text={`${row.type} ${row.name}`} />
        {row.checkingDisabled && <span class="hint">{words.t("why.second-look")}</span>}
      </span>
      <span role="cell">
        {row.records.map((record, index) => (
          <span key={index}>
            <Code text={`${record.type} ${record.data}`} />
            {record.ttl !== row.records[index + 1]?.ttl && (record.ttl > 0 || !isPasted(row.resolver)) && (
              <span class="hint">{words.t("ui.ttl", { seconds: record.ttl })}</span>
            )}
          </span>
        ))}
        {row.outcome !== "records" && <span>{words.t(`outcome.${row.outcome}`)}</span>}
        {(detail || isHttp) && <span class="hint">{words.list([detail, isHttp ? `HTTP ${row.status}` : ""].filter(Boolean))}</span>}
        {row.ede?.map(({ code, text }) => (
          <span key={code} class="hint">
            {`EDE ${code} ${text}`}
          </span>
        ))}
      </span>
    </div>
  );
}
