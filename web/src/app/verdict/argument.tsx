// The argument for the main cause: what speaks for it and what speaks against it, so the person can disagree.
import type { Cause, Finding } from "../../contract";
import { argumentOf } from "./argument-of";
import { Because } from "../parts/finding";
import type { View } from "../state/view";

export function Argument({ view, cause, findings }: { view: View; cause: Cause; findings: Finding[] }) {
  const { pro, contra } = argumentOf(cause, findings);
  if (pro.length + contra.length === 0) return null;
  return (
    <div class="argument" data-test="argument">
      <div data-test="argument-for">
        <Because view={view} findings={pro} title="ui.argument.for" />
      </div>
      <div data-test="argument-against">
        {contra.length > 0 ? (
          <Because view={view} findings={contra} title="ui.argument.against" />
        ) : (
          <p class="label">{view.words.t("ui.argument.unopposed")}</p>
        )}
      </div>
    </div>
  );
}
