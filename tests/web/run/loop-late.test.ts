// Answers that come after the first verdict, with a scripted core and arrivals that the test controls.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Case, Turn } from "../../../web/src/contract";
import { bench } from "../support/run-bench";
import { turn } from "../support/scripted";

describe("an answer that comes after the first verdict", () => {
  const late = { resolver: "slow", failure: "timeout", status: undefined, body: undefined } as const;

  /** A run whose first verdict is there while the resolver "slow" is still waited for. */
  async function waiting(script: (input: Case) => Turn = () => turn(["a.com"])) {
    const stage = bench(script);
    stage.run.start();
    stage.lookup.answer("a.com", { resolver: "quick" });
    stage.lookup.answer("a.com", late);
    stage.lookup.delay("a.com");
    await stage.settle();
    return stage;
  }

  test("the verdict is there without it, and it is said that it is waited for", async () => {
    const { run, lookup, settle } = await waiting();
    assert.deepEqual([run.state().phase, run.state().waiting], ["done", ["one"]]);
    lookup.finish("a.com");
    await settle();
    assert.deepEqual([run.state().phase, run.state().waiting], ["done", []]);
  });

  test("it replaces the timeout, and is judged while the result stays", async () => {
    const { run, core, lookup, states, settle } = await waiting();
    const before = states.length;
    lookup.answer("a.com", { resolver: "slow" });
    await settle();
    const answers = core.cases[core.cases.length - 1]?.answers;
    assert.deepEqual(
      answers?.map(({ resolver, failure }) => [resolver, failure]),
      [
        ["quick", undefined],
        ["slow", undefined],
      ],
    );
    assert.deepEqual(new Set(states.slice(before).map(({ phase }) => phase)), new Set(["done"]));
    assert.deepEqual(run.case().answers, answers);
  });

  test("it replaces no answer of another resolver, name, type or kind", async () => {
    const { run, lookup, settle } = await waiting();
    for (const part of [{ resolver: "other" }, { name: "b.com" }, { type: "MX" }, { checkingDisabled: true }])
      lookup.answer("a.com", { resolver: "slow", ...part });
    await settle();
    assert.equal(run.case().answers?.length, 6);
  });

  test("what the core then wants to know is asked with the longer limit, while the result stays", async () => {
    const heard = (input: Case) => input.answers?.some(({ resolver, failure }) => resolver === "slow" && !failure);
    const { run, lookup, states, settle } = await waiting((input) => turn(heard(input) ? ["a.com", "b.com"] : ["a.com"]));
    const before = states.length;
    lookup.answer("a.com", { resolver: "slow" });
    await settle();
    lookup.finish("a.com");
    await settle();
    assert.deepEqual(
      [lookup.asked, lookup.patient],
      [
        ["a.com", "b.com"],
        [false, true],
      ],
    );
    assert.deepEqual(run.state().waiting, ["one"]);
    lookup.answer("b.com");
    lookup.finish("b.com");
    await settle();
    assert.deepEqual([run.state().waiting, run.case().answers?.length], [[], 3]);
    assert.ok(states.slice(before).every(({ phase }) => phase === "done"));
  });

  test("a cancel drops it, and a reply is then only judged", async () => {
    const { run, lookup, settle } = await waiting((input) => turn(input.replies?.["role"] ? ["a.com", "b.com"] : ["a.com"]));
    run.cancel();
    assert.deepEqual([run.state().phase, run.state().waiting], ["done", []]);
    lookup.answer("a.com", { resolver: "slow" });
    await settle();
    assert.equal(run.case().answers?.[1]?.failure, "timeout");
    run.reply("role", "user");
    assert.deepEqual([run.state().phase, run.state().inFlight, lookup.asked], ["done", 0, ["a.com"]]);
  });

  test("verify now drops it", async () => {
    const { run, lookup, settle } = await waiting();
    run.recheck();
    lookup.finish("a.com"); // of the second asking, as its name is the same
    await settle();
    assert.deepEqual(run.case().answers, []);
  });

  test("a patient run asks with the longer limit from the start", () => {
    const { run, lookup } = bench(() => turn(["a.com"]), { patient: true });
    run.start();
    assert.deepEqual(lookup.patient, [true]);
  });
});
