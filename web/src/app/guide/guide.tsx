// The whole guide as text, without any lookup or WebAssembly: the words, and the data that the core judges with
// (web/tools/plugins/guide-data.mjs). Loaded when the person opens it.
import { problems, steps, verifications, type Described, type Problem } from "guide-data";
import type { Args, Commands, From, Instruction, System } from "../../contract";
import { GuideSays, Statement } from "../parts/statement";
import { InstructionBody } from "../parts/steps";
import { resultStyles } from "../../style/result-styles";
import type { View } from "../state/view";

export { resultStyles };

export function Guide({ view }: { view: View }) {
  return (
    <div class="guide" data-test="guide">
      <p class="hint">{view.words.t("ui.guide.lead")}</p>
      {problems.map((problem) => (
        <ProblemText key={problem.id} view={view} problem={problem} />
      ))}
    </div>
  );
}

function ProblemText({ view, problem }: { view: View; problem: Problem }) {
  const { words } = view;
  const { id, severity, symptoms, notes, causes } = problem;
  const verify = [...new Set(causes.flatMap((cause) => cause.verify))];
  return (
    <article class="chapter">
      <h3>{words.t(`problem.${id}.title`)}</h3>
      <Statement view={view} id={`problem.${id}.symptom`} beside={`problem.${id}.title.guide`} from="guide" />
      <p class="facts">{words.t("ui.severity", { severity: words.t(`severity.${severity}`) })}</p>
      <Statement view={view} id={`problem.${id}.summary`} from="guide" />
      <h4>{words.t("ui.guide.symptoms")}</h4>
      <ul class="plain">
        {symptoms.map((symptom) => (
          <li key={symptom.id}>
            <Statement view={view} id={`symptom.${symptom.id}`} from={symptom.from as From} source={symptom.source} />
          </li>
        ))}
      </ul>
      <h4>{words.t("ui.guide.causes")}</h4>
      {causes.map((cause) => (
        <details key={cause.id} class="row">
          <summary>
            <span class="name">{words.t(`cause.${id}.${cause.id}.title`)}</span>
            <span class="hint">{words.t(`from.${cause.from}`)}</span>
          </summary>
          <div class="inner">
            <Statement
              view={view}
              id={`cause.${id}.${cause.id}.why`}
              beside={`cause.${id}.${cause.id}.guide`}
              from={cause.from as From}
              source={cause.source}
            />
            <ol class="steps">{list(view, "step", steps, [...cause.meanwhile, ...cause.steps])}</ol>
          </div>
        </details>
      ))}
      {notes.map((note) => (
        <Statement key={note.id} view={view} id={`note.${note.id}`} from={note.from as From} source={note.source} />
      ))}
      <h4>{words.t("ui.verify")}</h4>
      <ul class="plain">{list(view, "verify", verifications, verify)}</ul>
    </article>
  );
}

function list(view: View, kind: "step" | "verify", all: Described[], ids: string[]) {
  return all
    .filter(({ id, needs }) => ids.includes(id) && (!needs || view.words.has(`${kind}.${id}.guide`)))
    .sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
    .map((item) => (
      <li key={item.id}>
        {item.needs ? (
          <GuideSays view={view} id={`${kind}.${item.id}.guide`} args={example} />
        ) : (
          <InstructionBody view={view} kind={kind} instruction={asInstruction(item)} />
        )}
      </li>
    ));
}

// The guide's own example names, in place of the person's. What only a diagnosis knows has no example: of a step that needs
// it, only the guide's own words are shown, and another step says the value of every site.
const example: Args = { domain: "abc.com", login_host: "mail.abc.com" };

function asInstruction(item: Described): Instruction {
  const filled = (line: string): string => line.replace(/\{(\w+)\}/g, (whole, name: string) => String(example[name] ?? whole));
  const commands: Commands[] = Object.entries(item.commands ?? {}).map(([system, lines]) => ({
    system: system as System,
    lines: lines.map(filled),
  }));
  return { id: item.id, from: item.from as From, args: example, commands, source: item.source };
}
