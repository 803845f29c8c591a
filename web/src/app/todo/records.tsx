// The records to publish, field by field, as the person's DNS panel wants them.
import type { Finding, RecordToPublish } from "../../contract";
import { Choice } from "../parts/choice";
import { Copy } from "../parts/copy";
import { changeKey, panelFields, panelOf, panels, zoneFile, type Panel, type PanelField } from "../state/panels";
import { Rich } from "../parts/rich";
import type { View } from "../state/view";

interface RecordsProps {
  view: View;
  records: RecordToPublish[]; // those of now, or those of later
  findings: Finding[]; // tell who runs the zone's name servers
  title?: string; // where the headline has not named them
}

export function Records({ view, records, findings, title }: RecordsProps) {
  if (records.length === 0) return null;
  const { words } = view;
  const panel = view.panel ?? panelOf(findings);
  const several = records.length > 1;
  return (
    <section class="piece records" part="records" aria-label={words.t("ui.records")}>
      {title && <h3>{words.t(title)}</h3>}
      {panel === "zone-file" ? (
        <div data-test="zone-file">
          <Copy view={view} text={zoneFile(records)} label={words.t("panel.zone-file")} />
        </div>
      ) : (
        <div class="set">
          {records.map((record, index) => (
            <RecordCard key={`${index} ${panel}`} view={view} record={record} panel={panel} brief={several} heading={title ? "h4" : "h3"} />
          ))}
        </div>
      )}
      <div class="tools">
        <Choice
          label={words.t("ui.panel")}
          test="panel"
          options={panels.map((each) => ({
            value: each,
            text: words.t(words.has(`provider.${each}`) ? `provider.${each}` : `panel.${each}`),
          }))}
          chosen={panel}
          onChoose={view.onPanel}
        />
        {several && panel !== "zone-file" && (
          <div data-test="copy-all">
            <Copy view={view} text={asLines(panel, records)} label={words.t("ui.records")} button={words.t("ui.records.copy-all")} />
          </div>
        )}
      </div>
    </section>
  );
}

/** What is to be added or put in the place of another, a line each, with its fields in the order of the panel. */
function asLines(panel: Panel, records: readonly RecordToPublish[]): string {
  const wanted = records.filter(({ change }) => change !== "remove");
  return (wanted.length > 0 ? wanted : records)
    .map((record) =>
      panelFields(panel, record)
        .map(({ text }) => text)
        .join("\t"),
    )
    .join("\n");
}

interface RecordCardProps {
  view: View;
  record: RecordToPublish;
  panel: Panel;
  brief: boolean; // one of several: its small fields in one line
  heading: "h3" | "h4";
}

function RecordCard({ view, record, panel, brief, heading: Heading }: RecordCardProps) {
  const { words } = view;
  const { change, type, current = [], leftOut, flattened } = record;
  const note = `panel.${panel}.note-${type.toLowerCase()}`;
  return (
    <div class={brief ? "record brief" : "record"} data-test="record" data-change={change}>
      <Heading class="change">
        <Rich view={view} id={changeKey(record)} args={{ current }} />
      </Heading>
      <dl>
        {panelFields(panel, record).map((field) => (
          <Field key={field.id} view={view} field={field} copies={field.id === "value" || (field.id === "host" && !brief)} />
        ))}
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
    </div>
  );
}

// A type is chosen from a list and a priority is a short number: nobody copies them.
function Field({ view, field: { id, label, text }, copies }: { view: View; field: PanelField; copies: boolean }) {
  const { words } = view;
  const name = words.t(label.find((key) => words.has(key)) ?? "");
  return (
    <div data-test={`field-${id}`} data-field={id}>
      <dt>{name}</dt>
      <dd>
        {copies ? (
          <Copy view={view} text={text} label={name} class="bare" />
        ) : (
          <code lang="en" dir="ltr" translate={false}>
            {text}
          </code>
        )}
      </dd>
    </div>
  );
}
