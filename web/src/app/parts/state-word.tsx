// How sure a problem or a cause is: an icon and its word.
import type { State } from "../../contract";
import { StateIcon } from "./icons";
import type { View } from "../state/view";

export function StateWord({ view, state }: { view: View; state: State }) {
  return (
    <span class="state" data-state={state}>
      <StateIcon state={state} /> {view.words.t(`state.${state}`)}
    </span>
  );
}
