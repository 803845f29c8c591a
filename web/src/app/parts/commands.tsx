// The commands of one step: those of the person's own system first, the others one tap away.
import type { Commands, System } from "../../contract";
import { oneLine } from "../../words/one-line";
import { Choice } from "./choice";
import { Copy } from "./copy";
import type { View } from "../state/view";

const order: System[] = ["windows", "macos", "linux", "android", "ios", "browser"];

export function CommandLines({ view, commands }: { view: View; commands: Commands[] }) {
  const { words } = view;
  const everywhere = commands.filter(({ system }) => system === "any");
  const systems = order.flatMap((each) => commands.filter(({ system }) => system === each));
  const chosen = systems.find(({ system }) => system === view.system) ?? systems[0];
  return (
    <div class="commands">
      {systems.length > 1 && (
        <Choice
          label={words.t("ui.system")}
          test="system"
          options={systems.map(({ system }) => ({ value: system, text: words.t(`system.${system}`) }))}
          chosen={chosen?.system ?? "windows"}
          onChoose={view.onSystem}
        />
      )}
      {[...everywhere, ...(chosen ? [chosen] : [])].map(({ system, lines }) =>
        lines.map((line) => <Line key={system + line} view={view} system={system} line={line} />),
      )}
    </div>
  );
}

// Pages of the browser and the login address are opened, not typed into a terminal.
function Line({ view, system, line }: { view: View; system: System; line: string }) {
  const label = view.words.t(system === "browser" ? "ui.address-to-open" : "ui.command");
  return <Copy view={view} text={oneLine(line)} label={label} />;
}
