// The card: what to do, with its value or its first steps right in it; the way out until then; at most one question; how to
// look again; and why, in two lines. All that a person needs who reads one screen.
import type { ComponentChildren, RefObject } from "preact";
import type { Case, Cause, Diagnosis, Instruction, Turn } from "../../contract";
import { goTo } from "../parts/go-to";
import { Meanwhile, StepList } from "../parts/steps";
import { isLost } from "../state/answered";
import { isForMember, isForwardable, isSolved, mainCause, recordsNow, roleIn } from "../state/main-cause";
import type { Shown } from "../state/model";
import symptoms from "../state/symptoms.json";
import type { View } from "../state/view";
import { Forward } from "../todo/forward";
import { Records } from "../todo/records";
import { Again } from "../todo/verify";
import { WaitBlock } from "../todo/wait";
import { Closest, NoneOfThese } from "../verdict/closest";
import { Questions } from "../verdict/question";
import { DidItHelp } from "../verdict/tried";
import { toneOf, Verdict } from "../verdict/verdict";
import { Sources } from "./sources";
import { Seen, Why } from "./why";

export interface CardProps {
  view: View;
  shown: Shown;
  turn: Turn;
  heading: RefObject<HTMLHeadingElement | null> | undefined; // undefined where the answer to a question comes first
  silent: boolean; // whether that answer is all there is to say, so only questions and the like are shown
  canRecheck: boolean;
  caseOf(): Case | undefined;
  onReply(id: string, value: string | undefined): void;
  onChoose(kind: string): void;
  onRecheck: () => void;
  onWatch: () => void;
  onUnwatch: () => void;
}

/** How many steps the card shows; the others are in the first fold. Who is to wait needs to know first how to go on meanwhile. */
export const stepsInCard = ({ action }: Diagnosis): number => (action === "wait" ? 1 : 3);
export const waysInCard = 1; // to the mail, until it is repaired

export function Card(props: CardProps) {
  const { view, shown, turn, heading, silent, canRecheck, onReply, onChoose } = props;
  const { diagnosis } = turn;
  const { action, findings, closest, topic } = diagnosis;
  const [problem] = diagnosis.problems;
  const cause = mainCause(diagnosis);
  const solved = isSolved(diagnosis);
  const isNone = shown.replies["closest"] === "none";
  const isOpen = action === "need-more"; // then the question is what there is to do
  const question = (
    <Questions
      view={view}
      question={solved || isElsewhere(diagnosis) ? undefined : turn.ask.question}
      asked={shown.asked}
      findings={findings}
      replies={shown.replies}
      onReply={onReply}
    />
  );
  return (
    <section class="card verdict" part="verdict" data-test={silent ? "card" : "verdict"} data-action={action} data-tone={toneOf(action)}>
      {!silent && (
        <Verdict view={view} turn={turn} heading={heading} holds={holdsNow(shown, turn)} toldNothing={toldNothing(shown, turn)} />
      )}
      {isNone && !problem && !topic && <NoneOfThese view={view} onChoose={onChoose} />}
      <Closest
        view={view}
        kinds={isSettled(diagnosis) && !topic ? undefined : (closest ?? (isLost(shown) && !isNone ? symptoms : undefined))}
        offered={shown.closest}
        start={shown.start}
        none={isNone}
        brief={silent}
        onChoose={onChoose}
        onNone={(none) => onReply("closest", none ? "none" : undefined)}
      />
      {isOpen && question}
      {!solved && <ToDo {...props} />}
      {!solved && <Meanwhile view={view} steps={(cause?.meanwhile ?? []).slice(0, waysInCard)} />}
      {!isOpen && question}
      {(canRecheck || problem || Object.keys(shown.replies).length > 0) && (
        <div class="done">
          <DidItHelp view={view} problem={problem} cause={cause} replies={shown.replies} onReply={onReply} />
          {canRecheck && <Again {...props} before={shown.before} watch={shown.watch} />}
        </div>
      )}
      {problem && cause && !solved && <Why view={view} problem={problem} cause={cause} />}
      {!problem && !silent && <Seen view={view} findings={findings} />}
      <Sources view={view} all={shownFrom(diagnosis, cause)} />
    </section>
  );
}

// A look that was asked for, or the watch, found nothing wrong any more.
const holdsNow = ({ before, watch }: Shown, { diagnosis }: Turn): boolean =>
  diagnosis.action === "nothing-wrong" &&
  (watch?.phase === "holds" || (before !== undefined && before.diagnosis.action !== "nothing-wrong"));

// Whether there were words, and they alone did not show what is wrong.
const toldNothing = ({ replies, complaint }: Shown, { diagnosis: { problems, topic, action } }: Turn): boolean =>
  problems.length === 0 && !topic && action === "need-more" && !replies["closest"] && complaint.trim() !== "";

// Whose mail is certainly not Alibaba's is asked nothing more about it.
const isElsewhere = (diagnosis: Diagnosis): boolean =>
  diagnosis.action === "not-alibaba-mail" && mainCause(diagnosis)?.state === "confirmed";

// Where the cause is certain and there is a record to change, it is not asked what the words were about.
const isSettled = (diagnosis: Diagnosis): boolean =>
  mainCause(diagnosis)?.state === "confirmed" && diagnosis.action === "change-record" && recordsNow(diagnosis.records).length > 0;

// What the card shows of the diagnosis, for its line of sources.
function shownFrom(diagnosis: Diagnosis, cause: Cause | undefined): { from: Instruction["from"]; source?: string }[] {
  if (!cause) return [];
  const now = recordsNow(diagnosis.records);
  return [...now, cause, ...(now.length > 0 ? [] : cause.steps.slice(0, stepsInCard(diagnosis))), ...(cause.meanwhile ?? [])];
}

// The record; or the message, for who has to ask somebody else; or the time; or the first steps.
function ToDo({ view, shown, turn, caseOf }: CardProps) {
  const { diagnosis } = turn;
  const { action, findings, values, wait } = diagnosis;
  const [problem] = diagnosis.problems;
  const cause = mainCause(diagnosis);
  const role = roleIn(findings);
  const now = recordsNow(diagnosis.records);
  const waits = action === "wait" && <WaitBlock view={view} wait={wait} named />;
  const records = now.length > 0 && (
    <>
      <Records view={view} records={now} findings={findings} />
      {typeof values["settle"] === "number" && <p class="hint settle">{view.words.t("ui.settle", { seconds: values["settle"] })}</p>}
    </>
  );
  if (!problem || !cause) {
    return (
      <>
        {waits}
        {records}
        {hasFirstSteps(turn, shown) && (
          <FirstSteps view={view} count={stepsInCard(diagnosis)} steps={diagnosis.otherwise} title="ui.otherwise" part="otherwise" />
        )}
      </>
    );
  }
  const hasMessage = isForwardable(diagnosis, cause) && !(role === "postmaster" && cause.owner === "postmaster");
  const message: ComponentChildren = hasMessage && (
    <Forward view={view} turn={turn} administrator={shown.administrator} problem={problem} cause={cause} caseOf={caseOf} />
  );
  // What is to be looked at before a record is deleted comes before it.
  const steps = hasFirstSteps(turn, shown) && (
    <FirstSteps view={view} count={stepsInCard(diagnosis)} steps={cause.steps} title="ui.steps" part="steps" />
  );
  return (
    <>
      {waits}
      {isForMember(diagnosis, cause) ? [message, steps] : [steps, records, message]}
    </>
  );
}

/** Whether the card shows steps: not beside a record, unless it is to be deleted, as steps say what to look at before; nor
 * beside a question that comes before all of them; nor those of an administrator to somebody who may be none. */
export function hasFirstSteps({ ask, diagnosis }: Turn, shown: Shown): boolean {
  const now = recordsNow(diagnosis.records);
  const asksKind = diagnosis.closest ?? (isLost(shown) && shown.replies["closest"] !== "none");
  if (diagnosis.action === "need-more" && (ask.question || asksKind)) return false;
  if (diagnosis.action === "ask-administrator" && roleIn(diagnosis.findings) === undefined) return false;
  return now.length === 0 || now.some(({ change }) => change === "remove") || roleIn(diagnosis.findings) === "member";
}

interface FirstStepsProps {
  view: View;
  count: number;
  steps: Instruction[] | undefined;
  title: string;
  part: string;
}

function FirstSteps({ view, count, steps = [], title, part }: FirstStepsProps) {
  if (steps.length === 0) return null;
  const { words } = view;
  const rest = steps.length - count;
  return (
    <section class="piece" part={part} data-test={part}>
      <h3 class="visually-hidden">{words.t(title)}</h3>
      <StepList view={view} steps={steps.slice(0, count)} plain="alone" />
      {rest > 0 && (
        <p>
          <button type="button" class="copy" data-test="more-steps" onClick={goTo("[data-test=fold-steps] > summary")}>
            {words.t("ui.steps.more", { count: rest })}
          </button>
        </p>
      )}
    </section>
  );
}
