// What the person tells us: whose mail, what happens, or which of the guide's problems it is. Nothing leaves the browser
// before the button is pressed.
//
// The button is not a submit button: a sandbox without allow-forms blocks submissions, so Enter and the click start the run
// themselves.
import type { RefObject } from "preact";
import { isLong, maxComplaint } from "../../run/subject";
import guideProblems from "../state/guide-problems.json";
import type { FieldError, Fields } from "../state/model";
import { titleOf } from "../parts/kinds";
import { wordsOr, type View } from "../state/view";

interface FormProps {
  view: View;
  fields: Fields;
  error?: FieldError;
  choosing: boolean; // whether the words told nothing, so the choices are offered again
  compact: boolean; // whether there is a result, so only the fields are shown
  subjectBox: RefObject<HTMLInputElement | null>;
  onChange(fields: Partial<Fields>): void;
  onRun(): void;
}

export function Form({ view, fields, error, compact, choosing, subjectBox, onChange, onRun }: FormProps) {
  const { words } = view;
  const long = isLong(fields.complaint);
  const enter = (event: KeyboardEvent, wanted: boolean) => {
    if (event.key !== "Enter" || event.isComposing || !wanted) return; // Enter also ends a word of an input method
    event.preventDefault();
    onRun();
  };
  return (
    <form class={compact ? "form compact" : "form"} part="form" noValidate onSubmit={(event) => event.preventDefault()}>
      <div class="field">
        <label for="subject">{words.t("ui.subject")}</label>
        <p class="hint" id="subject-hint">
          {words.t("ui.subject.hint")}
        </p>
        {error && <ErrorLine view={view} error={error} />}
        <input
          ref={subjectBox}
          id="subject"
          class="box"
          data-test="subject"
          value={fields.subject}
          inputMode="url"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          dir="ltr"
          aria-describedby={error ? "subject-error subject-hint" : "subject-hint"}
          aria-invalid={error ? "true" : undefined}
          onInput={(event) => onChange({ subject: event.currentTarget.value })}
          onKeyDown={(event) => enter(event, true)}
        />
      </div>
      <div class="field">
        <label for="complaint">{words.t("ui.complaint")}</label>
        <p class="hint" id="complaint-hint">
          {words.t("ui.complaint.hint")}
        </p>
        <textarea
          id="complaint"
          class="box"
          data-test="complaint"
          rows={compact ? 2 : 3}
          value={fields.complaint}
          dir="auto"
          aria-describedby={long ? "complaint-cut complaint-hint" : "complaint-hint"}
          onBeforeInput={(event) => insertStart(event, onChange)}
          onInput={(event) => onChange({ complaint: kept(event.currentTarget) })}
          onKeyDown={(event) => enter(event, event.ctrlKey || event.metaKey)}
        />
        {long && (
          <p class="notice" part="notice" id="complaint-cut" role="status" data-test="complaint-cut">
            {words.t("finding.words.cut")}
          </p>
        )}
      </div>
      {compact ? (
        <details class="row" open={choosing}>
          <summary>
            <span class="name">{titleOf(words, fields.start) ?? words.t("ui.choose")}</span>
          </summary>
          <Choices view={view} start={fields.start} onChange={onChange} />
        </details>
      ) : (
        <Choices view={view} start={fields.start} onChange={onChange} />
      )}
      <div class="send">
        <button type="button" class="primary" data-test="run" onClick={onRun}>
          {words.t("ui.run")}
        </button>
        <p class="consent">{words.t("ui.consent")}</p>
      </div>
    </form>
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

function Choices({ view, start, onChange }: Pick<FormProps, "view" | "onChange"> & { start: string }) {
  const { words } = view;
  // A link, or "Which is closest?", may have chosen what the list does not offer.
  const other = guideProblems.includes(start) ? undefined : titleOf(words, start);
  const choice = (id: string, title: string, symptom: string) => (
    <label key={id} class="choice">
      <input
        type="radio"
        name="start"
        value={id}
        checked={start === id}
        data-test={`problem-choice-${id || "none"}`}
        onChange={() => onChange({ start: id })}
      />
      <span>
        <b>{title}</b>
        <span class="hint">{symptom}</span>
      </span>
    </label>
  );
  return (
    <fieldset class="choices">
      <legend>{words.t("ui.choose")}</legend>
      {guideProblems.map((id) => choice(id, words.t(`problem.${id}.title`), words.t(`problem.${id}.symptom`)))}
      {other && choice(start, other, wordsOr(words, `problem.${start}.symptom`))}
      {choice("", words.t("ui.choose.none"), words.t("ui.choose.none.hint"))}
    </fieldset>
  );
}
