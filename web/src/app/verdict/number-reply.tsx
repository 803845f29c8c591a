// A reply that is a number: a field and the button that sends it. Enter sends it too.
import { Component } from "preact";
import { numberIn } from "../parts/replies";
import type { View } from "../state/view";

interface NumberReplyProps {
  view: View;
  id: string;
  chosen: string | undefined;
  onReply(id: string, value: string): void;
}

interface State {
  typed: string;
  wrong: boolean;
}

export class NumberReply extends Component<NumberReplyProps, State> {
  override state: State = { typed: numberIn(this.props.chosen ?? "") ?? "", wrong: false };

  private send = () => {
    const value = numberIn(this.state.typed);
    this.setState({ wrong: value === undefined });
    if (value !== undefined) this.props.onReply(this.props.id, value);
  };

  private enter = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    this.send();
  };

  override render({ view: { words }, id }: NumberReplyProps, { typed, wrong }: State) {
    const error = `number-error-${id}`;
    return (
      <div class="number">
        <input
          class="box"
          inputMode="numeric"
          autocomplete="off"
          maxLength={12}
          data-test={`number-${id}`}
          value={typed}
          aria-label={words.t(`question.${id}`)}
          aria-invalid={wrong ? "true" : undefined}
          aria-describedby={wrong ? error : undefined}
          onInput={(event) => this.setState({ typed: event.currentTarget.value, wrong: false })}
          onKeyDown={this.enter}
        />
        <button type="button" class="secondary" data-test={`number-send-${id}`} onClick={this.send}>
          {words.t("ui.number.send")}
        </button>
        {wrong && (
          <p id={error} class="field-error" role="alert">
            {words.t("ui.number.wrong")}
          </p>
        )}
      </div>
    );
  }
}
