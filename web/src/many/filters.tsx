// Which rows are shown: by what was found, with a count for each, and by a part of the name.
import type { View } from "../app/state/view";
import { kindOf, kinds, type Kind, type Row } from "./row";

interface FiltersProps {
  view: View;
  rows: readonly Row[];
  kind: Kind | "all";
  query: string;
  onKind(kind: Kind | "all"): void;
  onQuery(query: string): void;
}

export function Filters({ view: { words }, rows, kind, query, onKind, onQuery }: FiltersProps) {
  const count = (one: Kind | "all"): number => (one === "all" ? rows.length : rows.filter((row) => kindOf(row) === one).length);
  const offered = (["all", ...kinds] as const).filter((one) => one === "all" || one === kind || count(one) > 0);
  return (
    <div class="filters">
      <div class="systems" role="group" aria-label={words.t("many.filter")}>
        {offered.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === kind}
            data-test={`filter-${one}`}
            data-count={count(one)}
            onClick={() => onKind(one)}
          >
            {words.t(`many.kind.${one}`)} <span class="count">{words.number(count(one))}</span>
          </button>
        ))}
      </div>
      <div class="field">
        <label for="query" class="hint">
          {words.t("many.search")}
        </label>
        <input
          id="query"
          class="box"
          type="search"
          data-test="query"
          value={query}
          dir="ltr"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          onInput={(event) => onQuery(event.currentTarget.value)}
        />
      </div>
    </div>
  );
}
