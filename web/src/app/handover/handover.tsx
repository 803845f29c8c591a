// What is handed to a ticket, a colleague or a program: the bundle as text, Markdown or JSON, exactly as it is copied, and
// the case as a file. Loaded when somebody opens it.
import { Component } from "preact";
import type { Case, Turn } from "../../contract";
import { loadWords, type Words } from "../../words/words";
import { bundleText } from "./bundle";
import { Copy } from "../parts/copy";
import { pageHere } from "../parts/page-here";
import { resultJson } from "./result-json";
import { save } from "./save";
import { caseText, fileName, maskedCase } from "./saved-case";
import type { View } from "../state/view";

export interface HandoverProps {
  view: View;
  turn: Turn;
  core: string; // its version
  one: Case;
}

const formats = {
  text: { ending: "txt", type: "text/plain" },
  markdown: { ending: "md", type: "text/markdown" },
  json: { ending: "json", type: "application/json" },
};

interface State {
  other?: { words: Words; beside: Words } | undefined; // those of another language, and those of the page then: both have the same texts
  addresses: boolean;
  format: keyof typeof formats;
  asText: boolean; // whether the case is shown as text, for where no file can be saved
}

export class Handover extends Component<HandoverProps, State> {
  override state: State = { addresses: false, format: "text", asText: false };

  private speak = async (tag: string) => {
    const language = this.props.view.languages.find((each) => each.tag === tag);
    if (!language) return;
    try {
      const { words: beside, packs } = this.props.view;
      const words = await loadWords(language, packs);
      this.setState({ other: { words, beside } });
    } catch {
      this.setState({ other: undefined });
      this.props.view.announce(this.props.view.words.t("core.core-not-loaded"));
    }
  };

  // The result says more now: the other language may have to load it too.
  override componentDidUpdate() {
    const { other } = this.state;
    if (other && other.beside !== this.props.view.words) void this.speak(other.words.tag);
  }

  override render({ view, turn, core, one }: HandoverProps, { other, addresses, format, asText }: State) {
    const { words } = view;
    const told = other?.beside === words ? other.words : words;
    const versions = { page: __VERSION__, core };
    const text =
      format === "json"
        ? resultJson({ turn, one, addresses, versions })
        : bundleText({ words: told, nameOf: view.nameOf, turn, one, addresses, format, versions, page: pageHere() });
    const saved = maskedCase(one, addresses);
    const name = fileName(saved, turn.subject.domain);
    return (
      <div class="handover">
        <p class="hint">{words.t("ui.bundle.hint")}</p>
        <div class="systems" role="group" aria-label={words.t("ui.bundle.format")}>
          {(Object.keys(formats) as (keyof typeof formats)[]).map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={each === format}
              data-test={`bundle-as-${each}`}
              onClick={() => this.setState({ format: each })}
            >
              {words.t(`ui.bundle.format.${each}`)}
            </button>
          ))}
        </div>
        {format !== "json" && (
          <div class="systems" role="group" aria-label={words.t("ui.language")}>
            {view.languages.map(({ tag, name: own }) => (
              <button
                key={tag}
                type="button"
                lang={tag}
                aria-pressed={tag === told.tag}
                data-test={`bundle-${tag}`}
                onClick={() => this.speak(tag)}
              >
                {own}
              </button>
            ))}
          </div>
        )}
        <label class="tick">
          <input
            type="checkbox"
            checked={addresses}
            data-test="bundle-addresses"
            onChange={(event) => this.setState({ addresses: event.currentTarget.checked })}
          />
          {words.t("ui.bundle.addresses")}
        </label>
        <div data-test="bundle-text">
          <Copy view={view} text={text} label={words.t("ui.bundle")} lang={format === "json" ? "en" : told.tag} class="long" scrolls />
        </div>
        <div class="again">
          <button
            type="button"
            class="secondary"
            data-test="bundle-save"
            onClick={() =>
              save(name.replace(/^alimail-case/, "alimail").replace(/json$/, formats[format].ending), text, formats[format].type)
            }
          >
            {words.t("ui.bundle.save")}
          </button>
          <button type="button" class="secondary" data-test="case-save" onClick={() => save(name, caseText(saved), "application/json")}>
            {words.t("ui.case.save")}
          </button>
        </div>
        <p class="hint">{words.t("ui.case.hint")}</p>
        <details class="row" data-test="case-as-text" onToggle={(event) => this.setState({ asText: event.currentTarget.open })}>
          <summary>
            <span class="name">{words.t("ui.case.text")}</span>
          </summary>
          {asText && <Copy view={view} text={caseText(saved)} label={words.t("ui.case.text")} scrolls />}
        </details>
      </div>
    );
  }
}
