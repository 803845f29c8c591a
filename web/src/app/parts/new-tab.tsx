// The way out of a page whose policy does not let the checker work: the same checker on its own page, with what was typed.
import { Component } from "preact";
import type { View } from "../state/view";

const own = new URL("index.html", import.meta.url).href;

/** On that page itself there is nothing to open. */
const isElsewhere = (): boolean => {
  const here = location.href.replace(/[?#].*/, "");
  return here !== own && here !== own.replace("index.html", "");
};

// The text comes with the writer of links, which takes passwords out of it; until then, or without it, the link goes without.
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
