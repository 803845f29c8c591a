// The whole guide as text, without any lookup or WebAssembly: the words, and the data that the core judges with
// (web/tools/plugins/guide-data.mjs). Loaded when the person opens it.
import { problems, steps, verifications, type Described, type Problem } from "guide-data";
import type { Args, Commands, From, Instruction, System } from "../../contract";
import { Statement } from "../parts/statement";
import { InstructionBody } from "../parts/steps";
import type { View } from "../state/view";

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
  const { id, severity, symptoms, note, causes } = problem;
  const verify = [...new Set(causes.flatMap((cause) => cause.verify))];
  return (
    <article class="chapter">
      <h3>{words.t(`problem.${id}.title`)}</h3>
      <p>{words.t(`problem.${id}.symptom`)}</p>
      <p class="facts">
        <span>{words.t("ui.severity", { severity: words.t(`severity.${severity}`) })}</span>
        <span>{words.t(`problem.${id}.summary`)}</span>
      </p>
      <h4>{words.t("ui.guide.symptoms")}</h4>
      <ul class="plain">
        {symptoms.map((symptom) => (
          <li key={symptom}>
            <Statement view={view} id={`symptom.${symptom}`} />
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
            <Statement view={view} id={`cause.${id}.${cause.id}.why`} beside={`cause.${id}.${cause.id}.guide`} source={cause.source} />
            <ol class="steps">{list(view, "step", steps, cause.steps)}</ol>
          </div>
        </details>
      ))}
      {note && <Statement view={view} id={`note.${note}`} />}
      <h4>{words.t("ui.verify")}</h4>
      <ul class="plain">{list(view, "verify", verifications, verify)}</ul>
    </article>
  );
}

function list(view: View, kind: "step" | "verify", all: Described[], ids: string[]) {
  return all
    .filter(({ id }) => ids.includes(id))
    .sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
    .map((item) => (
      <li key={item.id}>
        <InstructionBody view={view} kind={kind} instruction={asInstruction(item)} />
      </li>
    ));
}

// The guide's own example names, in place of the person's.
function asInstruction(item: Described): Instruction {
  const args: Args = { domain: "abc.com", login_host: "mail.abc.com" };
  const filled = (line: string): string => line.replace(/\{(\w+)\}/g, (whole, name: string) => String(args[name] ?? whole));
  const commands: Commands[] = Object.entries(item.commands ?? {}).map(([system, lines]) => ({
    system: system as System,
    lines: lines.map(filled),
  }));
  return { id: item.id, from: item.from as From, args, commands, source: item.source };
}
