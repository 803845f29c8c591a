// Opens a case that somebody saved, from a file or pasted. Loaded on demand.
import { Component, createRef } from "preact";
import type { Case } from "../../contract";
import { longestFile, readCase, type CaseFault } from "./saved-case";
import type { View } from "../state/view";

interface OpenCaseProps {
  view: View;
  onOpen(one: Case): void;
}

export class OpenCase extends Component<OpenCaseProps, { fault?: CaseFault }> {
  private box = createRef<HTMLTextAreaElement>();

  private read = (text: string) => {
    const found = readCase(text);
    if ("fault" in found) return this.setState({ fault: found.fault });
    this.setState({ fault: undefined });
    this.props.onOpen(found.one);
  };

  private choose = async (event: Event) => {
    const input = event.currentTarget as HTMLInputElement;
    const file = input.files?.[0];
    if (!file) return;
    if (file.size > longestFile) this.setState({ fault: "too-large" });
    else this.read(await file.text());
    input.value = ""; // allows choosing the same file again
  };

  override render({ view: { words } }: OpenCaseProps, { fault }: { fault?: CaseFault }) {
    return (
      <div class="inner opening">
        <p class="hint">{words.t("ui.open.hint")}</p>
        <label>
          {words.t("ui.open.file")}
          <input type="file" accept=".json,application/json" data-test="open-file" onChange={this.choose} />
        </label>
        <label>
          {words.t("ui.open.paste")}
          <textarea ref={this.box} class="box" rows={2} dir="ltr" spellcheck={false} data-test="open-text" />
        </label>
        {fault && (
          <p class="field-error" role="alert" data-test="open-error" data-code={fault}>
            {words.t(`ui.open.${fault}`)}
          </p>
        )}
        <button type="button" class="secondary" data-test="open-pasted" onClick={() => this.read(this.box.current?.value ?? "")}>
          {words.t("ui.open.go")}
        </button>
      </div>
    );
  }
}
