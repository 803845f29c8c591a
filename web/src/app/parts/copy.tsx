// Copies one text. If the clipboard is not available (a sandboxed frame, an old browser), the text is selected for the
// person to copy, and the button says so.
import { Component, createRef } from "preact";
import type { View } from "../state/view";

interface CopyProps {
  view: View;
  text: string;
  label: string; // what is copied, for screen readers
  class?: string;
  lang?: string; // of the text: screen readers read commands and records as English
  scrolls?: boolean; // a long text, in a box that scrolls
  button?: string; // the words of the button, where the text itself is not shown as the page has it already
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
    const selection = document.getSelection();
    const range = document.createRange();
    range.selectNodeContents(this.line.current as HTMLElement);
    selection?.removeAllRanges();
    selection?.addRange(range);
    return copiedByCommand(this.props.text) ? "copied" : "selected";
  }

  override render({ view, text, label, class: more = "", lang = "en", scrolls, button }: CopyProps, { outcome }: { outcome: Outcome }) {
    const { words } = view;
    return (
      <div class={`copyable ${more}`}>
        <pre
          lang={lang}
          dir="ltr"
          translate={false}
          {...(scrolls ? { tabIndex: 0 } : {})}
          class={button ? "visually-hidden" : scrolls ? "scrolls" : undefined}
        >
          <code ref={this.line}>{text}</code>
        </pre>
        <button
          type="button"
          class="copy"
          data-test="copy"
          data-outcome={outcome}
          onClick={this.copy}
          aria-label={button ? undefined : `${words.t("ui.copy")}: ${label}`}
        >
          {outcome === "idle" ? (button ?? words.t("ui.copy")) : words.t(`ui.copy.${outcome}`)}
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

// The return value of the command is not reliable: it worked only if the browser asked us for the text.
function copiedByCommand(text: string): boolean {
  let asked = false;
  const give = (event: ClipboardEvent) => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    asked = true;
  };
  document.addEventListener("copy", give);
  try {
    document.execCommand("copy");
  } catch {
    // The command does not exist here: the selection remains.
  }
  document.removeEventListener("copy", give);
  return asked;
}
