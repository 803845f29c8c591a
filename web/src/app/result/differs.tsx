// One table for what the troubleshooting guide says differently from what leads on this page: the statement, the guide's own
// words, the page.
import { goTo } from "../parts/go-to";
import { Rich } from "../parts/rich";
import { Source } from "../parts/statement";
import type { View } from "../state/view";
import type { Difference } from "./differences";

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
