// The message for whoever can fix it. A member sends it; an administrator does not need it.
import type { Cause, Problem, Turn } from "../../contract";
import { Copy } from "../parts/copy";
import { messageFor } from "./message";
import type { View } from "../state/view";

interface ForwardProps {
  view: View;
  turn: Turn;
  administrator?: Turn;
  problem: Problem;
  cause: Cause;
}

export function Forward({ view, turn, administrator, problem, cause }: ForwardProps) {
  const { words } = view;
  return (
    <section class="block" part="message" data-test="message">
      <h3>{words.t("ui.message")}</h3>
      <p class="hint">{words.t("ui.message.hint", { owner: words.t(`owner.${cause.owner}`) })}</p>
      <Copy
        view={view}
        text={messageFor(view, turn, problem, cause, administrator)}
        label={words.t("ui.message")}
        lang={words.tag}
        class="long"
      />
    </section>
  );
}
