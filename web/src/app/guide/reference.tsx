// What can be read without a check: questions and answers, routing, and, once it is opened, the guide.
import { Component, type ComponentType } from "preact";
import { Faq } from "./faq";
import { Routing } from "./routing";
import type { View } from "../state/view";

interface ReferenceProps {
  view: View;
  faq: string[]; // the ids that the diagnosis puts first
  guideOpen: boolean; // where no check is possible, the guide is what we have
}

interface State {
  Guide?: ComponentType<{ view: View }>;
  missing?: boolean; // its file did not arrive; opening it again retries
}

export class Reference extends Component<ReferenceProps, State> {
  private unfold = (event: Event) => {
    if (!(event.currentTarget as HTMLDetailsElement).open) return;
    Promise.all([import("./guide"), this.props.view.allWords()]).then(
      ([{ Guide }]) => this.setState({ Guide }),
      () => this.setState({ missing: true }),
    );
  };

  override render({ view, faq, guideOpen }: ReferenceProps, { Guide, missing }: State) {
    const { words } = view;
    return (
      <div class="reference" part="reference">
        <Faq view={view} first={faq} />
        <details class="block fold" part="routing" data-test="fold-routing">
          <summary>
            <h2>{words.t("routing.title")}</h2>
          </summary>
          <Routing view={view} />
        </details>
        <details class="block fold" part="guide" data-test="fold-guide" open={guideOpen} onToggle={this.unfold}>
          <summary>
            <h2>{words.t("ui.guide")}</h2>
          </summary>
          {Guide ? <Guide view={view} /> : missing && <p class="hint">{words.t("core.core-not-loaded")}</p>}
        </details>
      </div>
    );
  }
}
