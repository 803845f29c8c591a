// The page as a person uses it: type, run, wait, read. Knows the test ids that page and specs agreed on, and no words.

import { engine } from "./engine.mjs";
import { until } from "./until.mjs";

/** @typedef {{subject?: string, complaint?: string, problem?: string}} Story  problem: one of the guide's, chosen by button */

export class Checker {
  /** @param {import('./visit.mjs').Visit} visit */
  constructor(visit) {
    this.visit = visit;
  }

  /** Types what the person knows. */
  async tell(/** @type {Story} */ { subject, complaint, problem }) {
    await this.visit.edit();
    if (problem !== undefined) await this.visit.by(`chip-${problem}`).click();
    if (subject !== undefined) await this.#fill("subject", subject);
    if (complaint !== undefined) await this.#fill("complaint", complaint);
  }

  // Firefox is sent a key down and a key up for every character; who has that much to say pastes it.
  async #fill(/** @type {string} */ id, /** @type {string} */ text) {
    const field = this.visit.by(id);
    if (engine !== "firefox" || text.length < 1000) return field.fill(text);
    await this.visit.by("fold-guide").waitFor(); // else the field may be replaced by the app's between finding it and pasting
    await field.evaluate((node, whole) => {
      /** @type {HTMLInputElement} */ (node).value = whole;
      node.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true, inputType: "insertFromPaste" }));
    }, text);
  }

  /** Tells, runs, and gives the last turn. @returns {Promise<any>} */
  async check(/** @type {Story} */ story) {
    await this.tell(story);
    return this.after(() => this.visit.run());
  }

  /**
   * Does something that makes the page think, and gives the turn with which it came to rest. A turn that asks for nothing
   * is not yet the end, since slower resolvers may still answer: the end is when there is nothing left to cancel.
   * @param {() => Promise<unknown>} act
   * @returns {Promise<any>}
   */
  async after(act, within = 40_000) {
    const before = await this.visit.turnCount();
    await act();
    return until("the page comes to rest", () => this.visit.turnAtRest(before), { within, every: 50 });
  }

  /** What the page says it found, from the attributes that it shows it with. */
  async shown() {
    const verdict = this.visit.by("verdict");
    return { action: await verdict.getAttribute("data-action"), visible: await verdict.isVisible() };
  }

  /** The state of a cause as the page shows it. */
  shownCause(/** @type {string} */ problem, /** @type {string} */ cause) {
    return this.visit.by(`cause-${problem}-${cause}`).first().getAttribute("data-state");
  }
}

/** The state of a cause in a turn, or undefined where it is not listed. */
export function stateOf(/** @type {any} */ turn, /** @type {string} */ problem, /** @type {string} */ cause) {
  return turn.diagnosis.problems
    .find((/** @type {any} */ each) => each.id === problem)
    ?.causes.find((/** @type {any} */ each) => each.id === cause)?.state;
}

/** The best problem and cause of a turn in one line: "action: problem / cause is state". */
export function headline(/** @type {any} */ turn) {
  const [problem] = turn.diagnosis.problems;
  const cause = problem?.causes[0];
  return `${turn.diagnosis.action}: ${problem ? `${problem.id} / ${cause?.id} is ${cause?.state}` : "no problem"}`;
}

/** Outcomes of the ledger of a turn at one resolver, each once. */
export function outcomesAt(/** @type {any} */ turn, /** @type {string} */ url) {
  const { host } = new URL(url);
  const rows = turn.diagnosis.ledger.filter((/** @type {any} */ row) => row.resolver === host || row.resolver.startsWith(`${host}/`));
  return [...new Set(rows.map((/** @type {any} */ row) => row.outcome))].sort();
}
