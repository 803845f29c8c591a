// Findings as sentences, with the record that they are about.
import type { Finding } from "../../contract";
import type { View } from "../state/view";
import { highlightIn } from "./highlight";
import { Rich } from "./rich";
import { sentenceOf } from "./spoken";
import { Source } from "./statement";

interface BecauseProps {
  view: View;
  findings: Finding[];
  title?: string;
  sources?: boolean; // false where the same findings are repeated; the evidence lists them with sources
}

export function Because({ view, findings, title, sources = true }: BecauseProps) {
  if (findings.length === 0) return null;
  return (
    <div class="because">
      {title && <p class="label">{view.words.t(title)}</p>}
      <ul>
        {findings.map((finding, index) => (
          <FindingLine key={finding.key + index} view={view} finding={finding} sources={sources} />
        ))}
      </ul>
    </div>
  );
}

export function FindingLine({ view, finding, sources = true }: { view: View; finding: Finding; sources?: boolean }) {
  const { words, nameOf } = view;
  const { id, args } = sentenceOf(words, finding, nameOf);
  return (
    <li data-finding={finding.key} data-severity={finding.severity}>
      {words.has(id) ? <Rich view={view} id={id} args={args} /> : finding.key}
      <MarkedRecord args={finding.args} />
      {sources && finding.source && (
        <span class="origin">
          {" "}
          <Source view={view} source={finding.source} />
        </span>
      )}
    </li>
  );
}

function MarkedRecord({ args }: { args: Finding["args"] }) {
  const marked = highlightIn(args);
  if (!marked) return null;
  return (
    <pre class="marked" lang="en" dir="ltr" translate={false} data-test="marked">
      {marked.before}
      <mark>{marked.mark}</mark>
      {marked.after}
    </pre>
  );
}
