// Whether this is the right guide, and where to go if it is not.
import { Rich } from "../parts/rich";
import type { View } from "../state/view";

const ways = ["not-alibaba", "personal", "trade", "directmail", "bounce", "client", "password", "receiving"] as const;

export function Routing({ view }: { view: View }) {
  const { words } = view;
  return (
    <div class="inner" data-test="routing">
      <p>{words.t("routing.intro")}</p>
      <dl class="ways">
        {ways.map((way) => (
          <div key={way}>
            <dt>{words.t(`routing.${way}.title`)}</dt>
            <dd>
              <Rich view={view} id={`routing.${way}.text`} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
