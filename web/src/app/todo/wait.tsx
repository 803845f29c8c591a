// How long waiting makes sense, and what that time was computed from.
import type { Wait } from "../../contract";
import { Because } from "../parts/finding";
import { Rich } from "../parts/rich";
import type { View } from "../state/view";

interface WaitProps {
  view: View;
  wait: Wait | undefined;
  named?: boolean; // whether the headline has named the time
}

export function WaitBlock({ view, wait, named = false }: WaitProps) {
  if (!wait) return null;
  const { words } = view;
  const seconds = (Date.parse(wait.until) - Date.now()) / 1000;
  return (
    <section class="piece" part="wait">
      {!named && <h4>{words.t("ui.wait")}</h4>}
      <p class="figure">
        {!named && <b>{words.t("ui.wait-until", { time: wait.until })}</b>}
        {seconds > 0 && (
          <time class="hint" dateTime={wait.until}>
            {" "}
            {words.t("ui.wait-left", { seconds })}
          </time>
        )}
      </p>
      <Because view={view} findings={wait.because} />
      {wait.caches.length > 0 && (
        <details class="row" data-test="caches">
          <summary>
            <span class="name">{words.t("ui.wait.caches")}</span>
          </summary>
          <ul class="plain">
            {wait.caches.map(({ resolver, name, type, until, negative }, index) => (
              <li key={index}>
                <Rich
                  view={view}
                  id={negative ? "ui.wait.negative" : "ui.wait.positive"}
                  args={{ resolver: view.nameOf(resolver), record: `${type} ${name}`, time: until }}
                />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
