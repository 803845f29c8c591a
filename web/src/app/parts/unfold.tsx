// A fold that loads its content when it is opened for the first time. If the file does not arrive, opening it again
// retries.
import { Component, type ComponentChildren } from "preact";
import { inTime } from "../../load/in-time";
import type { View } from "../state/view";

interface UnfoldProps<Loaded> {
  view: View;
  title: string; // key of its words
  test: string;
  class: string;
  heading?: boolean;
  load(): Promise<Loaded>;
  inside(loaded: Loaded): ComponentChildren;
}

interface State<Loaded> {
  loaded?: Loaded;
  missing: boolean;
}

export class Unfold<Loaded> extends Component<UnfoldProps<Loaded>, State<Loaded>> {
  override state: State<Loaded> = { missing: false };

  private toggle = (event: Event) => {
    if (!(event.currentTarget as HTMLDetailsElement).open || this.state.loaded) return;
    inTime(this.props.test, this.props.load()).then(
      (loaded) => this.setState({ loaded, missing: false }),
      () => this.setState({ missing: true }),
    );
  };

  override render(props: UnfoldProps<Loaded>, { loaded, missing }: State<Loaded>) {
    const { view, title, test, heading = false, inside } = props;
    const text = view.words.t(title);
    return (
      <details class={props.class} part={test} data-test={test} onToggle={this.toggle}>
        <summary>{heading ? <h3>{text}</h3> : <span class="name">{text}</span>}</summary>
        {loaded ? inside(loaded) : missing && <p class="hint">{view.words.t("core.core-not-loaded")}</p>}
      </details>
    );
  }
}
