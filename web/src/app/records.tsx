// The records that the administrator publishes, field by field as a DNS panel asks for them.
import type { RecordToPublish } from "../contract";
import { Copy } from "./copy";
import { Source } from "./statement";
import type { View } from "./view";

export function Records({ view, records }: { view: View; records: RecordToPublish[] }) {
  if (records.length === 0) return null;
  return (
    <section class="block" part="records">
      <h3>{view.words.t("ui.records")}</h3>
      <p class="hint">{view.words.t("ui.records.hint")}</p>
      {records.map((record) => (
        <RecordFields key={`${record.host} ${record.type} ${record.value}`} view={view} record={record} />
      ))}
    </section>
  );
}

function RecordFields({ view, record }: { view: View; record: RecordToPublish }) {
  const fields: [string, string][] = [
    ["type", record.type],
    ["host", record.host],
    ["value", record.value],
    ...(record.priority === undefined ? [] : [["priority", String(record.priority)] as [string, string]]),
  ];
  return (
    <div class="record" data-test="record">
      <dl>
        {fields.map(([field, text]) => (
          <div key={field}>
            <dt>{view.words.t(`ui.record.${field}`)}</dt>
            <dd>
              <Copy view={view} text={text} label={view.words.t(`ui.record.${field}`)} class="bare" />
            </dd>
          </div>
        ))}
      </dl>
      {record.source && (
        <p class="origin">
          <Source view={view} source={record.source} />
        </p>
      )}
    </div>
  );
}
