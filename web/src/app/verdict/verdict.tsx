// The first lines of the card: whom it is about, what to do, how sure that is and who can do it. The largest text of the
// page, as it is often read from a distance or over somebody's shoulder.
import type { RefObject } from "preact";
import type { Action, Turn } from "../../contract";
import { isSolved, mainCause } from "../state/main-cause";
import { verdictOf } from "../parts/headline";
import { ActionIcon } from "../parts/icons";
import { StateWord } from "../parts/state-word";
import type { View } from "../state/view";

type Tone = "act" | "wait" | "good" | "open";

const quiet: Partial<Record<Action, Tone>> = { wait: "wait", "nothing-wrong": "good", "not-alibaba-mail": "open", "need-more": "open" };

export const toneOf = (action: Action): Tone => quiet[action] ?? "act";

interface VerdictProps {
  view: View;
  turn: Turn;
  heading: RefObject<HTMLHeadingElement | null> | undefined; // undefined where another block has the headline
  holds: boolean; // whether looking again found that the trouble is gone
  toldNothing: boolean; // whether the person's words alone did not show what is wrong
}

export function Verdict({ view, turn, heading, holds, toldNothing }: VerdictProps) {
  const { words } = view;
  const { diagnosis } = turn;
  const { action } = diagnosis;
  const solved = isSolved(diagnosis);
  const cause = mainCause(diagnosis);
  const more = solved ? "ui.solved.more" : toldNothing ? "ui.not-recognised" : `action.${action}.more`;
  return (
    <>
      <p class="eyebrow">
        <ActionIcon action={action} />
        <bdi translate={false}>{nameOf(turn) || words.t("ui.verdict")}</bdi>
      </p>
      <h2 ref={heading} tabIndex={-1}>
        {solved || holds ? words.t(solved ? "ui.solved" : "ui.holds") : verdictOf(words, diagnosis)}
      </h2>
      {cause && !solved && action !== "need-more" && (
        <p class="facts">
          <StateWord view={view} state={cause.state} />
          {action !== "not-alibaba-mail" && (
            <span data-test="owner">{words.t("ui.owner", { owner: words.t(`owner.${cause.owner}`) })}</span>
          )}
        </p>
      )}
      {(solved || !cause || !saysAll.has(action)) && (
        <p class="more" data-test={solved ? "solved" : undefined}>
          {words.t(more)}
        </p>
      )}
      {action === "nothing-wrong" && !solved && <p class="more">{words.t("note.nothing-wrong-unseen")}</p>}
    </>
  );
}

// Where the line of owner and state, and what follows, say the same.
const saysAll = new Set<Action>(["change-record", "use-admin-console", "fix-on-your-device", "ask-administrator", "wait"]);

// How we understood the subject: if we misread it, the person sees that at once.
export function nameOf({ subject }: Turn): string {
  return subject.hostTyped ? subject.loginHost : subject.domain;
}
