// Loads the core once, on demand. With parts.ts, the only file that knows WebAssembly.
//
// Where WebAssembly is missing or refused, the same core runs as plain JavaScript: about three times slower, with the same
// results, and without a message. Only if that does not load either is there an error, which names what happened to
// WebAssembly.
//
// Use: `const core = await loadCore(words)` when the person first wants something, then `core.advance(case)`; `words` says
// whether its cases may have a complaint, which takes two files more: the part of the wasm that reads it, and the lexicon. A
// failure is a CoreError, whose code has a text (core.<code>); calling loadCore() again retries.
//
// The build bundles the glue ("alimail-core") as a separate chunk and puts the wasm next to it, under names with a hash
// ("asset-names"). The wasm is compiled while it arrives; where a host sends another MIME type, or a browser cannot do
// that (Safari before 15), once it is whole.

import { lexicon, wasm, wordsWasm } from "asset-names";
import type { Case, Refusal, Turn } from "../contract";
import { codeOf, fetchInTime, inTime, LoadError } from "../load/in-time";
import { once } from "../load/once";
import { growing } from "./growing";
import { teach, type CoreFactory, type CoreFallback } from "./module";
import { join, start, type Started } from "./parts";
import { withValues } from "./values";

export interface Core {
  /** Pure and total: the same case gives the same turn; bad input gives a Refusal. Throws CoreError "core-stopped" only. */
  advance(input: Case): Turn | Refusal;
  version(): string;
}

/** What reading a complaint takes. */
export interface Lesson {
  lexicon: Uint8Array;
  words?: WebAssembly.Module | undefined; // the fallback is whole without it
}

/** One that can also be taught to read a complaint; only the first time counts. */
interface Pupil extends Core {
  learn(lesson: Lesson): Promise<void>;
}

// wasm-missing: there is no WebAssembly object (Lockdown Mode, a policy, Tor "Safer"). wasm-refused: there is one, but the
// page's Content-Security-Policy has no 'wasm-unsafe-eval'. Both are reported only if the fallback failed too.
// core-not-loaded: a file did not arrive or is not one of ours. core-late: a file has not arrived in time. core-stopped: the module trapped, which is our bug and
// never the person's fault.
export type CoreErrorCode = "wasm-missing" | "wasm-refused" | "core-not-loaded" | "core-late" | "core-stopped";

export class CoreError extends Error {
  readonly code: CoreErrorCode;
  readonly file: string | undefined; // the one that did not arrive

  constructor(code: CoreErrorCode, detail: unknown) {
    super(`${code}: ${detail instanceof Error ? detail.message : String(detail)}`);
    this.name = "CoreError";
    this.code = code;
    this.file = detail instanceof LoadError ? detail.file : undefined;
  }
}

const emptyModule = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);

let loading: Promise<Pupil> | undefined;

const theFallback: CoreFallback = () => import("./core-fallback");

interface From {
  base?: string; // the address next to which the files are; by default that of the built file
  fallback?: CoreFallback;
  how?: RequestInit; // of fetching them
}

/** `words`: whether it must be able to read a complaint. */
export async function loadCore(words: boolean, { base = import.meta.url, fallback = theFallback, how = {} }: From = {}): Promise<Core> {
  const lesson = words ? loadLesson(base, how) : undefined;
  lesson?.catch(() => undefined); // told below, after what happened to the core
  if (!loading) {
    const attempt = load(base, fallback, how);
    loading = attempt;
    attempt.catch(() => {
      loading = undefined;
    });
  }
  const core = await loading;
  if (lesson) await core.learn(await lesson);
  return core;
}

/** While nobody waits for it. */
export const loadCoreAside = (): Promise<Core> => loadCore(false, { how: { priority: "low" } });

/** Tests use this directly, with what they read from the disk. */
export async function startCore(factory: CoreFactory, compiled: WebAssembly.Module, lesson?: Lesson): Promise<Core> {
  const core = coreOf(await start(factory, compiled));
  if (lesson) await core.learn(lesson);
  return core;
}

function coreOf(started: Started): Pupil {
  const { module } = started;
  const advance = growing(module);
  let taught: Promise<void> | undefined;
  const learn = async ({ lexicon: texts, words }: Lesson): Promise<void> => {
    try {
      if (words) await join(started, words);
    } catch (error) {
      taught = undefined;
      throw new CoreError(codeOf(error), error);
    }
    call(() => teach(module, texts));
  };
  return {
    advance: (input) => call(() => withValues(advance(input))),
    version: () => call(() => module.version()),
    learn: (lesson) => (taught ??= learn(lesson)),
  };
}

const lessons = new Map<string, Promise<Lesson>>();

const loadLesson = (base: string, how: RequestInit): Promise<Lesson> =>
  once(lessons, lexicon, async () => {
    try {
      const [texts, words] = await Promise.all([
        fetchInTime(new URL(lexicon, base).href, async (response) => new Uint8Array(await response.arrayBuffer()), how),
        refusalOfWasm().then((refusal) => (refusal ? undefined : fetchInTime(new URL(wordsWasm, base).href, compile, how))),
      ]);
      return { lexicon: texts, words };
    } catch (error) {
      throw new CoreError(codeOf(error), error);
    }
  });

async function load(base: string, fallback: CoreFallback, how: RequestInit): Promise<Pupil> {
  const refusal = await refusalOfWasm();
  if (refusal) {
    const module = await inTime("core-fallback", fallback())
      .then(({ startFallback }) => startFallback())
      .catch((error: unknown) => {
        throw codeOf(error) === "core-late" ? new CoreError("core-late", error) : refusal;
      });
    return coreOf({ module, exports: {} });
  }
  try {
    const [glue, compiled] = await Promise.all([
      inTime("alimail-core", import("alimail-core")),
      // Its name has a hash: old glue never meets new bytes.
      fetchInTime(new URL(wasm, base).href, compile, how),
    ]);
    return coreOf(await start(glue.default, compiled));
  } catch (error) {
    throw new CoreError(codeOf(error), error);
  }
}

async function compile(response: Response): Promise<WebAssembly.Module> {
  const whole = response.clone();
  try {
    const compiled = await WebAssembly.compileStreaming(response);
    whole.body?.cancel().catch(() => undefined); // it fails where the time for the file ran out meanwhile
    return compiled;
  } catch {
    return WebAssembly.compile(await whole.arrayBuffer());
  }
}

// A module of eight bytes tests the policy before anything is downloaded, and tells a refusal from a broken file.
async function refusalOfWasm(): Promise<CoreError | undefined> {
  if (typeof WebAssembly !== "object") return new CoreError("wasm-missing", "no WebAssembly object");
  return WebAssembly.compile(emptyModule).then(
    () => undefined,
    (error: unknown) => new CoreError("wasm-refused", error),
  );
}

function call<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    loading = undefined; // its memory may be corrupt: the next attempt gets a new one
    throw new CoreError("core-stopped", error);
  }
}
