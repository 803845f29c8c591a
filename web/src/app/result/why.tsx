// Why, in two lines: the cause, and the first thing that shows it. The fold below has the whole argument.
import type { Cause, Finding, Problem } from "../../contract";
import { Because } from "../parts/finding";
import { seenIn } from "../state/seen";
import type { View } from "../state/view";

interface WhyProps {
  view: View;
  problem: Problem;
  cause: Cause;
}

export function Why({ view, problem, cause }: WhyProps) {
  const { words } = view;
  const seen = cause.because.filter(({ key }) => words.has(`finding.${key}`));
  return (
    <section class="piece why" part="why" data-test="why">
      <h3>{words.t("ui.why")}</h3>
      <p>{words.t(`cause.${problem.id}.${cause.id}.title`)}</p>
      <Because view={view} findings={seen.slice(0, 1)} sources={false} />
    </section>
  );
}

/** Where no cause is named, briefly what was seen. */
export function Seen({ view, findings }: { view: View; findings: Finding[] }) {
  const news = seenIn(findings);
  if (news.length === 0) return null;
  return (
    <section class="piece why" part="seen" data-test="seen">
      <h3>{view.words.t("ui.evidence.short")}</h3>
      <Because view={view} findings={news} sources={false} />
    </section>
  );
}
