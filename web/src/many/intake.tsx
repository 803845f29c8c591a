// The list: pasted, or a file. Nothing leaves the browser before the button is pressed.
import { Component } from "preact";
import type { View } from "../app/state/view";
import type { PaceLimits } from "./pace";
import { textOf } from "./file-text";
import { maxCharacters } from "./read-list";
import { maxDomains } from "./subjects";

// Questions to the busier resolver for one domain: what a healthy one takes, and what its site shares with the others.
export const perDomain = 9;

/** The names of the resolvers that are asked first, and of those that may take their places. */
export interface AskedNames {
  first: string[];
  others: string[];
}

interface IntakeProps {
  view: View;
  limits: PaceLimits;
  resolvers: AskedNames;
  compact: boolean; // there is a list already
  busy: boolean;
  onRun(text: string): void;
}

interface IntakeState {
  text: string;
  file: string;
  empty: boolean;
}

export class Intake extends Component<IntakeProps, IntakeState> {
  override state: IntakeState = { text: "", file: "", empty: false };

  private run = () => {
    const { text } = this.state;
    this.setState({ empty: text.trim() === "" });
    if (text.trim() !== "") this.props.onRun(text);
  };

  // One character more than is read, so that the reader knows that there was more.
  private open = async (event: Event) => {
    const { view } = this.props;
    const [file] = (event.currentTarget as HTMLInputElement).files ?? [];
    if (!file) return;
    const begin = file.slice(0, maxCharacters * 3 + 1);
    const text = textOf(await begin.arrayBuffer(), view.words.tag, begin.size === file.size);
    this.setState({ text, file: file.name, empty: false });
  };

  override render({ view, limits, resolvers, compact, busy }: IntakeProps, { text, file, empty }: IntakeState) {
    const { words } = view;
    return (
      <form class="form" noValidate onSubmit={(event) => event.preventDefault()}>
        <div class="field">
          <label for="domains">{words.t("many.input")}</label>
          <p class="hint" id="domains-hint">
            {words.t("many.input.hint")}
          </p>
          {empty && (
            <p class="field-error" id="domains-error" role="alert" data-test="domains-error">
              {words.t("many.empty")}
            </p>
          )}
          <textarea
            id="domains"
            class="box"
            data-test="domains"
            rows={compact ? 4 : 10}
            value={text.length > longestDrawn ? "" : text}
            placeholder={text.length > longestDrawn ? words.t("many.input.long", { count: text.length }) : ""}
            spellcheck={false}
            autocapitalize="none"
            dir="ltr"
            aria-describedby={empty ? "domains-error domains-hint" : "domains-hint"}
            aria-invalid={empty ? "true" : undefined}
            onBeforeInput={(event) => this.paste(event)}
            onInput={(event) => this.setState({ text: event.currentTarget.value, file: "", empty: false })}
          />
        </div>
        <div class="field">
          <label for="file">{words.t("many.file")}</label>
          <input id="file" class="box" type="file" accept=".csv,.txt,.tsv,text/csv,text/plain" data-test="file" onChange={this.open} />
          {file && (
            <p class="hint" role="status">
              {file}
            </p>
          )}
        </div>
        <div class="send">
          <button type="button" class="primary" data-test="run" disabled={busy} onClick={this.run}>
            {words.t("many.run")}
          </button>
          <div class="consent" data-test="consent">
            <p>
              {words.t("many.consent", { resolvers: words.list(resolvers.first) })}{" "}
              {resolvers.others.length > 0 && words.t("many.consent.instead", { resolvers: words.list(resolvers.others) })}
            </p>
            <p>
              {words.t("many.consent.pace", {
                rate: limits.perSecond,
                together: limits.inFlight,
                domains: maxDomains,
                seconds: (maxDomains * perDomain) / limits.perSecond,
              })}
            </p>
            <p>{words.t("many.consent.names")}</p>
            <p>{words.t("many.consent.kept")}</p>
          </div>
        </div>
      </form>
    );
  }

  // Browsers insert a paste line by line, and every line takes longer than the one before: a thousand take seconds. And
  // megabytes in a field keep them busy for longer: such a text is kept beside it.
  private paste(event: InputEvent & { currentTarget: HTMLTextAreaElement }) {
    const { data, currentTarget: field } = event;
    if (!data || data.length <= longestTyped) return;
    event.preventDefault();
    if (data.length <= longestDrawn) field.setRangeText(data, field.selectionStart, field.selectionEnd, "end");
    this.setState({ text: data.length <= longestDrawn ? field.value : data, file: "", empty: false });
  }
}

const longestTyped = 1000; // characters
const longestDrawn = 60_000; // characters: a thousand long names
