// The icons. Each is next to a word that says the same, so all are hidden from screen readers; they differ in shape as well
// as in color.
import type { Action, Hop, State } from "../../contract";

const strokes: Record<string, string> = {
  tick: "M6 12.5l4 4 8-9",
  cross: "M7 7l10 10M17 7L7 17",
  question: "M9 9.5a3 3 0 1 1 4.2 2.7c-.8.4-1.2 1-1.2 1.8M12 17.2v.3",
  clock: "M12 6.5V12l3.5 2.5",
  arrow: "M6 12h11M12.5 7.5L17 12l-4.5 4.5",
  line: "M7 12h10",
  dot: "M12 12v.01",
};

interface SignProps {
  sign: string;
  ring?: "full" | "broken" | "none";
  solid?: boolean;
}

function Sign({ sign, ring = "full", solid = false }: SignProps) {
  return (
    <svg class="sign" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {ring !== "none" && (
        <circle cx="12" cy="12" r="10" class={solid ? "solid" : "ring"} stroke-dasharray={ring === "broken" ? "3 3.3" : undefined} />
      )}
      <path d={strokes[sign]} class={solid ? "cut" : "stroke"} />
    </svg>
  );
}

const states: Record<State, SignProps> = {
  confirmed: { sign: "dot", solid: true },
  likely: { sign: "dot" },
  possible: { sign: "dot", ring: "broken" },
  "ruled-out": { sign: "cross" },
  "cannot-tell": { sign: "question", ring: "broken" },
};

const actions: Record<Action, string> = {
  "change-record": "arrow",
  wait: "clock",
  "ask-administrator": "arrow",
  "fix-on-your-device": "arrow",
  "contact-support": "arrow",
  "not-alibaba-mail": "line",
  "nothing-wrong": "tick",
  "need-more": "question",
  "use-admin-console": "arrow",
  "renew-subscription": "arrow",
  "contact-recipient": "arrow",
  "contact-sender": "arrow",
  "check-domain": "arrow",
};

const hops: Record<Hop["state"], SignProps> = {
  good: { sign: "tick" },
  bad: { sign: "cross", solid: true },
  unknown: { sign: "question", ring: "broken" },
  unasked: { sign: "line", ring: "broken" },
};

export const StateIcon = ({ state }: { state: State }) => <Sign {...states[state]} />;
export const ActionIcon = ({ action }: { action: Action }) => <Sign sign={actions[action]} />;
export const HopIcon = ({ state }: { state: Hop["state"] }) => <Sign {...hops[state]} />;
export const QuestionIcon = () => <Sign sign="question" />;
export const TickIcon = () => <Sign sign="tick" ring="none" />;
