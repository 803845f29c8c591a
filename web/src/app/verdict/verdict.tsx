// The one line that says what to do. Large, as it is often read from a distance or over somebody's shoulder.
import type { RefObject } from "preact";
import type { Action, Turn } from "../../contract";
import { isSolved } from "../state/main-cause";
import { verdictOf } from "../parts/headline";
import { ActionIcon } from "../parts/icons";
import type { View } from "../state/view";

const tones: Record<Action, "act" | "wait" | "good" | "open"> = {
  "change-record": "act",
  wait: "wait",
  "ask-administrator": "act",
  "fix-on-your-device": "act",
  "contact-support": "act",
  "not-alibaba-mail": "open",
  "nothing-wrong": "good",
  "need-more": "open",
  "use-admin-console": "act",
  "renew-subscription": "act",
  "contact-recipient": "act",
  "contact-sender": "act",
  "check-domain": "act",
};

interface VerdictProps {
  view: View;
  turn: Turn;
  heading: RefObject<HTMLHeadingElement | null> | undefined; // undefined where another block has the headline
}

export function Verdict({ view, turn, heading }: VerdictProps) {
  const { words } = view;
  const { action, records } = turn.diagnosis;
  const solved = isSolved(turn.diagnosis);
  return (
    <section class="verdict" part="verdict" data-test="verdict" data-action={action} data-tone={tones[action]}>
      <p class="eyebrow">
        <ActionIcon action={action} />
        <bdi translate={false}>{nameOf(turn) || words.t("ui.verdict")}</bdi>
      </p>
      <h2 ref={heading} tabIndex={-1}>
        {solved ? words.t("ui.solved") : verdictOf(words, action, records)}
      </h2>
      <p class="more" data-test={solved ? "solved" : undefined}>
        {words.t(solved ? "ui.solved.more" : `action.${action}.more`)}
      </p>
      {action === "nothing-wrong" && !solved && <p class="more">{words.t("note.nothing-wrong-unseen")}</p>}
    </section>
  );
}

// How we understood the subject: if we misread it, the person sees that at once.
export function nameOf({ subject }: Turn): string {
  return subject.hostTyped ? subject.loginHost : subject.domain;
}
