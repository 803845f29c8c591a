// One domain of the list, opened in its place: the cause, what speaks for it, the records to copy, and the way to a full check.
import { Because } from "../app/parts/finding";
import type { View } from "../app/state/view";
import { Records } from "../app/todo/records";
import type { Row } from "./row";
import { causeOf } from "./told-row";

export function Detail({ view, row }: { view: View; row: Row }) {
  const { words } = view;
  const { found, subject } = row;
  const cause = causeOf(words, row);
  const link = new URLSearchParams({ v: "1", subject, lang: words.tag });
  return (
    <div class="detail">
      {cause && (
        <p>
          <b>{cause}</b>
        </p>
      )}
      {found && <Because view={view} findings={[...found.because, ...found.unknown.filter((one) => !found.because.includes(one))]} />}
      {found && <p class="hint">{words.t("many.checked", { time: found.at })}</p>}
      {found && <Records view={view} records={found.records} findings={[]} />}
      <p>
        <a href={`${new URL("index.html", import.meta.url).href}#${link}`} target="_blank" rel="noopener" data-test="full-check">
          {words.t("many.open.full")}
        </a>
      </p>
    </div>
  );
}
