// The path from this browser to Alibaba Mail, hop by hop: an ordered list that CSS draws as a line, so picture and text
// cannot differ. The line is solid where a hop works, broken where it fails, and dotted where that is unknown.
import type { Hop } from "../../contract";
import { HopIcon } from "../parts/icons";
import type { View } from "../state/view";

const mostAbreast = 5; // hops next to each other; more are drawn below each other, as on a phone

interface PathProps {
  view: View;
  path: Hop[];
  heading?: "h3" | "h4";
}

export function Path({ view, path, heading: Heading = "h4" }: PathProps) {
  if (path.length === 0) return null;
  const { words } = view;
  return (
    <section class="piece" part="path">
      <Heading>{words.t("ui.path")}</Heading>
      <ol class={path.length > mostAbreast ? "path tall" : "path"}>
        {path.map(({ hop, name, state }, index) => (
          <li key={index} data-state={state} data-test={`hop-${hop}`}>
            <HopIcon state={state} />
            <span class="name">{words.t(`hop.${hop}`)}</span>
            {name && <code translate={false}>{name.split(".").flatMap((label, at) => (at === 0 ? [label] : [<wbr />, `.${label}`]))}</code>}
            <span class="hint">{words.t(`hop-state.${state}`)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
