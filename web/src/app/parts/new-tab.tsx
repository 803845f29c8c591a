// A link to the checker's own page with what was typed, for host pages whose policy blocks the checker.
import { Component } from "preact";
import type { View } from "../state/view";

const own = new URL("index.html", import.meta.url).href;

/** On our own page there is nothing to open. */
const isElsewhere = (): boolean => {
  const here = location.href.replace(/[?#].*/, "");
  return here !== own && here !== own.replace("index.html", "");
};

// The code that writes links removes passwords. Until it is loaded, or if it does not load, the link carries nothing that
// was typed.
export class NewTab extends Component<{ view: View }, { href: string }> {
  override state = { href: `${own}#lang=${this.props.view.words.tag}` };

  override componentDidMount() {
    const { view } = this.props;
    import("../mask/link").then(
      ({ linkOf }) => this.setState({ href: linkOf(view.fields(), view.words.tag, own) }),
      () => undefined,
    );
  }

  override render({ view }: { view: View }, { href }: { href: string }) {
    if (!isElsewhere()) return null;
    return (
      <p>
        <a href={href} target="_blank" rel="noopener" data-test="new-tab">
          {view.words.t("ui.new-tab")}
        </a>
      </p>
    );
  }
}
