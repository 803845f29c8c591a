// One table for what the troubleshooting guide says differently from what leads on this page, which mostly is Alibaba's
// documentation: the statement, the guide's own words, the page.
import type { Args, Cause, Instruction, Problem, Topic } from "../../contract";
import { goTo } from "../parts/go-to";
import { Rich } from "../parts/rich";
import { Source } from "../parts/statement";
import type { View } from "../state/view";
import { argsOf } from "../verdict/problem";

export interface Difference {
  id: string; // of the statement that leads
  guide: string; // of the guide's own words
  args: Args;
  source?: string;
}

/** Of the answer and of all causes of a problem, each statement once. */
export function differencesOf(has: (key: string) => boolean, problem: Problem | undefined, topic: Topic | undefined): Difference[] {
  const found = new Map<string, Difference>();
  const add = (id: string, guide: string, args: Args, source?: string): void => {
    if (has(guide) && !found.has(guide)) found.set(guide, { id, guide, args, ...(source ? { source } : {}) });
  };
  const statements = (kind: string, all: Instruction[] = []): void => {
    for (const { id, args, source } of all) add(`${kind}.${id}`, `${kind}.${id}.guide`, args, source);
  };
  const ofCause = (id: string, cause: Cause): void => {
    const key = `cause.${id}.${cause.id}`;
    add(`${key}.why`, `${key}.guide`, argsOf(cause), cause.source);
    statements("step", cause.steps);
    statements("step", cause.meanwhile);
    statements("verify", cause.verify);
    statements("note", cause.notes);
  };
  statements("step", topic?.steps);
  if (problem) add(`problem.${problem.id}.title`, `problem.${problem.id}.title.guide`, {});
  problem?.causes.forEach((cause) => ofCause(problem.id, cause));
  return [...found.values()];
}

export function Differs({ view, rows }: { view: View; rows: Difference[] }) {
  const { words } = view;
  return (
    <div class="differences">
      <table role="table" class="grid">
        <caption class="visually-hidden">{words.t("ui.fold.differs")}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {["ui.differs.step", "ui.differs.guide"].map((key) => (
              <th key={key} scope="col" role="columnheader">
                {words.t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map(({ id, guide, args, source }) => (
            <tr key={guide} role="row" data-test="difference" data-id={guide}>
              <td role="cell" data-label={words.t("ui.differs.step")}>
                <span>
                  <Rich view={view} id={id} args={args} />
                </span>
                {source && (
                  <span class="origin">
                    <Source view={view} source={source} />
                  </span>
                )}
              </td>
              <td role="cell" data-label={words.t("ui.differs.guide")}>
                <span>
                  <Rich view={view} id={guide} args={args} />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        <button type="button" class="copy" data-test="which-guide" onClick={goTo("[data-test=fold-routing] > summary")}>
          {words.t("ui.guide.which")}
        </button>
      </p>
    </div>
  );
}
