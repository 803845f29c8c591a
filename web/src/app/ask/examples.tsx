// Saved cases to look at, for people without a broken mailbox or without a network.
import { examples } from "../state/load-example";
import type { View } from "../state/view";

export function Examples({ view, onShow }: { view: View; onShow(id: string): void }) {
  const { words } = view;
  return (
    <section class="block examples" part="examples">
      <h2>{words.t("ui.examples")}</h2>
      <p class="hint">{words.t("ui.examples.hint")}</p>
      <ul class="rows">
        {examples.map((id) => (
          <li key={id}>
            <button type="button" class="rowbutton" data-test={`example-${id}`} onClick={() => onShow(id)}>
              <span class="name">{words.t(`example.${id}.title`)}</span>
              <span class="hint">{words.t(`example.${id}.text`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
