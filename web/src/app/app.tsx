// The page's one component with state: it connects the model, the words and the blocks, and moves the focus to the result.
import { Component, createRef } from "preact";
import type { Case, System } from "../contract";
import type { Resolver } from "../lookup/resolvers";
import type { Words } from "../words/words";
import { afterPaint } from "./state/after-paint";
import { Failure } from "./ask/failure";
import { Footer } from "./guide/footer";
import { Form } from "./ask/form";
import { isAnswered } from "./state/answered";
import { isFree, land } from "./state/landing";
import { newsOf } from "./state/news";
import { milestones, type Milestone } from "./state/milestones";
import { createModel, type Fields, type Model, type Shown } from "./state/model";
import { inTime } from "../load/in-time";
import { isReplaced } from "../load/replaced";
import { RunNotes } from "./ask/notices";
import { Offline } from "./ask/offline";
import { packsOfStart, resultPacks } from "./state/packs";
import type { Panel } from "./state/panels";
import { followPrinting } from "./state/paper";
import { createPreparation, mayCome, warmFormats, whenIdle } from "./state/prepare";
import { Progress } from "./ask/progress";
import { Reference } from "./guide/reference";
import { namesOf } from "./state/resolver-names";
import { createSaid } from "./state/said";
import { systemOf } from "./state/system";
import type { View } from "./state/view";

export interface AppProps extends Pick<View, "words" | "languages" | "packs" | "loadPacks" | "dress"> {
  fields: Fields; // what the attributes or the shell's own form hold
  resolvers(): readonly Resolver[];
  own: boolean; // whether a page of its own is around it, or an article
  chunk: string; // the address of the file that the shell loaded
  onMount(app: App): void;
  onDiagnosis(turn: NonNullable<Shown["turn"]>): void;
  onMilestone(milestone: Milestone): void;
}

type Late = typeof import("./result/result");
const nothing = (): undefined => undefined;

interface State {
  fields: Fields;
  shown: Shown;
  system: System;
  panel?: Panel;
  status: string;
  late?: Late; // what only a run needs
  editing: boolean; // whether the person changes the case of the result that is shown
}

export class App extends Component<AppProps, State> {
  private heading = createRef<HTMLHeadingElement>();
  private subjectBox = createRef<HTMLInputElement>();
  private announceAt = 0;
  private origin: Element | null = null; // what had the focus when the person asked for something
  private life = 0; // counts removals: what was pressed before one is not started after it
  private awaits = false; // whether the person waits for a result that is not shown yet
  private again = () => {};
  private unfollow = () => {};

  private model: Model = createModel({
    resolvers: () => this.props.resolvers(),
    onChange: (shown) => this.follow(shown),
    onDiagnosis: (turn) => this.props.onDiagnosis(turn),
    isReplaced: () => isReplaced(this.props.chunk),
  });

  private shown = this.model.shown(); // the latest; the state follows with the next drawing
  private said = createSaid(() => this.props, this.shown);

  override state: State = {
    fields: this.props.fields,
    shown: this.shown,
    system: systemOf(navigator),
    status: "",
    editing: false,
  };

  private prepare = createPreparation(
    () => this.loadResult(),
    (packs) => this.props.loadPacks(packs),
  );

  override componentDidMount() {
    this.props.onMount(this);
    if (this.active()) this.prepare("intent", this.props.fields.complaint);
    else if (this.props.own) whenIdle(() => this.prepare("idle"));
    this.unfollow = followPrinting(() => this.subjectBox.current?.getRootNode() as ShadowRoot | undefined);
  }

  override componentWillUnmount() {
    this.stop();
    this.unfollow();
  }

  /** New attributes of the element; undefined leaves a field to the person. */
  prefill(change: Partial<Fields>) {
    this.setState(({ fields }) => ({ fields: { ...fields, ...change } }));
  }

  private follow(shown: Shown) {
    const before = this.shown;
    this.shown = shown;
    this.setState({ shown }, () => {
      if (shown.fieldError && shown.fieldError !== before.fieldError && !isAnswered(shown.turn)) this.edit();
      this.moveFocus();
    });
    const fail = (error: unknown) => shown === this.shown && this.model.fail(error);
    if (!shown.failure && !this.said.canSay(shown)) void this.said.load(shown).then(() => this.moveFocus(), fail);
    this.tell(before, shown);
    milestones(before, shown).forEach((one) => this.props.onMilestone(one));
  }

  // Announces milestones only, and only while the person waits: announcing every arrival would drown them.
  private tell(before: Shown, shown: Shown) {
    const [{ words }, { phase, turn }, news] = [this.props, shown, newsOf(before, shown)];
    if (news === "result") {
      const say = ({ headlineOf }: Late) =>
        turn && turn === this.shown.turn && this.announce(words.t("ui.status.done", { action: headlineOf(this.props.words, turn) }));
      if (this.state.late && this.said.canSay(shown)) say(this.state.late);
      else void Promise.all([this.loadResult(), this.said.load(shown)]).then(([late]) => say(late), nothing); // a failure is told below
    } else if (news === "phase" && words.has(`ui.status.${phase}`)) this.announce(words.t(`ui.status.${phase}`));
    else if (news === "progress" && turn && Date.now() - this.announceAt > 2000) {
      this.announce(words.t("ui.progress.count", { done: turn.progress.done, total: turn.progress.total }));
    }
  }

  private announce = (status: string) => {
    this.announceAt = Date.now();
    this.setState({ status });
  };

  // Once, to the verdict when it appears, unless the person has moved on to something else on the page.
  private moveFocus() {
    const heading = this.heading.current;
    if (!heading || !this.awaits || !this.said.canSay(this.shown)) return;
    this.awaits = false;
    if (isFree(this.active(), this.origin)) land(heading, this.origin);
  }

  private edit = (field = "subject") =>
    this.setState({ editing: true }, () => this.subjectBox.current?.form?.querySelector<HTMLElement>(`#${field}`)?.focus());

  private active(): Element | null {
    return (this.subjectBox.current?.getRootNode() as ShadowRoot | undefined)?.activeElement ?? null;
  }

  private expect(work: () => void) {
    this.origin = this.active();
    const { life } = this;
    afterPaint(() => {
      if (life !== this.life) return;
      this.awaits = true;
      work();
    });
  }

  // The code of the result loads meanwhile. If that fails, it is reported after the run has started, which can then be canceled.
  private start(work: () => void) {
    this.again = () => this.start(work);
    this.prepare("intent"); // nothing is to be foreseen any more
    this.setState({ editing: false });
    const arrives = this.loadResult().then(nothing, (error: unknown) => () => this.model.fail(error));
    this.expect(() => {
      work();
      void arrives.then((report) => report?.());
    });
  }

  run = () => this.start(() => this.model.run(this.state.fields));
  private runPatiently = () => this.start(() => this.model.run(this.state.fields, true));
  private showExample = (id: string) => this.start(() => void this.model.example(id).then((fields) => fields && this.setState({ fields })));

  private watch = () => this.state.late && this.model.watch(this.state.late.startWatching);

  /** The element was removed, perhaps between a press and its work. */
  stop = () => {
    this.life += 1;
    this.model.stop();
  };

  private open = (one: Case) => this.start(() => this.setState({ fields: this.model.open(one) }));

  private choose = (start: string) => {
    this.prefill({ start });
    this.expect(() => this.model.choose(start));
  };

  private reply = (id: string, value: string | undefined) => this.expect(() => this.model.reply(id, value));
  private recheck = () => this.expect(this.model.recheck);

  private async loadResult(): Promise<Late> {
    const words = this.props.loadPacks([...resultPacks, ...packsOfStart(this.state.fields.start)]);
    if (this.state.late) return words.then(() => this.state.late as Late);
    const [late] = await Promise.all([inTime("result", import("./result/result")), words]);
    await this.props.dress(late.resultStyles);
    warmFormats(this.props.words);
    this.setState({ late }, () => this.moveFocus());
    return late;
  }

  private change = (change: Partial<Fields>) => {
    this.prepare("intent", change.complaint);
    if (change.start && mayCome("intent")) this.props.loadPacks(packsOfStart(change.start)).catch(nothing);
    this.origin = null; // typing on keeps the focus in the field
    // The kind that was the closest to other words is not the person's choice for these.
    const { closest, start } = this.shown;
    const isOver = change.complaint !== undefined && closest && start !== "" && this.state.fields.start === start;
    this.prefill(isOver ? { ...change, start: "" } : change);
  };

  private lastView: View | undefined; // the same object as long as nothing in it changed, so typing draws no result again

  private view(words: Words, { system, panel }: State): View {
    const last = this.lastView;
    if (last && last.words === words && last.system === system && last.panel === panel) return last;
    return (this.lastView = {
      words,
      languages: this.props.languages,
      packs: this.props.packs,
      loadPacks: this.props.loadPacks,
      unfold: this.said.unfold,
      dress: this.props.dress,
      system,
      onSystem: (chosen) => this.setState({ system: chosen }),
      panel,
      onPanel: (chosen) => this.setState({ panel: chosen }),
      announce: this.announce,
      fields: () => this.state.fields,
      describe: () => this.edit("complaint"),
      ...namesOf(words, () => this.props.resolvers()),
    });
  }

  override render({ words, resolvers }: AppProps, state: State) {
    const { fields, shown, status, late } = state;
    const view = this.view(words, state);
    const said = this.said.drawable(shown);
    const { phase, turn: latest, failure } = shown;
    const { turn } = said;
    const wasmOff = failure?.startsWith("wasm") ?? false;
    const useless = latest?.subject.kind === "refused" && !isAnswered(latest);
    const loads = phase === "done" && !useless && !failure && !(late && turn); // the lookups were faster than the words
    const busy = phase === "running" || phase === "starting" || loads;
    const hasCase = Boolean(latest && !useless) || busy;
    const sure = turn?.diagnosis.topic ?? turn?.diagnosis.problems[0]?.causes[0]?.state === "confirmed";
    const hasResult = late && turn && !useless && (!busy || sure);
    return (
      <>
        <Form
          view={view}
          fields={fields}
          error={shown.fieldError}
          folded={hasCase && !state.editing && !shown.fieldError}
          onEdit={() => this.edit()}
          onIntent={() => this.prepare("intent", fields.complaint)}
          subjectBox={this.subjectBox}
          onChange={this.change}
          onRun={this.run}
        />
        <Offline view={view} />
        <p class="visually-hidden" role="status" data-test="status">
          {status}
        </p>
        {busy && <Progress view={view} turn={latest} onCancel={() => this.model.cancel()} />}
        {busy && late && latest && !hasResult && <late.Path view={view} path={latest.diagnosis.path} heading="h3" />}
        {failure && <Failure view={view} code={failure} file={shown.failedFile} again={(shown.failures ?? 0) > 1} onRetry={this.again} />}
        <RunNotes view={view} shown={shown} />
        <div aria-busy={busy}>
          {hasResult && (
            <late.Result
              view={view}
              shown={said}
              turn={turn}
              heading={this.heading}
              caseOf={this.model.case}
              onReply={this.reply}
              onChoose={this.choose}
              onRecheck={this.recheck}
              onWatch={this.watch}
              onUnwatch={this.model.stopWatch}
              onRetry={this.runPatiently}
            />
          )}
        </div>
        <Reference
          view={view}
          faq={turn?.diagnosis.faq ?? []}
          guideOpen={Boolean(failure)}
          own={this.props.own}
          onExample={latest || busy || wasmOff ? undefined : this.showExample}
          onOpen={busy ? undefined : this.open}
        />
        <Footer view={view} own={this.props.own} resolvers={resolvers()} />
      </>
    );
  }
}
