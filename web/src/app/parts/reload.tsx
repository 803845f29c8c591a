// Loads the page again. Our own page hears of it and keeps what was typed (offline/register.ts).
import type { View } from "../state/view";

function reload(): void {
  dispatchEvent(new Event("alimail-reload"));
  location.reload();
}

export const Reload = ({ view }: { view: View }) => (
  <button type="button" class="secondary" data-test="reload" onClick={reload}>
    {view.words.t("ui.update.reload")}
  </button>
);
