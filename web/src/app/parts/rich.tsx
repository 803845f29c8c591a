// A text of the locale as nodes. Code in it stays code in every language.
import type { Args } from "../../contract";
import type { View } from "../state/view";

export function Rich({ view, id, args }: { view: View; id: string; args?: Args }) {
  return <>{view.words.rich(id, args).map((segment) => ("code" in segment ? <Code text={segment.code} /> : segment.text))}</>;
}

export function Code({ text }: { text: string }) {
  return (
    <code lang="en" dir="ltr" translate={false}>
      {text}
    </code>
  );
}
