// How far the list is, what happened on the way, and what of the paste could not be read.
import type { View } from "../app/state/view";
import { oneLine } from "../words/one-line";
import { perDomain } from "./intake";
import type { ListState } from "./list";
import type { PaceLimits } from "./pace";
import type { Trouble } from "./polite";
import type { Summary } from "./subjects";

interface ToldProps {
  view: View;
  list: ListState;
  limits: PaceLimits;
}

export function Progress({ view: { words }, list, limits }: ToldProps) {
  const { rows, phase, halt } = list;
  const total = rows.length;
  const open = rows.filter(({ state }) => state === "queued" || state === "running").length;
  const count = words.t("many.progress", { done: total - open, total });
  const seconds = (open * perDomain) / limits.perSecond;
  return (
    <div class="progress-of-list" data-test="progress" data-phase={phase} data-done={total - open}>
      <progress max={Math.max(1, total)} value={total - open} aria-label={words.t("ui.progress")} />
      <p>
        {phase === "reading" ? words.t("many.reading") : count}
        {phase === "running" && <span class="hint"> {words.t("many.left", { seconds })}</span>}
      </p>
      <p class="hint" role="status">
        {phase === "stopped" && words.t(halt ? `many.halt.${halt}` : "many.stopped")}
        {phase === "done" && words.t("many.done")}
      </p>
    </div>
  );
}

export function Notices({ view, list }: Omit<ToldProps, "limits">) {
  const { words } = view;
  const { troubles, full, failure } = list;
  return (
    <div role="status">
      {failure && (
        <p class="notice" data-test="failure">
          {words.t(`core.${failure}`)}
        </p>
      )}
      {full && (
        <p class="notice" data-test="full">
          {words.t("many.full")}
        </p>
      )}
      {troubles.map((trouble) => (
        <p key={trouble.resolver} class="notice" data-test="trouble" data-resolver={trouble.resolver} data-what={trouble.what}>
          {troubleText(view, trouble)}
        </p>
      ))}
    </div>
  );
}

function troubleText({ words, nameOf }: View, { resolver, what, until, instead }: Trouble): string {
  const name = nameOf(resolver);
  if (until !== undefined) {
    return words.t("many.trouble.rests", { resolver: name, time: new Date(until).toISOString() });
  }
  if (instead) return words.t(`many.trouble.${what}.instead`, { resolver: name, instead: nameOf(instead) });
  return words.t(`many.trouble.${what}`, { resolver: name });
}

export function Read({ view: { words }, summary }: { view: View; summary: Summary | undefined }) {
  if (!summary) return null;
  const { doubles, blank, leftOut, cut, unreadable, unreadableCount } = summary;
  const facts = [
    ...(doubles > 0 ? [words.t("many.doubles", { count: doubles })] : []),
    ...(blank > 0 ? [words.t("many.blank", { count: blank })] : []),
  ];
  return (
    <div
      class="reading"
      data-test="summary"
      data-doubles={doubles}
      data-blank={blank}
      data-left-out={leftOut}
      data-unreadable={unreadableCount}
    >
      {facts.length > 0 && <p class="hint">{facts.join(" ")}</p>}
      {leftOut > 0 && <p class="notice">{words.t("many.left-out", { count: leftOut })}</p>}
      {cut && <p class="notice">{words.t("many.cut")}</p>}
      {unreadableCount > 0 && (
        <details class="row" data-test="unreadable">
          <summary>
            <span class="name">{words.t("many.unreadable", { count: unreadableCount })}</span>
          </summary>
          <ul class="plain">
            {unreadable.map(({ line, text, problem }, index) => (
              <li key={index}>
                {words.t("many.unreadable.line", { line })} <code dir="ltr">{oneLine(text.slice(0, longest))}</code>{" "}
                {words.t(problem ? `subject-problem.${problem}` : "many.unreadable.nameless")}
              </li>
            ))}
          </ul>
          {unreadableCount > unreadable.length && (
            <p class="hint">{words.t("many.more", { count: unreadableCount - unreadable.length })}</p>
          )}
        </details>
      )}
    </div>
  );
}

const longest = 80; // characters of a line that could not be read
