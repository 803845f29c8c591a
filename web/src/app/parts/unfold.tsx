// A fold that loads its content when it is opened for the first time, or early, while nobody waits for it. If the file does
// not arrive, it says so and offers another attempt; after a second failure also to load the page again, as some browsers
// keep the failure of a module until then, and one that stalls cannot be stopped.
import { Component, type ComponentChildren } from "preact";
import type { Args } from "../../contract";
import { codeOf, inTime } from "../../load/in-time";
import { mayCome, whenIdle } from "../state/prepare";
import type { View } from "../state/view";
import { Reload } from "./reload";

const nothing = (): void => undefined;

interface UnfoldProps<Loaded> {
  view: View;
  title: string; // key of its words
  args?: Args;
  count?: number | undefined;
  test: string;
  part?: string; // if it is not `test`
  class: string;
  heading?: "h2" | "h3";
  open?: boolean;
  early?: boolean; // whether it may load now, if the browser is idle: for paper, and for the search of the browser
  load(): Promise<Loaded>;
  inside(loaded: Loaded): ComponentChildren;
}

interface State<Loaded> {
  loaded?: Loaded;
  missing?: string | undefined; // the code of what happened
  failures: number;
}

export class Unfold<Loaded> extends Component<UnfoldProps<Loaded>, State<Loaded>> {
  override state: State<Loaded> = { failures: 0 };

  private isEarly = false;

  override componentDidMount() {
    this.early();
  }

  override componentDidUpdate() {
    this.early();
  }

  // A failure is told when somebody opens the fold, which is another attempt.
  private early() {
    if (!this.props.early || this.isEarly || !mayCome("idle")) return;
    this.isEarly = true;
    whenIdle(() => this.state.loaded || this.props.load().then((loaded) => this.setState({ loaded }), nothing));
  }

  private toggle = (event: Event) => (event.currentTarget as HTMLDetailsElement).open && this.load();

  private load = () => {
    if (this.state.loaded) return;
    this.setState({ missing: undefined });
    inTime(this.props.test, this.props.load()).then(
      (loaded) => this.setState({ loaded }),
      (error: unknown) => this.setState(({ failures }) => ({ missing: codeOf(error), failures: failures + 1 })),
    );
  };

  override render(props: UnfoldProps<Loaded>, { loaded, missing, failures }: State<Loaded>) {
    const { view, title, args, count, test, part = test, heading: Heading, open, inside } = props;
    const { words } = view;
    const text = words.t(title, args);
    return (
      <details class={props.class} part={part} data-test={test} open={open} onToggle={this.toggle}>
        <summary>
          {Heading ? <Heading>{text}</Heading> : <span class="name">{text}</span>}
          {count !== undefined && <span class="hint">{words.number(count)}</span>}
        </summary>
        {loaded
          ? inside(loaded)
          : missing && (
              <div class="notice" part="notice" role="alert" data-test="missing" data-code={missing}>
                <p>{words.t(`core.${missing}`)}</p>
                <button type="button" class="secondary" data-test="retry-fold" onClick={this.load}>
                  {words.t("ui.retry")}
                </button>
                {failures > 1 && <Reload view={view} />}
              </div>
            )}
      </details>
    );
  }
}
