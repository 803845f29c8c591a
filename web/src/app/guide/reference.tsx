// What can be read without a check: questions and answers, routing, and, once it is opened, the guide.
import type { Case } from "../../contract";
import { Examples } from "../ask/examples";
import { Unfold } from "../parts/unfold";
import { foldPacks, guidePacks } from "../state/packs";
import type { View } from "../state/view";
import { Faq } from "./faq";
import { Routing } from "./routing";

interface ReferenceProps {
  view: View;
  faq: string[]; // the ids that the diagnosis puts first
  guideOpen: boolean; // where no check is possible, the guide is what we have
  own: boolean; // a page of its own shows its examples at once
  onExample: ((id: string) => void) | undefined; // absent below a result
  onOpen: ((one: Case) => void) | undefined; // absent while a run goes on
}

export function Reference({ view, faq, guideOpen, own, onExample, onOpen }: ReferenceProps) {
  const { words } = view;
  return (
    <div class="reference" part="reference">
      {onExample && <Examples view={view} open={own} onShow={onExample} />}
      <Faq view={view} first={faq} />
      <details class="fold" part="routing" data-test="fold-routing">
        <summary>
          <h2>{words.t("routing.title")}</h2>
        </summary>
        <Routing view={view} />
      </details>
      <Unfold
        view={view}
        title="ui.guide"
        test="fold-guide"
        part="guide"
        class="fold"
        heading="h2"
        open={guideOpen}
        load={async () => {
          const [guide] = await Promise.all([import("./guide"), view.loadPacks(guidePacks)]);
          await view.dress(guide.resultStyles);
          return guide;
        }}
        inside={({ Guide }) => <Guide view={view} />}
      />
      {onOpen && (
        <Unfold
          view={view}
          title="ui.open"
          test="open"
          class="fold open"
          load={() => Promise.all([import("../handover/open-case"), view.loadPacks(foldPacks)])}
          inside={([{ OpenCase }]) => <OpenCase view={view} onOpen={onOpen} />}
        />
      )}
    </div>
  );
}
