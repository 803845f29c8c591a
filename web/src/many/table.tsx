// The table of the list: a row a domain, to sort, to filter, and to open. On a phone each row is a card; roles are written out,
// as some browsers take them from a table that is not laid out as one.
import { Component } from "preact";
import { ActionIcon } from "../app/parts/icons";
import { Code } from "../app/parts/rich";
import { sentenceOf } from "../app/parts/spoken";
import type { View } from "../app/state/view";
import { Detail } from "./detail";
import { kindOf, recordsOf, type Column, type Row } from "./row";
import { causeOf, headlineOf } from "./told-row";

export interface Sorting {
  column: Column | undefined; // undefined: in the order of the list
  down: boolean;
}

interface TableProps {
  view: View;
  rows: readonly Row[];
  sorting: Sorting;
  opened: string | undefined; // the domain whose details are shown
  stopped: boolean;
  onSort(column: Column): void;
  onOpen(domain: string): void;
}

const columns = ["domain", "verdict", "site", "change", "wait"] as const;

export function Table({ view, rows, sorting, opened, stopped, onSort, onOpen }: TableProps) {
  const { words } = view;
  return (
    <table class="list" role="table" data-test="list">
      <caption class="visually-hidden">{words.t("many.table")}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column} scope="col" role="columnheader" class={`of-${column}`} aria-sort={sortOf(sorting, column)}>
              {column === "change" ? (
                words.t(`many.column.${column}`)
              ) : (
                <button type="button" data-test={`sort-${column}`} onClick={() => onSort(column)}>
                  {words.t(`many.column.${column}`)}
                  <span aria-hidden="true">{sorting.column !== column ? "" : sorting.down ? " \u2193" : " \u2191"}</span>
                </button>
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <Line key={row.domain} view={view} row={row} open={row.domain === opened} stopped={stopped} onOpen={onOpen} />
        ))}
      </tbody>
    </table>
  );
}

const sortOf = ({ column, down }: Sorting, mine: string) => (column !== mine ? undefined : down ? "descending" : "ascending");

interface LineProps {
  view: View;
  row: Row;
  open: boolean;
  stopped: boolean;
  onOpen(domain: string): void;
}

const mostRecords = 3;

// Rows are values: one that is the same object is drawn the same.
class Line extends Component<LineProps> {
  override shouldComponentUpdate(next: LineProps): boolean {
    const { view, row, open, stopped } = this.props;
    return next.row !== row || next.open !== open || next.view !== view || next.stopped !== stopped;
  }

  override render({ view, row, open, stopped, onOpen }: LineProps) {
    const { words } = view;
    const { domain, typed, state, found } = row;
    const kind = kindOf(row);
    const id = `detail-${domain}`;
    const label = (column: string) => words.t(`many.column.${column}`);
    return (
      <>
        <tr role="row" data-test="row" data-domain={domain} data-kind={kind} data-state={state} data-action={found?.action}>
          <th scope="row" role="rowheader" class="of-domain">
            <button
              type="button"
              class="opens"
              aria-expanded={open}
              aria-controls={open ? id : undefined}
              data-test="open"
              onClick={() => onOpen(domain)}
            >
              <bdi translate={false}>{domain}</bdi>
            </button>
            {typed && (
              <bdi class="hint" translate={false}>
                {typed}
              </bdi>
            )}
          </th>
          <td role="cell" class="of-verdict">
            <p class="told" data-kind={kind}>
              {found && <ActionIcon action={found.action} />}
              <span>
                {headlineOf(words, row)}
                {found && state !== "done" && (
                  <span class="hint"> {words.t(`many.state.${stopped && state === "running" ? "paused" : "again"}`)}</span>
                )}
              </span>
            </p>
          </td>
          <td role="cell" class="of-site" data-label={label("site")}>
            {found?.site && words.t(`family.${found.site}`)}
          </td>
          <td role="cell" class="of-change" data-label={label("change")}>
            <Change view={view} row={row} />
          </td>
          <td role="cell" class="of-wait" data-label={label("wait")}>
            {found?.until && Date.parse(found.until) > Date.now() && <time dateTime={found.until}>{words.when(found.until)}</time>}
          </td>
        </tr>
        {open && (
          <tr role="row" class="opened" id={id} data-test="detail">
            <td role="cell" colSpan={columns.length}>
              <Detail view={view} row={row} />
            </td>
          </tr>
        )}
      </>
    );
  }
}

// The records, or why there are none: the cause, or what could not be looked up.
function Change({ view, row }: { view: View; row: Row }) {
  const { words } = view;
  const records = recordsOf(row);
  if (row.failure) return <>{words.t(`core.${row.failure}`)}</>;
  if (records.length === 0) return <>{reasonOf(view, row)}</>;
  return (
    <ul class="plain">
      {records.slice(0, mostRecords).map(({ change, type, host }, index) => (
        <li key={index}>
          {words.rich(`many.record.${change}`, { type, host }).map((part) => ("code" in part ? <Code text={part.code} /> : part.text))}
        </li>
      ))}
      {records.length > mostRecords && <li class="hint">{words.t("many.more", { count: records.length - mostRecords })}</li>}
    </ul>
  );
}

function reasonOf({ words, nameOf }: View, row: Row): string {
  const [unknown] = row.found?.unknown ?? [];
  if (kindOf(row) !== "unclear" || !unknown) return kindOf(row) === "fix" || kindOf(row) === "other" ? (causeOf(words, row) ?? "") : "";
  const { id, args } = sentenceOf(words, unknown, nameOf);
  return words.has(id) ? words.t(id, args) : "";
}
