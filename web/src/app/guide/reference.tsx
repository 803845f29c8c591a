// What can be read without a check: questions and answers, routing, and, once it is opened, the guide.
import { Unfold } from "../parts/unfold";
import type { View } from "../state/view";
import { Faq } from "./faq";
import { Routing } from "./routing";

interface ReferenceProps {
  view: View;
  faq: string[]; // the ids that the diagnosis puts first
  guideOpen: boolean; // where no check is possible, the guide is what we have
}

export function Reference({ view, faq, guideOpen }: ReferenceProps) {
  const { words } = view;
  return (
    <div class="reference" part="reference">
      <Faq view={view} first={faq} />
      <details class="block fold" part="routing" data-test="fold-routing">
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
        class="block fold"
        heading="h2"
        open={guideOpen}
        load={() => Promise.all([import("./guide"), view.allWords()])}
        inside={([{ Guide }]) => <Guide view={view} />}
      />
    </div>
  );
}
