// Where what the card says comes from, once: Alibaba's pages, and whether the troubleshooting guide says it too.
import type { From } from "../../contract";
import { Source } from "../parts/statement";
import type { View } from "../state/view";

const most = 2; // pages; the folds name the page of each statement

export function Sources({ view, all }: { view: View; all: { from: From; source?: string }[] }) {
  const pages = [...new Set(all.flatMap(({ source }) => (source?.startsWith("https://") ? [source] : [])))].slice(0, most);
  const isOfGuide = all.some(({ from }) => from === "guide");
  if (pages.length === 0 && !isOfGuide) return null;
  return (
    <p class="origin sources" data-test="sources">
      {pages.map((source) => (
        <Source key={source} view={view} source={source} />
      ))}
      {isOfGuide && <span>{view.words.t("from.guide")}</span>}
    </p>
  );
}
