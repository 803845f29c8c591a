// Copying one text. The clipboard may be closed (a sandboxed frame, an old browser): then the text is selected where it
// stands, so that the person's own keys can copy it, and the button says so.
import { Component, createRef } from "preact";
import type { View } from "./view";

interface CopyProps {
  view: View;
  text: string;
  label: string; // what is copied, for those who hear the button without seeing its line
  class?: string;
}

type Outcome = "idle" | "copied" | "selected";

export class Copy extends Component<CopyProps, { outcome: Outcome }> {
  override state: { outcome: Outcome } = { outcome: "idle" };
  private line = createRef<HTMLElement>();
  private timer = 0;

  override componentWillUnmount() {
    clearTimeout(this.timer);
  }

  private copy = async () => {
    const { view, text } = this.props;
    const outcome = (await written(text)) ? "copied" : this.select();
    this.setState({ outcome });
    view.announce(view.words.t(`ui.copy.${outcome}`));
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.setState({ outcome: "idle" }), 3000);
  };

  private select(): Outcome {
    const node = this.line.current;
    if (!node) return "idle";
    const selection = document.getSelection();
    const range = document.createRange();
    range.selectNodeContents(node);
    selection?.removeAllRanges();
    selection?.addRange(range);
    return copiedSelection() ? "copied" : "selected";
  }

  override render({ view, text, label, class: more = "" }: CopyProps, { outcome }: { outcome: Outcome }) {
    const { words } = view;
    return (
      <div class={`copyable ${more}`}>
        <pre lang="en" dir="ltr" translate={false}>
          <code ref={this.line}>{text}</code>
        </pre>
        <button
          type="button"
          class="copy"
          data-test="copy"
          data-outcome={outcome}
          onClick={this.copy}
          aria-label={`${words.t("ui.copy")}: ${label}`}
        >
          {words.t(outcome === "idle" ? "ui.copy" : `ui.copy.${outcome}`)}
        </button>
      </div>
    );
  }
}

async function written(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function copiedSelection(): boolean {
  try {
    return document.execCommand("copy");
  } catch {
    return false;
  }
}
