// What one checker on a page knows: the fields, the run or the saved example. No DOM, no drawing.
//
// Law: only the person, or an attribute of the element, changes the typed text. A run that was replaced or stopped no
// longer changes what is shown.
import { isRefusal, type Case, type Question, type Turn } from "../../contract";
import { codeOf, LoadError } from "../../load/in-time";
import { CoreError, loadCore, type Core } from "../../core/core";
import { createRun, replay, type Run, type RunState } from "../../run/loop";
import type { Resolver } from "../../lookup/resolvers";
import { bounded, maxComplaint } from "../../run/subject";
import type { WatchState } from "../../run/schedule";
import { loadExample } from "./load-example";
import { roleIn } from "./main-cause";
import type { startWatching } from "./watch-timer";

export interface Fields {
  subject: string;
  complaint: string;
  start: string;
}

export interface FieldError {
  code: string;
  key: string; // of its text
}

export type Phase = RunState["phase"] | "starting";

export interface Shown {
  phase: Phase;
  turn?: Turn;
  before?: Turn;
  fieldError?: FieldError;
  failure?: string; // why there is no result: core.<code>
  failedFile?: string | undefined; // the file that did not arrive
  failures?: number; // without a result in between
  refusedByCsp: string[];
  waiting?: string[] | undefined; // resolvers whose late answers may still change the turn; undefined: none was late
  limited: boolean; // whether a limit of the run was reached
  watch?: WatchState; // of watching until it holds
  example?: string; // the id of the saved case that is shown
  opened?: string; // the time of a case that somebody else saved
  start: string; // the problem or the topic that the person chose, or ""
  closest?: string[] | undefined; // the kinds that were offered in this case, to choose another one
  complaint: string; // what was judged; the field may have changed since
  core: string; // the version of the core
  administrator?: Turn; // the same turn as an administrator sees it, for the message that a member forwards
  asked: Question[]; // every question of this case, to let the person change replies
  replies: Record<string, string>;
}

interface Options {
  resolvers(): readonly Resolver[];
  onChange(shown: Shown): void;
  onDiagnosis(turn: Turn): void;
  isReplaced?(): Promise<boolean>; // whether the host has another version by now
}

const nothing: Shown = {
  phase: "idle",
  refusedByCsp: [],
  limited: false,
  start: "",
  complaint: "",
  core: "",
  asked: [],
  replies: {},
};

export function createModel({ resolvers, onChange, onDiagnosis, isReplaced }: Options) {
  let shown = nothing;
  let run: Run | undefined;
  let lookAgain: ((ended: (turn: Turn | undefined) => void) => Run) | undefined; // a run for the same fields
  let unwatch: (() => void) | undefined;
  let saved: Case | undefined;
  let failures = 0;
  let epoch = 0; // tells the current run from an earlier one that still reports

  const show = (change: Partial<Shown>): void => {
    shown = { ...shown, ...change };
    onChange(shown);
  };

  const stopWatch = (): void => {
    unwatch?.();
    unwatch = undefined;
    if (shown.watch) show({ watch: undefined });
  };

  const begin = (change: Partial<Shown>): number => {
    stopWatch();
    run?.cancel();
    run = undefined;
    lookAgain = undefined;
    saved = undefined;
    epoch += 1;
    if (!shown.failure) failures = 0; // else this is another attempt
    shown = nothing;
    show({ phase: "starting", ...change });
    return epoch;
  };

  const fail = (failure: string): void => show({ phase: "failed", failure });

  // After a new version was put in the place of this one, no attempt can bring the missing file.
  const failToLoad = (error: unknown): void => {
    const failedFile = error instanceof CoreError || error instanceof LoadError ? error.file : undefined;
    const failure = error instanceof CoreError ? error.code : codeOf(error);
    failures += 1;
    show({ phase: "failed", failure, failedFile, failures });
    if (!failedFile) return;
    const mine = epoch;
    void isReplaced?.().then((gone) => gone && mine === epoch && fail("new-version"));
  };

  const withCore = async (mine: number, words: boolean, work: (core: Core) => void | Promise<void>): Promise<void> => {
    try {
      const core = await loadCore(words);
      if (mine !== epoch) return;
      show({ core: core.version() });
      await work(core);
    } catch (error) {
      if (mine === epoch) failToLoad(error);
    }
  };

  const take = (turn: Turn): Partial<Shown> => {
    const { question } = turn.ask;
    const asked = question && !shown.asked.some(({ id }) => id === question.id) ? [...shown.asked, question] : shown.asked;
    const { kind, problem } = turn.subject;
    const refused = kind === "refused" && problem ? { code: problem, key: `subject-problem.${problem}` } : undefined;
    const known = shown.fieldError?.code === refused?.code; // an error that is shown already is not reported again
    return { turn, asked, closest: turn.diagnosis.closest ?? shown.closest, fieldError: known ? shown.fieldError : refused };
  };

  // The message for the administrator needs steps that a member is not shown.
  const forAdministrator = (core: Core, turn: Turn, one: () => Case): Turn | undefined => {
    if (roleIn(turn.diagnosis.findings) !== "member") return undefined;
    const given = one();
    try {
      const other = core.advance({ ...given, replies: { ...given.replies, role: "postmaster" } });
      return isRefusal(other) ? undefined : other;
    } catch {
      return undefined; // the message is then made from what is shown
    }
  };

  const replaySaved = (core: Core, one: Case): void => {
    const turn = replay(core, one);
    saved = one;
    if (isRefusal(turn)) return fail(turn.error.code);
    const administrator = forAdministrator(core, turn, () => one);
    show({ phase: "done", ...take(turn), administrator, replies: one.replies ?? {}, start: one.start ?? "", complaint: one.complaint });
    onDiagnosis(turn);
  };

  const judgeSaved = (change: Partial<Case>): void => {
    const { start, ...rest } = { ...(saved as Case), ...change };
    if (saved) void withCore(epoch, saved.complaint !== "", (core) => replaySaved(core, start ? { ...rest, start } : rest));
  };

  const follow = (core: Core, one: Run, { phase, turn, before, error, refusedByCsp, waiting, limited }: RunState): void => {
    const administrator = turn && phase === "done" ? forAdministrator(core, turn, one.case) : undefined;
    const late = shown.waiting || waiting.length > 0 ? waiting : undefined;
    show({ phase, before, refusedByCsp, waiting: late, limited, administrator, failure: error?.code, ...(turn ? take(turn) : {}) });
    if (turn) onDiagnosis(turn);
  };

  const makeRun = (mine: number, core: Core, fields: Fields, patient: boolean, onTurn: (state: RunState) => void): Run => {
    const { start, ...typed } = { ...fields, start: shown.start };
    return createRun({
      core,
      ...typed,
      ...(start ? { start } : {}),
      replies: shown.replies,
      resolvers: resolvers(),
      patient,
      onTurn: (state) => void (mine === epoch && onTurn(state)),
    });
  };

  return {
    shown: () => shown,

    /** `patient`: another attempt, after resolvers did not answer in time. */
    run(fields: Fields, patient = false): void {
      if (!fields.subject.trim() && !fields.complaint.trim() && !fields.start) {
        stopWatch();
        run?.cancel();
        epoch += 1;
        shown = nothing;
        return show({ fieldError: { code: "empty", key: "ui.error.empty" } });
      }
      const mine = begin({ complaint: bounded(fields.complaint, maxComplaint), start: fields.start });
      void withCore(mine, fields.complaint !== "", (core) => {
        const first = makeRun(mine, core, fields, patient, (state) => follow(core, first, state));
        run = first;
        // A run of its own: what is shown stays complete until the look has ended, late answers included, and if it is stopped.
        lookAgain = (ended) => {
          const one: Run = makeRun(mine, core, fields, false, (state) => {
            if (one === run) follow(core, one, state);
            else if (state.phase === "failed") ended(undefined);
            else if (state.phase === "done" && state.waiting.length === 0) ended(state.turn);
          });
          return one;
        };
        run.start();
      });
    },

    /** Looks again until the repair holds. `start` is passed in as it is loaded with the result. */
    watch(start: typeof startWatching): void {
      const { turn: first } = shown;
      if (!first || !lookAgain) return;
      stopWatch();
      unwatch = start({
        first,
        makeRun: lookAgain,
        onState: (watch) => show({ watch }),
        onTurn: (turn, fresh) => {
          run = fresh;
          show({ phase: "done", before: first, ...take(turn) });
          onDiagnosis(turn);
        },
      });
    },

    stopWatch,
    /** The element was removed: stop asking on its behalf. */
    stop(): void {
      stopWatch();
      if (shown.phase === "running" || shown.phase === "starting") this.cancel();
      else run?.cancel(); // what comes late
    },

    cancel(): void {
      if (run) return run.cancel();
      epoch += 1;
      show({ phase: "idle" });
    },

    /** Part of the page did not load, so there is nothing to show. What fails beside it in the same attempt is not counted. */
    fail(error: unknown): void {
      if (shown.failure) return;
      stopWatch();
      run?.cancel();
      epoch += 1;
      failToLoad(error);
    },

    recheck(): void {
      stopWatch();
      run?.recheck();
    },

    /** `undefined` takes a reply back. */
    reply(id: string, value: string | undefined): void {
      const { [id]: _before, ...others } = shown.replies;
      const replies = value === undefined ? others : { ...others, [id]: value };
      stopWatch();
      show({ replies });
      if (run) run.reply(id, value);
      else judgeSaved({ replies });
    },

    choose(start: string): void {
      stopWatch();
      show({ start });
      if (run) run.choose(start);
      else judgeSaved({ start });
    },

    /** Shows a saved case; returns the fields it was made with. */
    async example(id: string): Promise<Fields | undefined> {
      const mine = begin({ example: id });
      let fields: Fields | undefined;
      await withCore(mine, true, async (core) => {
        const one = await loadExample(id);
        if (mine !== epoch) return;
        replaySaved(core, one);
        fields = fieldsOf(one);
      });
      return fields;
    },

    /** Shows a case from a file, as it was when it was saved. */
    open(one: Case): Fields {
      const mine = begin({ opened: one.now });
      void withCore(mine, one.complaint !== "", (core) => replaySaved(core, one));
      return fieldsOf(one);
    },

    /** All evidence of what is shown, for saving. */
    case: (): Case | undefined => run?.case() ?? saved,
  };
}

const fieldsOf = ({ subject, complaint, start = "" }: Case): Fields => ({ subject, complaint, start });

export type Model = ReturnType<typeof createModel>;
