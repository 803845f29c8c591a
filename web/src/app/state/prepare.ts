// Brings what a press needs before it: the core, started and with its data ready, and whatever `alsoLoad` brings. It comes
// with the person's first intent (focus, key, chip), and on a page of its own also when the browser has nothing else to do.
// With the first word that the person writes comes what the core needs to read it. What fails here is tried again, and told,
// at the press.
import { loadCore, loadCoreAside, type Core } from "../../core/core";
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

export function createPreparation(alsoLoad: () => Promise<unknown>): (reason: Reason) => void {
  let done = -1;
  return (reason) => {
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

// The first turn compiles the data of the core, and the first with words the phrases: 25 ms each, on a phone four times as
// much. So each waits until the person pauses.
function warm(core: Core, reason: Reason): void {
  const turn = (complaint: string) => (): void => {
    try {
      core.advance({ version: 1, now: new Date().toISOString(), subject: "", complaint });
    } catch {
      // Told at the press.
    }
  };
  whenIdle(() => {
    turn("")();
    if (reason === "words") whenIdle(turn("-"));
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
