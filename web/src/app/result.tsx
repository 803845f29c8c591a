// The result, block by block in the order in which a person needs it. Loaded with the first run.
import type { RefObject } from "preact";
import type { Cause, Diagnosis, Finding, Turn } from "../contract";
import { isOpen } from "../holds";
import { Causes } from "./causes";
import { Comparisons } from "./comparisons";
import { Copy } from "./copy";
import { Evidence } from "./ledger";
import { messageFor } from "./message";
import type { Shown } from "./model";
import { Lookups } from "./notices";
import { Path } from "./path";
import { PolicyTree } from "./policy";
import { Because, ProblemBlock } from "./problem";
import { Questions } from "./question";
import { Records } from "./records";
import { Steps } from "./steps";
import { Verdict } from "./verdict";
import { Verify } from "./verify";
import type { View } from "./view";
import { WaitBlock } from "./wait";
import { startWatching } from "./watching";

export { Path, startWatching };

export interface ResultProps {
  view: View;
  shown: Shown;
  turn: Turn;
  complaint: string;
  heading: RefObject<HTMLHeadingElement | null>;
  onReply(id: string, value: string): void;
  onRecheck: () => void;
  onWatch: () => void;
  onUnwatch: () => void;
  onRetry: () => void;
}

export function Result({ view, shown, turn, complaint, heading, onReply, onRetry, ...again }: ResultProps) {
  const { diagnosis } = turn;
  const [problem, ...rest] = diagnosis.problems;
  const cause = mainCause(diagnosis);
  const canRecheck = !shown.example && !shown.failure && shown.phase !== "running" && diagnosis.ledger.length > 0;
  return (
    <div class="result" part="result">
      <Verdict view={view} turn={turn} heading={heading} />
      {!problem && diagnosis.action === "need-more" && complaint.trim() && (
        <p class="notice">{view.words.t("ui.not-recognised")}</p>
      )}
      <Lookups
        view={view}
        ledger={diagnosis.ledger}
        refused={shown.refusedByPolicy}
        onRetry={shown.example ? undefined : onRetry}
      />
      {shown.limited && (
        <p class="notice" data-test="limited">
          {view.words.t("ui.limited")}
        </p>
      )}
      <Questions
        view={view}
        question={turn.ask.question}
        replied={shown.asked}
        replies={shown.replies}
        onReply={onReply}
      />
      {problem ? (
        <ProblemBlock view={view} problem={problem} cause={cause} />
      ) : (
        <Seen view={view} findings={diagnosis.findings} />
      )}
      {cause && <Steps view={view} steps={cause.steps} />}
      <Records view={view} records={diagnosis.records} findings={diagnosis.findings} />
      {problem && cause && forwardable(cause) && (
        <section class="block" part="message">
          <h3>{view.words.t("ui.message")}</h3>
          <p class="hint">{view.words.t("ui.message.hint", { owner: view.words.t(`owner.${cause.owner}`) })}</p>
          <Copy
            view={view}
            text={messageFor(view, turn, problem, cause)}
            label={view.words.t("ui.message")}
            class="long"
          />
        </section>
      )}
      <Verify
        view={view}
        verify={cause?.verify ?? []}
        turn={turn}
        before={shown.before}
        watch={shown.watch}
        {...again}
        onRecheck={canRecheck ? again.onRecheck : undefined}
      />
      <WaitBlock view={view} wait={diagnosis.wait} />
      <Causes view={view} problems={problem ? [problem] : []} main={cause} />
      <OtherProblems view={view} problems={rest} />
      <Path view={view} path={diagnosis.path} />
      <Comparisons view={view} comparisons={diagnosis.comparisons} />
      <PolicyTree view={view} policy={diagnosis.policy} />
      <Evidence view={view} ledger={diagnosis.ledger} findings={diagnosis.findings} />
    </div>
  );
}

// The cause that the page puts forward. A cause that is merely possible is one of several until a reply tells more.
function mainCause({ action, problems }: Diagnosis): Cause | undefined {
  const best = problems[0]?.causes[0];
  if (!best || !isOpen(best.state)) return undefined;
  return best.state === "possible" && action === "need-more" ? undefined : best;
}

const forwardable = ({ owner }: Cause): boolean => owner === "postmaster" || owner === "dns-host";

const telling = /^(mx|login|client|spf|dkim|dmarc|reply)\./; // what a person with a mailbox recognises

// Where nothing is wrong, what was seen is the news: in short, since the evidence lists all of it with its sources.
function Seen({ view, findings }: { view: View; findings: Finding[] }) {
  const news = findings.filter(
    ({ key, severity }) => key !== "words.unrecognised" && (severity !== "info" || telling.test(key)),
  ); // the notice above has spoken of the words
  if (news.length === 0) return null;
  return (
    <section class="block" part="seen">
      <h3>{view.words.t("ui.evidence.short")}</h3>
      <Because view={view} findings={news} sources={false} />
    </section>
  );
}

function OtherProblems({ view, problems }: { view: View; problems: Diagnosis["problems"] }) {
  if (problems.length === 0) return null;
  return (
    <section class="block" part="other-problems">
      <h3>{view.words.t("ui.problems.others")}</h3>
      {problems.map((problem) => (
        <div key={problem.id} class="other" data-test={`problem-${problem.id}`} data-state={problem.state}>
          <h4>{view.words.t(`problem.${problem.id}.title`)}</h4>
          <Causes view={view} problems={[problem]} main={undefined} />
        </div>
      ))}
    </section>
  );
}
