// The core did not start or has stopped, or a file did not arrive: why, what still works, and how to go on.
import { NewTab } from "../parts/new-tab";
import { Reload } from "../parts/reload";
import type { View } from "../state/view";

interface FailureProps {
  view: View;
  code: string;
  file?: string | undefined; // that did not arrive
  again: boolean; // whether another attempt has failed already
  onRetry(): void;
}

// Some browsers keep the failure of a module until the page is loaded again, and one that stalls cannot be stopped. So
// after a second failure, and where the files of this version are gone, reloading is offered.
export function Failure({ view, code, file, again, onRetry }: FailureProps) {
  const { words } = view;
  const isGone = code === "new-version";
  return (
    <div class="notice" part="notice" role="alert" data-test="failure" data-code={code}>
      <p>{words.t(words.has(`core.${code}`) ? `core.${code}` : "ui.failure", { code })}</p>
      {file && <p class="hint">{words.t("ui.failure.file", { file })}</p>}
      {!code.startsWith("wasm") && !isGone && (
        <button type="button" class="secondary" data-test="retry" onClick={onRetry}>
          {words.t("ui.retry")}
        </button>
      )}
      {(isGone || again) && <Reload view={view} />}
      <NewTab view={view} />
    </div>
  );
}
