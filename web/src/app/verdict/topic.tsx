// The answer to a how-to question, with the values of the person's own domain where they are known. It comes before what DNS
// shows, as it is what the person asked for.
import type { RefObject } from "preact";
import type { Topic } from "../../contract";
import { QuestionIcon } from "../parts/icons";
import { titleOf } from "../parts/kinds";
import { Statement } from "../parts/statement";
import { StepList } from "../parts/steps";
import type { View } from "../state/view";

interface TopicProps {
  view: View;
  topic: Topic;
  heading: RefObject<HTMLHeadingElement | null>;
}

export function TopicBlock({ view, topic: { id, from, source, faq, steps }, heading }: TopicProps) {
  const { words } = view;
  return (
    <section class="verdict topic" part="topic" data-test="topic" data-topic={id}>
      <p class="eyebrow">
        <QuestionIcon />
        {words.t("ui.topic.heading")}
      </p>
      <h2 ref={heading} tabIndex={-1}>
        {titleOf(words, id) ?? id}
      </h2>
      <div class="answer">
        <Statement view={view} id={faq ? `faq.${faq}.answer` : `topic.${id}.answer`} from={from} source={source} />
      </div>
      {steps.length > 0 && <StepList view={view} steps={steps} />}
    </section>
  );
}
