// Why, in two lines: the cause, and the first thing that shows it. The fold below has the whole argument.
import type { Cause, Finding, Problem } from "../../contract";
import { Because } from "../parts/finding";
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

const telling = /^(mx|login|client|spf|dkim|dmarc|reply|local)\./; // what a person with a mailbox recognizes
const most = 4;

/** Where no cause is named, briefly what was seen. The evidence has all of it, with its sources. */
export function Seen({ view, findings }: { view: View; findings: Finding[] }) {
  // The card says already that nothing was recognised, or that it is none of the kinds offered.
  const news = findings.filter(
    ({ key, severity }) => !/^(words\.unrecognised|reply\.closest-none)$/.test(key) && (severity !== "info" || telling.test(key)),
  );
  if (news.length === 0) return null;
  return (
    <section class="piece why" part="seen" data-test="seen">
      <h3>{view.words.t("ui.evidence.short")}</h3>
      <Because view={view} findings={news.slice(0, most)} sources={false} />
    </section>
  );
}
