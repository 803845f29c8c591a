// The core did not start or has stopped: why, what still works, and how to try again.
import { NewTab } from "../parts/new-tab";
import type { View } from "../state/view";

export function Failure({ view, code, onRetry }: { view: View; code: string; onRetry(): void }) {
  const { words } = view;
  return (
    <div class="notice" part="notice" role="alert" data-test="failure" data-code={code}>
      <p>{words.t(words.has(`core.${code}`) ? `core.${code}` : "ui.failure", { code })}</p>
      {!code.startsWith("wasm") && (
        <button type="button" class="secondary" data-test="retry" onClick={onRetry}>
          {words.t("ui.retry")}
        </button>
      )}
      <NewTab view={view} />
    </div>
  );
}
