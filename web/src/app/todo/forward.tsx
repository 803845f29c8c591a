// The message for whoever can fix it. A member sends it; an administrator does not need it.
import type { Case, Cause, Problem, Turn } from "../../contract";
import { Copy } from "../parts/copy";
import { pageHere } from "../parts/page-here";
import { Unfold } from "../parts/unfold";
import { isTheirs } from "../state/main-cause";
import type { View } from "../state/view";

interface ForwardProps {
  view: View;
  turn: Turn;
  administrator?: Turn;
  problem: Problem;
  cause: Cause;
  caseOf(): Case | undefined;
}

export function Forward({ view, turn, administrator, problem, cause, caseOf }: ForwardProps) {
  const { words } = view;
  return (
    <Unfold
      view={view}
      title="ui.message.send"
      args={{ owner: words.t(`owner.${cause.owner}`) }}
      test="message"
      class="row message"
      load={() => Promise.all([import("./message"), view.unfold()])}
      inside={([{ messageFor }]) => (
        <>
          <p class="hint">
            {words.t(isTheirs(cause) ? "ui.message.hint.other" : "ui.message.hint", { owner: words.t(`owner.${cause.owner}`) })}
          </p>
          <Copy
            view={view}
            text={messageFor({ view, turn, problem, cause, one: caseOf(), administrator, page: pageHere() })}
            label={words.t("ui.message")}
            lang={words.tag}
            class="long"
          />
        </>
      )}
    />
  );
}
