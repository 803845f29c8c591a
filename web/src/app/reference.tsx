// What can be read without any check: the routing question, the questions and answers, the whole guide.
import { Faq } from "./faq";
import { faqItems, Guide } from "./guide";
import { Routing } from "./routing";
import type { View } from "./view";

export interface ReferenceProps {
  view: View;
  faq: string[]; // what the diagnosis puts first
  guideOpen: boolean; // where no check is possible, the guide is what there is
}

export function Reference({ view, faq, guideOpen }: ReferenceProps) {
  const { words } = view;
  return (
    <div class="reference" part="reference">
      <Faq view={view} first={faq} items={faqItems} />
      <details class="block fold" data-test="fold-routing">
        <summary>
          <h2>{words.t("routing.title")}</h2>
        </summary>
        <Routing view={view} />
      </details>
      <details class="block fold" data-test="fold-guide" open={guideOpen}>
        <summary>
          <h2>{words.t("ui.guide")}</h2>
        </summary>
        <Guide view={view} />
      </details>
    </div>
  );
}
