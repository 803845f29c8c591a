// The five questions of the guide: first those that matter for this diagnosis, then the others.
import { faq } from "faq-data";
import { Statement } from "../parts/statement";
import type { View } from "../state/view";

// first: the ids that the diagnosis names
export function Faq({ view, first }: { view: View; first: string[] }) {
  const rank = (id: string): number => (first.includes(id) ? first.indexOf(id) : first.length);
  const sorted = [...faq].sort((a, b) => rank(a.id) - rank(b.id));
  return (
    <details class="fold" part="faq" data-test="fold-faq">
      <summary>
        <h2>{view.words.t("ui.faq")}</h2>
      </summary>
      <div class="inside">
        {sorted.map(({ id, source }) => (
          <details key={id} class="row" data-test={`faq-${id}`}>
            <summary>
              <span class="name">{view.words.t(`faq.${id}.question`)}</span>
            </summary>
            <div class="inner">
              <Statement view={view} id={`faq.${id}.answer`} from="guide" source={source} />
            </div>
          </details>
        ))}
      </div>
    </details>
  );
}
