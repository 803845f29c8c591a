// "Watch until it holds": the button that starts and stops watching, and a line with its state.
import { Component, createRef } from "preact";
import type { WatchState } from "../../run/schedule";
import type { View } from "../state/view";

interface WatchProps {
  view: View;
  state?: WatchState;
  can: boolean; // whether looking again can tell anything
  onWatch(): void;
  onUnwatch(): void;
}

const isOn = (state?: WatchState): boolean => state?.phase === "waiting" || state?.phase === "looking";

export class Watch extends Component<WatchProps> {
  private line = createRef<HTMLParagraphElement>();
  private button = createRef<HTMLButtonElement>();

  override getSnapshotBeforeUpdate(): boolean {
    const root = this.button.current?.getRootNode() as ShadowRoot | undefined;
    return Boolean(root && root.activeElement === this.button.current);
  }

  // Announces only that watching started or ended, and how it ended.
  override componentDidUpdate({ state: before }: WatchProps, _state: unknown, wasFocused: boolean) {
    const { view, state } = this.props;
    if (isOn(before) === isOn(state)) return;
    view.announce(state ? say(view, state) : view.words.t("ui.status.cancelled"));
    // The button that had the focus is gone, so the line next to it gets the focus.
    if (wasFocused && !this.button.current) this.line.current?.focus();
  }

  override render({ view, state, can, onWatch, onUnwatch }: WatchProps) {
    const on = isOn(state);
    return (
      <>
        {(can || on) && (
          <button ref={this.button} type="button" class="secondary" data-test={on ? "unwatch" : "watch"} onClick={on ? onUnwatch : onWatch}>
            {view.words.t(on ? "watch.stop" : "watch.start")}
          </button>
        )}
        {state && (
          <p ref={this.line} tabIndex={-1} class="hint" data-test="watch-state" data-phase={state.phase}>
            {say(view, state)}
          </p>
        )}
      </>
    );
  }
}

function say({ words }: View, { phase, next, looks }: WatchState): string {
  return words.t(`watch.${phase}`, { count: looks, ...(next ? { time: new Date(next).toISOString() } : {}) });
}
