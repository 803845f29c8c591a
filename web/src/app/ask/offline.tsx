// Shown while the device says that it is offline, so the person does not wait in vain and sees what still works. A device
// may wrongly say that it is online; then the result says that no resolver answered (notices.tsx).
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
