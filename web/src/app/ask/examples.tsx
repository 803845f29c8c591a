// Saved cases to look at, for people without a broken mailbox or without a network: one tap each.
import { examples } from "../state/load-example";
import type { View } from "../state/view";

export function Examples({ view, open, onShow }: { view: View; open: boolean; onShow(id: string): void }) {
  const { words } = view;
  return (
    <details class="fold examples" part="examples" data-test="fold-examples" open={open}>
      <summary>
        <h2>{words.t("ui.examples")}</h2>
      </summary>
      <ul>
        {examples.map((id) => (
          <li key={id}>
            <button type="button" class="copy" data-test={`example-${id}`} title={words.t(`example.${id}.text`)} onClick={() => onShow(id)}>
              {words.t(`example.${id}.title`)}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
