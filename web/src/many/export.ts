// The list as a file for a spreadsheet. Pure.
import { sentence, utc } from "../app/parts/told";
import type { Words } from "../words/words";
import { writeCsv } from "./csv";
import { kindOf, recordsOf, type Row } from "./row";
import { causeOf, headlineOf } from "./told-row";

export interface Names {
  words: Words;
  nameOf(resolver: string): string;
}

export function csvOf(rows: readonly Row[], { words, nameOf }: Names): string {
  const teller = { words, nameOf, maskQuotation: (text: string) => text };
  const head = ["domain", "kind", "verdict", "cause", "site", "change", "wait", "reason", "checked"].map((id) => words.t(`many.csv.${id}`));
  const body = rows.map((row) => {
    const { domain, found } = row;
    const changes = recordsOf(row).map(({ change, host, type, value, priority, current = [] }) => {
      const was = change === "replace" && current.length > 0 ? ` (${words.t("ui.before")}: ${current.join(" | ")})` : "";
      return `${words.t(`many.record.${change}`, { type, host })}: ${priority === undefined ? "" : `${priority} `}${value}${was}`;
    });
    const reasons = found?.unknown.flatMap((one) => sentence(teller, one) ?? []) ?? [];
    return [
      domain,
      words.t(`many.kind.${kindOf(row)}`),
      headlineOf(words, row),
      causeOf(words, row) ?? "",
      found?.site ? words.t(`family.${found.site}`) : "",
      changes.join("\n"),
      found?.until ? utc(found.until) : "",
      row.failure ? words.t(`core.${row.failure}`) : reasons.join("\n"),
      found ? utc(found.at) : "",
    ];
  });
  return writeCsv([head, ...body]);
}
