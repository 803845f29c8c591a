// A case that grows, as that of a run does: only what is new goes into the core, and only what is new comes out.
//
// Law: what comes out is the turn that the whole case gives. An answer is the same if it is the same object, so nobody may
// change one that a case holds; this is also why two turns share the entries of the ledger that are the same.

import type { Answer, Case, LedgerRow, Refusal, Turn } from "../contract";
import { jsonText } from "./json-text";
import { advanceText, type CoreModule } from "./module";

type Written = Omit<Turn, "diagnosis"> & { diagnosis: Omit<Turn["diagnosis"], "ledger"> & { ledger: (LedgerRow | number)[] } };

export function growing(module: CoreModule): (input: Case) => Turn | Refusal {
  let answers: readonly Answer[] = []; // of the case before, as far as the core knows it
  let ledger: readonly LedgerRow[] = [];
  return (input) => {
    const given = input.answers ?? [];
    const kept = given.length === 0 ? 0 : sameAtTheBegin(answers, given);
    answers = []; // until the core has answered
    const text = jsonText(kept > 0 ? { ...input, answers: given.slice(kept) } : input);
    const turn = JSON.parse(advanceText(module, text, kept)) as Written | Refusal;
    if ("error" in turn) return turn;
    ledger = whole(turn.diagnosis.ledger, ledger);
    answers = [...given];
    return { ...turn, diagnosis: { ...turn.diagnosis, ledger: [...ledger] } };
  };
}

function sameAtTheBegin(before: readonly Answer[], now: readonly Answer[]): number {
  const differs = now.findIndex((answer, index) => answer !== before[index]);
  return differs < 0 ? now.length : differs;
}

/** A number stands for as many entries that are those of the turn before, at the same place. */
function whole(written: readonly (LedgerRow | number)[], before: readonly LedgerRow[]): LedgerRow[] {
  const all: LedgerRow[] = [];
  for (const each of written) {
    if (typeof each === "number") all.push(...before.slice(all.length, all.length + each));
    else all.push(each);
  }
  return all;
}
