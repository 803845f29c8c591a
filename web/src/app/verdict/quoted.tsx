// What the person wrote, with the understood words marked and what each was understood as. The text is shown unmasked, as
// this is the person's own screen.
import type { Finding, Topic } from "../../contract";
import { sentenceOf } from "../parts/spoken";
import { matchedOf, quotePlaces } from "./quote-places";
import type { View } from "../state/view";

interface QuotedProps {
  view: View;
  complaint: string;
  findings: Finding[];
  topic: Topic | undefined;
}

export function Quoted({ view, complaint, findings, topic }: QuotedProps) {
  const understood = withTopic(findings, topic).filter((finding) => matchedOf(finding).length > 0);
  const { lines, gap } = quotePlaces(complaint, understood);
  if (lines.length === 0) return null;
  const { words } = view;
  const meanings = new Map(understood.map((finding) => [finding.key, meaningOf(view, finding)]));
  const say = (keys: string[]): string => words.list(keys.map((key) => meanings.get(key) ?? key));
  return (
    <section class="piece quoted" part="quoted" data-test="quoted">
      <h4>{words.t("ui.quoted")}</h4>
      <blockquote dir="auto" translate={false}>
        {lines.map((line, index) => (
          <p key={index}>
            {line.gap && "\u2026 "}
            {line.parts.map(({ text, keys }, place) =>
              keys ? (
                <mark key={place} data-keys={keys.join(" ")}>
                  {text}
                  <span class="visually-hidden"> ({say(keys)}) </span>
                </mark>
              ) : (
                text
              ),
            )}
            {gap && index === lines.length - 1 && " \u2026"}
          </p>
        ))}
      </blockquote>
      <ul class="meanings" aria-hidden="true">
        {understood.map((finding) => (
          <li key={finding.key}>{meanings.get(finding.key)}</li>
        ))}
      </ul>
    </section>
  );
}

// The words that ask for a topic are marked, whether or not a finding says so too.
function withTopic(findings: Finding[], topic: Topic | undefined): Finding[] {
  if (!topic || findings.some(({ key }) => key === `reads.${topic.id}`)) return findings;
  return [...findings, { key: `reads.${topic.id}`, severity: "info", args: { matched: topic.matched } }];
}

// A finding's sentence quotes the matched words and then says what they mean. Only the second part is wanted here.
const sign = "\ue000"; // for private use, so no text of ours has it
function meaningOf({ words, nameOf }: View, finding: Finding): string {
  const { id, args } = sentenceOf(words, finding, nameOf);
  const sentence = words.has(id) ? words.t(id, { ...args, matched: sign }) : finding.key;
  const [, behind = sentence] = sentence.split(sign);
  // Behind the closing quotation mark: a colon, or in Japanese a few words and a comma.
  return behind.replace(/^["\u201d\u300d]?\s*[:\uff1a]\s*|^\u300d[^\u3001]{0,16}\u3001/, "");
}
