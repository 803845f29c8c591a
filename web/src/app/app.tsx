// The page's one component with a memory: it joins the model, the words and the blocks, and moves the focus to the news.
import { Component, createRef } from "preact";
import type { System } from "../contract";
import type { Resolver } from "../lookup/resolvers";
import type { Words } from "../words";
import { Examples } from "./examples";
import { Failure } from "./failure";
import { Footer } from "./footer";
import { Form } from "./form";
import { createModel, type Fields, type Shown } from "./model";
import { Progress } from "./progress";
import { Reference } from "./reference";
import { systemOf } from "./system";
import type { View } from "./view";

export interface AppProps {
  words: Words;
  fields: Fields; // what the attributes or the shell's own field hold
  resolvers(): readonly Resolver[];
  onDiagnosis(turn: NonNullable<Shown["turn"]>): void;
}

interface State {
  fields: Fields;
  shown: Shown;
  system: System;
  status: string;
  late?: typeof import("./result"); // what only a run needs
}

export class App extends Component<AppProps, State> {
  private heading = createRef<HTMLHeadingElement>();
  private subjectBox = createRef<HTMLInputElement>();
  private announceAt = 0;
  private origin: Element | null = null; // where the person stood when they started the run

  private model = createModel({
    resolvers: () => this.props.resolvers(),
    onChange: (shown) => this.follow(shown),
    onDiagnosis: (turn) => this.props.onDiagnosis(turn),
  });

  override state: State = {
    fields: this.props.fields,
    shown: this.model.shown(),
    system: systemOf(navigator),
    status: "",
  };

  override componentDidMount() {
    addEventListener("beforeprint", this.unfold);
  }

  override componentWillUnmount() {
    this.model.cancel();
    removeEventListener("beforeprint", this.unfold);
  }

  // Paper has nothing to tap on.
  private unfold = () => {
    const root = this.subjectBox.current?.getRootNode() as ShadowRoot | undefined;
    for (const fold of root?.querySelectorAll<HTMLDetailsElement>(".result details") ?? []) fold.open = true;
  };

  /** New attributes of the element; undefined leaves a field to the person. */
  prefill(change: Partial<Fields>) {
    this.setState(({ fields }) => ({ fields: { ...fields, ...change } }));
  }

  private follow(shown: Shown) {
    const before = this.state.shown;
    this.setState({ shown }, () => {
      if (shown.fieldError && shown.fieldError !== before.fieldError && !shown.turn?.diagnosis.problems.length)
        this.subjectBox.current?.focus();
      if (shown.phase === "done" && before.phase !== "done") this.moveFocus();
    });
    this.tell(before, shown);
  }

  // Only milestones, and only while the person waits: a region that speaks at every arrival says nothing.
  private tell(before: Shown, shown: Shown) {
    const { words } = this.props;
    const { phase, turn } = shown;
    if (phase !== before.phase) {
      if (phase === "done" && turn)
        this.announce(words.t("ui.status.done", { action: words.t(`action.${turn.diagnosis.action}`) }));
      else if (words.has(`ui.status.${phase}`)) this.announce(words.t(`ui.status.${phase}`));
    } else if (phase === "running" && turn && Date.now() - this.announceAt > 2000) {
      this.announce(words.t("ui.progress.count", { done: turn.progress.done, total: turn.progress.total }));
    }
  }

  private announce = (status: string) => {
    this.announceAt = Date.now();
    this.setState({ status });
  };

  // To the verdict, unless the person has gone on to something else meanwhile.
  private moveFocus() {
    const heading = this.heading.current;
    const root = heading?.getRootNode() as ShadowRoot | Document | undefined;
    const focused = root?.activeElement;
    if (heading && (!focused || focused === document.body || focused === this.origin)) heading.focus();
  }

  private run = () => {
    this.origin = (this.subjectBox.current?.getRootNode() as ShadowRoot | undefined)?.activeElement ?? null;
    void this.loadResult();
    this.model.run(this.state.fields);
  };

  private showExample = async (id: string) => {
    void this.loadResult();
    const fields = await this.model.example(id);
    if (fields) this.setState({ fields });
  };

  private async loadResult() {
    if (this.state.late) return;
    try {
      const late = await import("./result");
      this.setState({ late }, () => this.state.shown.phase === "done" && this.moveFocus());
    } catch {
      this.model.cancel();
      this.setState({ shown: { ...this.model.shown(), phase: "failed", failure: "core-not-loaded" } });
    }
  }

  private change = (change: Partial<Fields>) => {
    this.origin = null; // who types on is not taken away from it
    this.prefill(change);
  };

  override render({ words, resolvers }: AppProps, { fields, shown, system, status, late }: State) {
    const view: View = {
      words,
      system,
      onSystem: (chosen) => this.setState({ system: chosen }),
      announce: this.announce,
      nameOf: (id) => resolvers().find((resolver) => resolver.id === id)?.name ?? id,
    };
    const { phase, turn, failure } = shown;
    const wasmOff = failure?.startsWith("wasm") ?? false;
    const busy = phase === "running" || phase === "starting";
    const useless = turn?.subject.kind === "refused" && turn.diagnosis.problems.length === 0;
    const sure = turn?.diagnosis.problems[0]?.causes[0]?.state === "confirmed";
    const hasResult = late && turn && !useless && (!busy || sure);
    return (
      <>
        <Form
          view={view}
          fields={fields}
          error={shown.fieldError}
          choosing={turn?.diagnosis.findings.some(({ key }) => key === "words.unrecognised") ?? false}
          compact={Boolean(turn && !useless) || busy}
          subjectBox={this.subjectBox}
          onChange={this.change}
          onRun={this.run}
        />
        <p class="visually-hidden" role="status" data-test="status">
          {status}
        </p>
        {busy && (
          <Progress
            view={view}
            done={turn?.progress.done ?? 0}
            total={turn?.progress.total ?? 0}
            name={turn ? turn.subject.loginHost || turn.subject.domain : ""}
            onCancel={() => this.model.cancel()}
          />
        )}
        {busy && late && turn && !hasResult && <late.Path view={view} path={turn.diagnosis.path} />}
        {failure && <Failure view={view} code={failure} onRetry={this.run} />}
        {phase === "cancelled" && <p class="notice">{words.t("ui.cancelled")}</p>}
        {shown.example && turn && <p class="notice">{words.t("ui.example.note")}</p>}
        <div aria-busy={busy}>
          {hasResult && (
            <late.Result
              view={view}
              shown={shown}
              turn={turn}
              complaint={fields.complaint}
              heading={this.heading}
              onReply={this.model.reply}
              onRecheck={this.model.recheck}
              onRetry={this.run}
            />
          )}
        </div>
        {!turn && !busy && !wasmOff && <Examples view={view} onShow={this.showExample} />}
        <Reference view={view} faq={turn?.diagnosis.faq ?? []} guideOpen={Boolean(failure)} />
        <Footer view={view} resolvers={resolvers()} />
      </>
    );
  }
}
