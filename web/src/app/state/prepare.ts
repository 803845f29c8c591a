// Brings what a press needs before it: the core, started and with its data ready, and whatever `alsoLoad` brings. It comes
// with the person's first intent (focus, key, chip), and on a page of its own also when the browser has nothing else to do.
// With the first word that the person writes comes what the core needs to read it. What fails here is tried again, and told,
// at the press.
import { isRefusal, type Turn } from "../../contract";
import { loadCore, loadCoreAside, type Core } from "../../core/core";
import { packsOfLeading } from "./packs";
import type { Words } from "../../words/words";

const reasons = ["idle", "intent", "words"] as const; // each brings what those before it bring
export type Reason = (typeof reasons)[number];

interface Connection {
  saveData?: boolean;
  effectiveType?: string;
}

/** Who saves data pays for what is pressed alone; on a slow line nothing comes that may never be used. */
export function isAllowed(reason: Reason, connection: Connection | undefined): boolean {
  if (connection?.saveData) return false;
  return reason !== "idle" || !/^(slow-)?2g$/.test(connection?.effectiveType ?? "");
}

export const mayCome = (reason: Reason): boolean => isAllowed(reason, (navigator as { connection?: Connection }).connection);

/** `loadPacks`: of the words of what the complaint alone gives, each time the person pauses in writing it. */
export function createPreparation(alsoLoad: () => Promise<unknown>, loadPacks: (packs: readonly string[]) => Promise<unknown>) {
  let done = -1;
  let pause: ReturnType<typeof setTimeout> | undefined;
  return (why: "idle" | "intent", complaint = ""): void => {
    const reason = complaint ? "words" : why;
    clearTimeout(pause);
    if (complaint && mayCome(reason)) pause = setTimeout(() => void foresee(complaint).then(loadPacks).catch(nothing), typingPause);
    const wanted = reasons.indexOf(reason);
    if (wanted <= done || !mayCome(reason)) return;
    done = wanted;
    void alsoLoad().catch(nothing);
    if (reason === "idle") void loadCoreAside().catch(nothing);
    else
      void loadCore(reason === "words")
        .then((core) => warm(core, reason))
        .catch(nothing);
  };
}

const nothing = (): void => undefined;

const typingPause = 400; // milliseconds

async function foresee(complaint: string): Promise<string[]> {
  const core = await loadCore(true);
  await new Promise<void>(whenIdle);
  const turn = firstTurn(core, complaint);
  return turn ? packsOfLeading(turn) : [];
}

function firstTurn(core: Core, complaint: string): Turn | undefined {
  try {
    const turn = core.advance({ version: 1, now: new Date().toISOString(), subject: "", complaint });
    return isRefusal(turn) ? undefined : turn;
  } catch {
    return undefined; // told at the press
  }
}

// The first turn compiles the data of the core, and the first with words the phrases: 25 ms each, on a phone four times as
// much. So each waits until the person pauses.
function warm(core: Core, reason: Reason): void {
  whenIdle(() => {
    firstTurn(core, "");
    if (reason === "words") whenIdle(() => void firstTurn(core, "-"));
  });
}

/** The first number and the first time make their formatters, which takes a slow phone longer than a picture may take. */
export function warmFormats(words: Words): void {
  whenIdle(() => [words.number(1), words.when(new Date().toISOString())]);
}

const longestWait = 1000; // milliseconds, for who types without a pause

export function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === "function") requestIdleCallback(work, { timeout: longestWait });
  else setTimeout(work, 200); // Safari
}
