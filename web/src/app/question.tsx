// The one question that splits the causes still open, and the answers given so far, which can be changed.
import type { Question } from "../contract";
import { wordsOr, type View } from "./view";

interface QuestionProps {
  view: View;
  question?: Question;
  replied: Question[]; // asked earlier in this case
  replies: Record<string, string>;
  onReply(id: string, value: string): void;
}

export function Questions({ view, question, replied, replies, onReply }: QuestionProps) {
  const earlier = replied.filter(({ id }) => id !== question?.id && replies[id] !== undefined);
  if (!question && earlier.length === 0) return null;
  return (
    <section class="block questions" part="question">
      {question && (
        <Asked key={question.id} view={view} question={question} chosen={replies[question.id]} onReply={onReply} open />
      )}
      {earlier.map((each) => (
        <details key={each.id} class="row">
          <summary>
            <span class="name">{view.words.t(`question.${each.id}`)}</span>
            <span class="hint">{view.words.t(optionKey(each.id, replies[each.id] ?? ""))}</span>
          </summary>
          <Asked view={view} question={each} chosen={replies[each.id]} onReply={onReply} />
        </details>
      ))}
    </section>
  );
}

interface AskedProps {
  view: View;
  question: Question;
  chosen: string | undefined;
  open?: boolean;
  onReply(id: string, value: string): void;
}

function Asked({ view, question: { id, options }, chosen, open = false, onReply }: AskedProps) {
  const { words } = view;
  const why = wordsOr(words, `question.${id}.why`);
  return (
    <fieldset class="question" data-test={open ? "question" : undefined} data-question={id}>
      <legend class={open ? "asked" : "visually-hidden"}>{words.t(`question.${id}`)}</legend>
      {why && <p class="hint">{why}</p>}
      <div class="replies">
        {options.map((option) => (
          <button
            key={option}
            type="button"
            class="secondary"
            aria-pressed={chosen === option}
            data-test={`reply-${option}`}
            onClick={() => onReply(id, option)}
          >
            {words.t(optionKey(id, option))}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

const optionKey = (id: string, option: string): string => `question.${id}.${option}`;
