// What the person tells us: what happens, whose mail, and their own words. Nothing leaves the browser before the button is
// pressed. Below a result it is one line with the case, and opens to change it.
//
// The button is not a submit button: a sandbox without allow-forms blocks submissions, so Enter and the click start the run
// themselves.
import type { RefObject } from "preact";
import { isLong, maxComplaint } from "../../run/subject";
import symptoms from "../state/symptoms.json";
import type { FieldError, Fields } from "../state/model";
import { titleOf } from "../parts/kinds";
import { wordsOr, type View } from "../state/view";

interface FormProps {
  view: View;
  fields: Fields;
  error?: FieldError;
  folded: boolean; // whether there is a result, so only the case is shown
  subjectBox: RefObject<HTMLInputElement | null>;
  onChange(fields: Partial<Fields>): void;
  onEdit(): void;
  onIntent(): void; // the person comes to the form
  onRun(): void;
}

export function Form({ view, fields, error, folded, subjectBox, onChange, onEdit, onIntent, onRun }: FormProps) {
  const { words } = view;
  const long = isLong(fields.complaint);
  const enter = (event: KeyboardEvent, wanted: boolean) => {
    if (event.key !== "Enter" || event.isComposing || !wanted) return; // Enter also ends a word of an input method
    event.preventDefault();
    onRun();
  };
  return (
    <>
      {folded && <CaseLine view={view} fields={fields} onEdit={onEdit} />}
      {folded && long && <Cut view={view} />}
      <form class="form" part="form" noValidate hidden={folded} onFocusIn={onIntent} onSubmit={(event) => event.preventDefault()}>
        <Symptoms view={view} start={fields.start} onChange={onChange} />
        <div class="field">
          <label for="subject">{words.t("ui.subject")}</label>
          {error && <ErrorLine view={view} error={error} />}
          <input
            ref={subjectBox}
            id="subject"
            class="box"
            data-test="subject"
            value={fields.subject}
            placeholder={words.t("ui.subject.hint")}
            inputMode="url"
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            dir="ltr"
            aria-describedby={error ? "subject-error" : undefined}
            aria-invalid={error ? "true" : undefined}
            onInput={(event) => onChange({ subject: event.currentTarget.value })}
            onKeyDown={(event) => enter(event, true)}
          />
        </div>
        <div class="field">
          <label for="complaint">{words.t("ui.complaint")}</label>
          <textarea
            id="complaint"
            class={fields.complaint ? "box filled" : "box"}
            data-test="complaint"
            rows={1}
            value={fields.complaint}
            placeholder={words.t("ui.complaint.hint")}
            dir="auto"
            aria-describedby={long ? "complaint-cut" : undefined}
            // It stays as high when it loses the focus: else the button would move away under the press that takes it.
            onFocus={(event) => (event.currentTarget.dataset["grown"] = "")}
            onBeforeInput={(event) => insertStart(event, onChange)}
            onInput={(event) => onChange({ complaint: kept(event.currentTarget) })}
            onKeyDown={(event) => enter(event, event.ctrlKey || event.metaKey)}
          />
          {!folded && long && <Cut view={view} />}
        </div>
        <div class="send">
          <button type="button" class="primary" data-test="run" onClick={onRun}>
            {words.t("ui.run")}
          </button>
          <p class="consent">{words.t("ui.consent")}</p>
        </div>
      </form>
    </>
  );
}

function Cut({ view }: { view: View }) {
  return (
    <p class="notice" part="notice" id="complaint-cut" role="status" data-test="complaint-cut">
      {view.words.t("finding.words.cut")}
    </p>
  );
}

const longestTold = 160; // characters of the complaint in the line of the case

function CaseLine({ view: { words }, fields: { subject, complaint, start }, onEdit }: Pick<FormProps, "view" | "fields" | "onEdit">) {
  const told = complaint.trim().replace(/\s+/g, " ");
  const symptom = start ? wordsOr(words, `problem.${start}.chip`, {}, titleOf(words, start) ?? "") : "";
  return (
    <div class="case" part="case" data-test="case">
      <p>
        {subject.trim() && (
          <b dir="ltr" translate={false}>
            {subject.trim()}
          </b>
        )}
        {symptom && <span>{symptom}</span>}
        {told && (
          <span dir="auto" translate={false}>
            {told.length > longestTold ? `${told.slice(0, longestTold)}\u2026` : told}
          </span>
        )}
      </p>
      <button type="button" class="copy" data-test="change" onClick={onEdit}>
        {words.t("ui.change")}
      </button>
    </div>
  );
}

// With 2 MB in a field, a browser is busy for half a minute, and then a second for every letter. So we keep only what the
// core reads.
function insertStart(event: InputEvent & { currentTarget: HTMLTextAreaElement }, onChange: FormProps["onChange"]): void {
  const { data, currentTarget: field } = event;
  if (!data || data.length <= maxComplaint) return;
  event.preventDefault();
  field.setRangeText(data.slice(0, maxComplaint), field.selectionStart, field.selectionEnd, "end");
  onChange({ complaint: kept(field) });
}

function kept(field: HTMLTextAreaElement): string {
  if (field.value.length > maxComplaint) field.setRangeText("", maxComplaint, field.value.length);
  return field.value;
}

function ErrorLine({ view, error }: { view: View; error: FieldError }) {
  return (
    <p class="field-error" id="subject-error" role="alert" data-test="field-error" data-code={error.code}>
      {view.words.t(error.key)}
    </p>
  );
}

// Chips for all problems: one Tab stop, arrow keys between them, and a second press takes the choice back.
function Symptoms({ view, start, onChange }: Pick<FormProps, "view" | "onChange"> & { start: string }) {
  const { words } = view;
  // A link, or "Which is closest?", may have chosen a topic, which is no symptom.
  const other = start && !symptoms.includes(start) ? titleOf(words, start) : undefined;
  const chip = (id: string, text: string) => (
    <label key={id} class="chip">
      <input
        type="radio"
        name="start"
        value={id}
        checked={start === id}
        data-test={`chip-${id}`}
        onChange={() => onChange({ start: id })}
        onClick={() => start === id && onChange({ start: "" })}
      />
      <span>{text}</span>
    </label>
  );
  return (
    <fieldset class="chips">
      <legend>{words.t("ui.start")}</legend>
      {symptoms.map((id) => chip(id, words.t(`problem.${id}.chip`)))}
      {other && chip(start, other)}
    </fieldset>
  );
}
