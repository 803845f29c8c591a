// The parts of a bounce, as far as they are known: who reported what about whom.
import type { Finding } from "../../contract";
import { Code } from "../parts/rich";
import type { View } from "../state/view";

export const bounceRows = ["reporter", "recipient", "sender", "code", "enhanced", "text", "server", "ip", "time"] as const;

export function Bounce({ view, findings }: { view: View; findings: Finding[] }) {
  const reports = findings.filter(({ key }) => key === "bounce.report");
  return (
    <>
      {reports.map((report, index) => (
        <Report key={index} view={view} report={report} />
      ))}
    </>
  );
}

function Report({ view, report: { args } }: { view: View; report: Finding }) {
  const { words } = view;
  const known = bounceRows.filter((row) => args[row] !== undefined && args[row] !== "");
  if (known.length === 0) return null;
  return (
    <section class="piece" part="bounce" data-test="bounce">
      <h4>{words.t("ui.bounce")}</h4>
      <dl class="ways">
        {known.map((row) => (
          <div key={row} data-test={`bounce-${row}`}>
            <dt>{words.t(`ui.bounce.${row}`)}</dt>
            <dd>
              <Code text={[args[row]].flat().join(", ")} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
