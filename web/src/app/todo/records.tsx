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
  const now = records.filter(({ later }) => !later);
  const later = records.filter((record) => record.later);
  return (
    <section class="block" part="records">
      <h3>{words.t(now.length > 0 ? "ui.records" : "ui.records.later")}</h3>
      <RecordCards view={view} records={now} panel={panel} />
      <p class="hint">{words.t("ui.records.hint")}</p>
      <div class="systems" role="group" aria-label={words.t("ui.panel")}>
        {panels.map((each) => (
          <button key={each} type="button" aria-pressed={each === panel} data-test={`panel-${each}`} onClick={() => view.onPanel(each)}>
            {words.t(each === "other" ? "panel.other" : `provider.${each}`)}
          </button>
        ))}
      </div>
      {later.length > 0 && (
        <div class="later" data-test="records-later">
          {now.length > 0 && <h3>{words.t("ui.records.later")}</h3>}
          <RecordCards view={view} records={later} panel={panel} />
        </div>
      )}
    </section>
  );
}

function RecordCards({ view, records, panel }: { view: View; records: RecordToPublish[]; panel: Panel }) {
  if (records.length === 0) return null;
  const title = view.words.t("panel.zone-file");
  return (
    <>
      {records.map((record, index) => (
        <RecordCard key={`${index} ${panel}`} view={view} record={record} panel={panel} />
      ))}
      {panel === "other" && (
        <details class="row" data-test="zone-file">
          <summary>
            <span class="name">{title}</span>
          </summary>
          <Copy view={view} text={zoneFile(records)} label={title} />
        </details>
      )}
    </>
  );
}

function RecordCard({ view, record, panel }: { view: View; record: RecordToPublish; panel: Panel }) {
  const { words } = view;
  const { change, type, source, current = [], leftOut, flattened } = record;
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
      {flattened && (
        <p class="hint" data-test="flattened">
          <Rich view={view} id="change.flattened" args={{ terms: flattened }} />
        </p>
      )}
      {change === "remove" && (
        <p class="hint" data-test="caution">
          {words.t("change.remove.caution")}
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
