// The result: the card that says what to do, notes on the lookups, and the folds. Loaded with the first run.
import { Component, type RefObject } from "preact";
import { LookupNotices } from "../ask/notices";
import { Path } from "../evidence/path";
import { resultStyles } from "../../style/result-styles";
import { headlineOf } from "../parts/headline";
import { startWatching } from "../state/watch-timer";
import { TopicBlock } from "../verdict/topic";
import { Card, type CardProps } from "./card";
import { Folds } from "./folds";

export { headlineOf, Path, resultStyles, startWatching };

export interface ResultProps extends Omit<CardProps, "heading" | "silent" | "canRecheck"> {
  heading: RefObject<HTMLHeadingElement | null>;
  onRetry: () => void;
}

export class Result extends Component<ResultProps> {
  // Typing in the form does not draw the result again.
  override shouldComponentUpdate(next: ResultProps): boolean {
    return (Object.keys(next) as (keyof ResultProps)[]).some((name) => next[name] !== this.props[name]);
  }

  override render({ onRetry, heading, ...props }: ResultProps) {
    const { view, shown, turn } = props;
    const { diagnosis } = turn;
    const { topic, action, ledger } = diagnosis;
    const isSaved = Boolean(shown.example || shown.opened);
    const canRecheck = !isSaved && !shown.failure && shown.phase !== "running" && ledger.length > 0;
    const silent = topic !== undefined && (diagnosis.problems.length === 0 || action === "need-more" || action === "nothing-wrong");
    return (
      <div class="result" part="result">
        {topic && <TopicBlock view={view} topic={topic} heading={heading} />}
        <Card {...props} heading={topic ? undefined : heading} silent={silent} canRecheck={canRecheck && !silent} />
        <Remarks view={view} shown={shown} turn={turn} onRetry={isSaved ? undefined : onRetry} />
        <Folds {...props} />
      </div>
    );
  }
}

type RemarksProps = Pick<ResultProps, "view" | "shown" | "turn"> & { onRetry: (() => void) | undefined };

function Remarks({ view, shown, turn: { diagnosis }, onRetry }: RemarksProps) {
  return (
    <>
      <LookupNotices
        view={view}
        ledger={diagnosis.ledger}
        refused={shown.refusedByCsp}
        waiting={shown.phase === "done" ? shown.waiting : undefined}
        onRetry={onRetry}
      />
      {shown.limited && (
        <p class="notice" part="notice" data-test="limited">
          {view.words.t("ui.limited")}
        </p>
      )}
    </>
  );
}
