// Said while the device itself knows that it has no network, so that nobody waits for what cannot come, and what works all the
// same is found. A device may be wrong about being online; then the result says that nobody answered (notices.tsx).
import { Component } from "preact";
import type { View } from "../state/view";

interface State {
  offline: boolean;
}

export class Offline extends Component<{ view: View }, State> {
  override state: State = { offline: navigator.onLine === false };

  private look = () => {
    const { announce, words } = this.props.view;
    const offline = navigator.onLine === false;
    if (offline && !this.state.offline) announce(words.t("ui.offline"));
    this.setState({ offline });
  };

  override componentDidMount() {
    for (const change of ["online", "offline"]) addEventListener(change, this.look);
  }

  override componentWillUnmount() {
    for (const change of ["online", "offline"]) removeEventListener(change, this.look);
  }

  override render({ view }: { view: View }, { offline }: State) {
    return offline ? (
      <p class="notice" part="notice" data-test="offline">
        {view.words.t("ui.offline")}
      </p>
    ) : null;
  }
}
