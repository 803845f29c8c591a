// The records to publish, field by field, as the person's DNS panel wants them.
import type { Finding, RecordToPublish } from "../../contract";
import { Copy } from "../parts/copy";
import { changeKey, panelFields, panelOf, panels, zoneFile, type Panel } from "../state/panels";
import { Source } from "../parts/statement";
import { Rich } from "../parts/rich";
import type { View } from "../state/view";

interface RecordsProps {
  view: View;
  records: RecordToPublish[];
  findings: Finding[]; // tell who runs the zone's name servers
}

export function Records({ view, records, findings }: RecordsProps) {
  if (records.length === 0) return null;
  const { words } = view;
  const panel = view.panel ?? panelOf(findings);
  return (
    <section class="block" part="records">
      <h3>{words.t("ui.records")}</h3>
      <p class="hint">{words.t("ui.records.hint")}</p>
      <div class="systems" role="group" aria-label={words.t("ui.panel")}>
        {panels.map((each) => (
          <button key={each} type="button" aria-pressed={each === panel} data-test={`panel-${each}`} onClick={() => view.onPanel(each)}>
            {words.t(each === "other" ? "panel.other" : `provider.${each}`)}
          </button>
        ))}
      </div>
      {records.map((record, index) => (
        <RecordCard key={`${index} ${panel}`} view={view} record={record} panel={panel} />
      ))}
      {panel === "other" && (
        <details class="row" data-test="zone-file">
          <summary>
            <span class="name">{words.t("panel.zone-file")}</span>
          </summary>
          <Copy view={view} text={zoneFile(records)} label={words.t("panel.zone-file")} />
        </details>
      )}
    </section>
  );
}

function RecordCard({ view, record, panel }: { view: View; record: RecordToPublish; panel: Panel }) {
  const { words } = view;
  const { change, type, source, current = [], leftOut } = record;
  const note = `panel.${panel}.note-${type.toLowerCase()}`;
  return (
    <div class="record" data-test="record" data-change={change}>
      <h4>
        <Rich view={view} id={changeKey(record)} args={{ current }} />
      </h4>
      <dl>
        {panelFields(panel, record).map(({ id, label, text }) => {
          const name = words.t(label.find((key) => words.has(key)) ?? "");
          return (
            <div key={id} data-test={`field-${id}`}>
              <dt>{name}</dt>
              <dd>
                <Copy view={view} text={text} label={name} class="bare" />
              </dd>
            </div>
          );
        })}
      </dl>
      {leftOut && (
        <p class="hint" data-test="left-out">
          <Rich view={view} id="change.left-out" args={{ terms: leftOut }} />
        </p>
      )}
      {change !== "remove" && words.has(note) && <p class="hint">{words.t(note)}</p>}
      {source && (
        <p class="origin">
          <Source view={view} source={source} />
        </p>
      )}
    </div>
  );
}
