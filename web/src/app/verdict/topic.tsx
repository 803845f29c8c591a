// The answer to a how-to question, with the values of the person's own domain where they are known. It comes before what DNS
// shows, as it is what the person asked for.
import type { RefObject } from "preact";
import type { Topic } from "../../contract";
import { Copy } from "../parts/copy";
import { QuestionIcon } from "../parts/icons";
import { titleOf } from "../parts/kinds";
import { Statement } from "../parts/statement";
import { StepList } from "../parts/steps";
import type { View } from "../state/view";

/** How many steps the answer shows; the others are in the first fold. */
export const stepsOfAnswer = 2;

interface TopicProps {
  view: View;
  topic: Topic;
  heading: RefObject<HTMLHeadingElement | null>;
}

export function TopicBlock({ view, topic: { id, from, source, faq, steps }, heading }: TopicProps) {
  const { words } = view;
  const set = steps
    .map(({ args }) => args["mx_set"])
    .find((value) => typeof value === "string")
    ?.split(", ")
    .join("\n");
  return (
    <section class="card topic" part="topic" data-tone="open" data-test="topic" data-topic={id}>
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
      {set && <Copy view={view} text={set} label={titleOf(words, id) ?? id} />}
      {steps.length > 0 && <StepList view={view} steps={steps.slice(0, stepsOfAnswer)} plain="alone" />}
    </section>
  );
}
