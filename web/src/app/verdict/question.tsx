// The one question that separates the causes still open, the replies given so far, and those found in the person's own
// words. Each reply can be changed or taken back.
import type { Finding, Question } from "../../contract";
import { NumberReply } from "./number-reply";
import { impliedBy, questionOf, valueText, withUnknown } from "../parts/replies";
import { wordsOr, type View } from "../state/view";

interface QuestionProps {
  view: View;
  question?: Question;
  asked: Question[]; // earlier in this case
  findings: Finding[];
  replies: Record<string, string>;
  onReply(id: string, value: string | undefined): void;
}

interface Given {
  question: Question;
  value: string;
  implied: boolean;
}

export function Questions({ view, question, asked, findings, replies, onReply }: QuestionProps) {
  const earlier = givenIn(asked, findings, replies).filter(({ question: { id } }) => id !== question?.id);
  if (!question && earlier.length === 0) return null;
  return (
    <section class="piece questions" part="question">
      {question && <Asked key={question.id} view={view} question={question} chosen={replies[question.id]} onReply={onReply} open />}
      {earlier.map((given) => (
        <Answered key={given.question.id} view={view} given={given} onReply={onReply} />
      ))}
    </section>
  );
}

function givenIn(asked: Question[], findings: Finding[], replies: Record<string, string>): Given[] {
  const implied = impliedBy(findings).filter(({ id }) => replies[id] === undefined);
  const given = Object.entries(replies).map(([id, value]) => ({ id, value }));
  return [...given, ...implied].flatMap(({ id, value }) => {
    const question = questionOf(id, asked);
    return question ? [{ question, value, implied: replies[id] === undefined }] : [];
  });
}

interface AnsweredProps {
  view: View;
  given: Given;
  onReply(id: string, value: string | undefined): void;
}

function Answered({ view, given: { question, value, implied }, onReply }: AnsweredProps) {
  const { words } = view;
  const answer = valueText(words, question.id, value);
  return (
    <details class="row" data-test={`answered-${question.id}`} data-value={value} data-implied={implied}>
      <summary>
        <span class="name">{words.t(`question.${question.id}`)}</span>
        <span class="hint">{implied ? words.t("ui.implied", { answer }) : answer}</span>
      </summary>
      <div class="inner">
        <Asked view={view} question={question} chosen={value} onReply={onReply} />
        {!implied && (
          <button type="button" class="copy" data-test={`undo-${question.id}`} onClick={() => onReply(question.id, undefined)}>
            {words.t("ui.undo")}
          </button>
        )}
      </div>
    </details>
  );
}

interface AskedProps {
  view: View;
  question: Question;
  chosen: string | undefined;
  open?: boolean;
  onReply(id: string, value: string | undefined): void;
}

function Asked({ view, question: { id, kind, options }, chosen, open = false, onReply }: AskedProps) {
  const { words } = view;
  const why = wordsOr(words, `question.${id}.why`);
  const isNumber = kind === "number";
  return (
    <fieldset class="question" data-test={open ? "question" : undefined} data-question={id}>
      <legend class={open ? "asked" : "visually-hidden"}>{words.t(`question.${id}`)}</legend>
      {why && <p class="hint">{why}</p>}
      <div class="replies">
        {isNumber && <NumberReply view={view} id={id} chosen={chosen} onReply={onReply} />}
        {withUnknown(isNumber ? [] : options).map((option) => (
          <button
            key={option}
            type="button"
            class="secondary"
            aria-pressed={chosen === option}
            data-test={`reply-${option}`}
            onClick={() => onReply(id, option)}
          >
            {valueText(words, id, option)}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
