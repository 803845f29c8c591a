// The five questions of the guide, those that matter for this diagnosis first; all stay reachable.
import { Statement } from "./statement";
import type { View } from "./view";

interface FaqProps {
  view: View;
  first: string[]; // ids that the diagnosis names
  items: { id: string; source?: string }[];
}

export function Faq({ view, first, items }: FaqProps) {
  const rank = (id: string): number => (first.includes(id) ? first.indexOf(id) : first.length);
  const sorted = [...items].sort((a, b) => rank(a.id) - rank(b.id));
  return (
    <section class="block" part="faq">
      <h2>{view.words.t("ui.faq")}</h2>
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
    </section>
  );
}
