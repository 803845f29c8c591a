// What each resolver says, record by record: equal answers together, China and the rest of the world next to each other.
//
// The roles are explicit because CSS stacks the cells on a phone, and a table drawn as blocks is no table to a screen
// reader.
import type { AnswerGroup, Comparison } from "../../contract";
import { isAnswer } from "../../run/answered";
import { Code } from "../parts/rich";
import type { View } from "../state/view";

type Region = ReturnType<View["regionOf"]>;
const keyOf = (region: Region): string => (region === "own" ? "ui.ledger.resolver" : `ui.region.${region}`);

const different = ({ groups }: Comparison): number => groups.filter(({ outcome }) => isAnswer(outcome)).length;

export function Comparisons({ view, comparisons }: { view: View; comparisons: Comparison[] }) {
  if (comparisons.length === 0) return null;
  const { words } = view;
  const differing = comparisons.filter((one) => different(one) > 1);
  const rows = [...differing, ...comparisons.filter((one) => different(one) <= 1)];
  const holders = comparisons.flatMap(({ groups }) => groups.flatMap((group) => group.holders));
  const seen = new Set(holders.map(({ resolver }) => view.regionOf(resolver)));
  const regions = (["china", "world", "own"] as const).filter((region) => seen.has(region));
  return (
    <details class="row deep" part="comparisons" data-test="comparisons" open={differing.length > 0}>
      <summary>
        <h4>{words.t("ui.compare")}</h4>
        <span class="hint">{words.t("ui.compare.count", { count: differing.length })}</span>
      </summary>
      <table class="grid" role="table">
        <caption class="visually-hidden">{words.t("ui.compare")}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {["ui.ledger.query", "ui.ledger.answer", ...regions.map(keyOf)].map((key) => (
              <th key={key} scope="col" role="columnheader">
                {words.t(key)}
              </th>
            ))}
          </tr>
        </thead>
        {rows.map((one) => (
          <Rows key={`${one.type} ${one.name}`} view={view} comparison={one} regions={regions} />
        ))}
      </table>
    </details>
  );
}

interface RowsProps {
  view: View;
  comparison: Comparison;
  regions: Region[];
}

function Rows({ view, comparison, regions }: RowsProps) {
  const { words } = view;
  const { name, type, groups } = comparison;
  const count = different(comparison);
  return (
    <tbody role="rowgroup" data-test="comparison" data-differs={count > 1}>
      {groups.map((group, index) => (
        <tr key={index} role="row" data-outcome={group.outcome}>
          {index === 0 && (
            <th scope="rowgroup" role="rowheader" rowSpan={groups.length}>
              <Code text={`${type} ${name}`} />
              {count > 1 && <span class="differs">{words.t("ui.compare.differ", { count })}</span>}
            </th>
          )}
          <td role="cell">
            {ordered(type, group.values).map((value, at) => (
              <Code key={at} text={value.length > longest ? `${value.slice(0, longest)}\u2026` : value} />
            ))}
            {group.outcome !== "records" && words.t(`outcome.${group.outcome}`)}
          </td>
          {regions.map((region) => (
            <Holders key={region} view={view} group={group} region={region} />
          ))}
        </tr>
      ))}
    </tbody>
  );
}

// By preference; the core sorts them as text, where 10 comes before 5.
const ordered = (type: string, values: string[]): string[] =>
  type === "MX" ? [...values].sort((one, other) => parseInt(one, 10) - parseInt(other, 10)) : values;

const longest = 200; // characters of one value; the evidence has the whole value

function Holders({ view, group, region }: { view: View; group: AnswerGroup; region: Region }) {
  const { words } = view;
  const here = group.holders
    .filter(({ resolver }) => view.regionOf(resolver) === region)
    .sort((one, other) => (one.resolver < other.resolver ? -1 : 1)); // by id, not by arrival
  return (
    <td role="cell" data-label={words.t(keyOf(region))} class={here.length === 0 ? "none" : undefined}>
      {here.map(({ resolver, ttl }) => (
        <span key={resolver}>
          {view.nameOf(resolver)}
          {ttl !== undefined && <span class="hint"> {words.t("ui.ttl", { seconds: ttl })}</span>}
        </span>
      ))}
      {here.length === 0 && "\u2013"}
    </td>
  );
}
