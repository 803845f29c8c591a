// A sentence with its origin. What Alibaba documents comes first; where the guide says something else, its words follow;
// what only the guide says gets a tag.
import type { Args, From } from "../../contract";
import { Rich } from "./rich";
import type { View } from "../state/view";
import { isAlibabas, pageName } from "./page-name";

/** Without the guide's other words, which the table of differences has; "alone" also without where it comes from. */
export type Plain = "sourced" | "alone" | undefined;

interface StatementProps {
  view: View;
  id: string; // the key of the main text
  beside?: string; // the key of the guide's own words, where they differ
  args?: Args;
  from?: From;
  source?: string;
  plain?: Plain;
}

export function Statement({ view, id, beside = `${id}.guide`, args = {}, from, source, plain }: StatementProps) {
  const { words } = view;
  const differs = words.has(beside);
  return (
    <div class="statement">
      <p>
        <Rich view={view} id={id} args={args} />
        {plain && differs && <Asterisk view={view} />}
      </p>
      {!plain && differs && <GuideSays view={view} id={beside} args={args} />}
      {plain !== "alone" && <Origin view={view} from={from} source={source} differs={differs} />}
    </div>
  );
}

// The table of differences (result/differs.tsx) has the guide's words.
function Asterisk({ view }: { view: View }) {
  return (
    <span class="asterisk">
      <span aria-hidden="true">*</span>
      <span class="visually-hidden"> ({view.words.t("ui.differs.mark")})</span>
    </span>
  );
}

export function GuideSays({ view, id, args = {} }: Pick<StatementProps, "view" | "id" | "args">) {
  return (
    <p class="guide-says">
      <b>{view.words.t("ui.guide-says")}</b> <Rich view={view} id={id} args={args} />
    </p>
  );
}

function Origin({ view, from, source, differs }: { view: View; from?: From; source?: string; differs: boolean }) {
  const onlyGuide = from === "guide" && !differs;
  if (!onlyGuide && !source) return null;
  return (
    <p class="origin">
      {onlyGuide && <span>{view.words.t("from.guide")}</span>}
      {source && <Source view={view} source={source} />}
    </p>
  );
}

/** An https address becomes a link without a referrer that names the page; anything else, such as an RFC section, stays text. */
export function Source({ view, source }: { view: View; source: string }) {
  if (!source.startsWith("https://")) return <span translate={false}>{source}</span>;
  return (
    <a href={source} target="_blank" rel="noreferrer noopener">
      {view.words.t(isAlibabas(source) ? "ui.source" : "ui.source.other", { page: pageName(source) })}
    </a>
  );
}
