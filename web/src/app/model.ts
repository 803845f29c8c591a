// What one checker on a page knows: the fields, the run or the saved example, the language. No DOM, no drawing.
//
// Law: the typed text is never changed by anything but the person (or an attribute of the element). A run that was
// replaced or stopped can no longer change what is shown.
import { isRefusal, type Case, type Question, type Turn } from "../contract";
import { CoreError, loadCore, type Core } from "../core";
import { createRun, replay, type Run, type RunState } from "../loop";
import type { Resolver } from "../lookup/resolvers";
import { loadExample } from "./example";

export interface Fields {
  subject: string;
  complaint: string;
  start: string;
}

export interface FieldError {
  code: string;
  key: string; // of its words
}

export type Phase = RunState["phase"] | "starting";

export interface Shown {
  phase: Phase;
  turn?: Turn;
  before?: Turn;
  fieldError?: FieldError;
  failure?: string; // why there is no judgement: core.<code>
  refusedByPolicy: string[];
  example?: string; // the id of the saved case that is shown
  asked: Question[]; // every question of this case, so that answers can be changed
  replies: Record<string, string>;
}

interface Options {
  resolvers(): readonly Resolver[];
  onChange(shown: Shown): void;
  onDiagnosis(turn: Turn): void;
}

const nothing: Shown = { phase: "idle", refusedByPolicy: [], asked: [], replies: {} };

export function createModel({ resolvers, onChange, onDiagnosis }: Options) {
  let shown = nothing;
  let run: Run | undefined;
  let saved: Case | undefined;
  let epoch = 0; // what an earlier run still sends is told by this

  const show = (change: Partial<Shown>): void => {
    shown = { ...shown, ...change };
    onChange(shown);
  };

  const begin = (change: Partial<Shown>): number => {
    run?.cancel();
    run = undefined;
    saved = undefined;
    epoch += 1;
    shown = nothing;
    show({ phase: "starting", ...change });
    return epoch;
  };

  const fail = (failure: string): void => show({ phase: "failed", failure });

  const withCore = async (mine: number, work: (core: Core) => void | Promise<void>): Promise<void> => {
    try {
      const core = await loadCore();
      if (mine === epoch) await work(core);
    } catch (error) {
      if (mine === epoch) fail(error instanceof CoreError ? error.code : "core-not-loaded");
    }
  };

  const take = (turn: Turn): Partial<Shown> => {
    const { question } = turn.ask;
    const asked =
      question && !shown.asked.some(({ id }) => id === question.id) ? [...shown.asked, question] : shown.asked;
    const { kind, problem } = turn.subject;
    const refused = kind === "refused" && problem ? { code: problem, key: `subject-problem.${problem}` } : undefined;
    const known = shown.fieldError?.code === refused?.code; // the same error is no news
    return { turn, asked, fieldError: known ? shown.fieldError : refused };
  };

  const replaySaved = (core: Core, one: Case): void => {
    const turn = replay(core, one);
    saved = one;
    if (isRefusal(turn)) return fail(turn.error.code);
    show({ phase: "done", ...take(turn), replies: one.replies ?? {} });
    onDiagnosis(turn);
  };

  return {
    shown: () => shown,

    run(fields: Fields): void {
      if (!fields.subject.trim() && !fields.complaint.trim() && !fields.start) {
        run?.cancel();
        epoch += 1;
        shown = nothing;
        return show({ fieldError: { code: "empty", key: "ui.error.empty" } });
      }
      const mine = begin({});
      void withCore(mine, (core) => {
        const { subject, complaint, start } = fields;
        run = createRun({
          core,
          subject,
          complaint,
          ...(start ? { start } : {}),
          resolvers: resolvers(),
          onTurn: (state) => {
            if (mine !== epoch) return;
            const { phase, turn, before, error, refusedByPolicy } = state;
            show({ phase, before, refusedByPolicy, failure: error?.code, ...(turn ? take(turn) : {}) });
            if (turn) onDiagnosis(turn);
          },
        });
        run.start();
      });
    },

    cancel(): void {
      if (run) return run.cancel();
      epoch += 1;
      show({ phase: "idle" });
    },

    /** A part of the page is missing without which nothing can be shown. */
    fail(failure: string): void {
      run?.cancel();
      epoch += 1;
      fail(failure);
    },

    recheck(): void {
      run?.recheck();
    },

    reply(id: string, value: string): void {
      const replies = { ...shown.replies, [id]: value };
      show({ replies });
      if (run) run.reply(id, value);
      else if (saved) {
        const changed = { ...saved, replies };
        void withCore(epoch, (core) => replaySaved(core, changed));
      }
    },

    /** Shows a saved case; gives back what it was asked with. */
    async example(id: string): Promise<Fields | undefined> {
      const mine = begin({ example: id });
      let fields: Fields | undefined;
      await withCore(mine, async (core) => {
        const one = await loadExample(id);
        if (mine !== epoch) return;
        replaySaved(core, one);
        fields = { subject: one.subject, complaint: one.complaint, start: one.start ?? "" };
      });
      return fields;
    },
  };
}

export type Model = ReturnType<typeof createModel>;
