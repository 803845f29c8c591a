// Resolvers that answer after the first limit: they hold nobody back, and are heard all the same. The clock is the test's.

import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import type { Answer, Query } from "../../../web/src/contract";
import { createLookup, type LookupOptions } from "../../../web/src/lookup/lookup";
import { clock } from "../support/clock";
import { message, query, resolverAt } from "../support/server";

const never = new AbortController().signal;

/** Resolvers by name, and after how many milliseconds each answers; undefined: it hangs. */
function bench(t: TestContext, delays: Record<string, number | undefined>, options: Partial<LookupOptions> = {}) {
  const time = clock(t);
  const requests: string[] = [];
  t.mock.method(globalThis, "fetch", (input: string, { signal }: RequestInit) => {
    const name = new URL(input).hostname.split(".")[0] as string;
    requests.push(name);
    return new Promise<Response>((resolve, reject) => {
      signal?.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError")));
      const delay = delays[name];
      if (delay === undefined) return;
      setTimeout(() => resolve(new Response(message, { headers: { "content-type": "application/dns-message" } })), delay);
    });
  });
  const resolvers = Object.keys(delays).map((name) => resolverAt({ url: `https://${name}.test/dns-query` }, name));
  const lookup = createLookup(resolvers, { online: () => true, ...options });
  const answers: string[] = [];
  const said = ({ resolver, name, failure }: Answer): string => [resolver, name, failure ?? "answer"].join(" ");
  let state = "asking";
  const ask = (queries: Query[], signal = never, patient = false): void => {
    void lookup
      .ask(queries, (answer) => answers.push(said(answer)), signal, patient)
      .then(({ rest }) => {
        state = rest ? "late" : "over";
        void rest?.then(() => (state = "over"));
      });
  };
  // In steps, as what an answer leads to sets timers of its own.
  const pass = async (milliseconds: number): Promise<void> => {
    for (let left = milliseconds; left > 0; left -= 100) {
      time.pass(Math.min(left, 100));
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { lookup, answers, requests, ask, pass, state: () => state, news: () => answers.splice(0).sort() };
}

const names = (count: number): Query[] => Array.from({ length: count }, (_, index) => query(`n${index}`));

test("a resolver that answers after three seconds is late at first, and then its answer comes", async (t) => {
  const { lookup, ask, pass, state, news } = bench(t, { quick: 100, slow: 3000 });
  ask([query("a")]);
  await pass(2400);
  assert.deepEqual([news(), state()], [["quick a answer"], "asking"]);
  await pass(100);
  assert.deepEqual([news(), state(), lookup.awaited()], [["slow a timeout"], "late", ["slow"]]);
  await pass(500);
  assert.deepEqual([news(), state(), lookup.awaited()], [["slow a answer"], "over", []]);
});

test("one that never answers is waited for until ten seconds, and told once", async (t) => {
  const { lookup, ask, pass, state, news } = bench(t, { quick: 100, hanging: undefined });
  ask([query("a")]);
  await pass(9900);
  assert.deepEqual([news(), state()], [["hanging a timeout", "quick a answer"], "late"]);
  await pass(100);
  assert.deepEqual([news(), state(), lookup.awaited()], [[], "over", []]);
});

test("what had to queue at a slow resolver is asked there once it has answered", async (t) => {
  const { requests, ask, pass, state, news } = bench(t, { quick: 100, slow: 3000 }, { perResolver: 2 });
  ask(names(3));
  await pass(2500);
  assert.deepEqual([news().filter((one) => one.startsWith("slow")), state()], [["slow n0 timeout", "slow n1 timeout"], "late"]);
  await pass(500);
  assert.deepEqual([news(), state()], [["slow n0 answer", "slow n1 answer"], "late"]);
  await pass(3000);
  assert.deepEqual([news(), state()], [["slow n2 answer"], "over"]);
  assert.equal(requests.filter((one) => one === "slow").length, 3);
});

test("what had to queue at a hanging resolver is never asked there", async (t) => {
  const { requests, ask, pass, state } = bench(t, { quick: 100, hanging: undefined }, { perResolver: 2 });
  ask(names(3));
  await pass(10_000);
  assert.deepEqual([requests.filter((one) => one === "hanging").length, state()], [2, "over"]);
});

test("where all are slow, nothing queues longer than the first limit, and every query is answered", async (t) => {
  const { ask, pass, state, news } = bench(t, { one: 3000, two: 3000 }, { perResolver: 1 });
  ask(names(2));
  await pass(2600);
  assert.deepEqual([news(), state()], [["one n0 timeout", "one n1 timeout", "two n0 timeout", "two n1 timeout"], "late"]);
  await pass(3000);
  assert.deepEqual([news(), state()], [["one n0 answer", "one n1 answer", "two n0 answer", "two n1 answer"], "over"]);
});

test("reach first goes on to the next resolver, and the slow one is heard too", async (t) => {
  const { ask, pass, state, news } = bench(t, { slow: 3000, quick: 100 }, { headStartMs: 60_000 });
  ask([query("a", "first")]);
  await pass(2600);
  assert.deepEqual([news(), state()], [["quick a answer", "slow a timeout"], "late"]);
  await pass(400);
  assert.deepEqual([news(), state()], [["slow a answer"], "over"]);
});

test("a patient question is not late before ten seconds", async (t) => {
  const { ask, pass, state, news } = bench(t, { slow: 3000, slower: 9000 });
  ask([query("a")], never, true);
  await pass(8900);
  assert.deepEqual([news(), state()], [["slow a answer"], "asking"]);
  await pass(100);
  assert.deepEqual([news(), state()], [["slower a answer"], "over"]);
});

test("where all hang, a patient question does not queue for longer than ten seconds", async (t) => {
  const { ask, pass, state, news } = bench(t, { hanging: undefined }, { perResolver: 1 });
  ask(names(3), never, true);
  await pass(10_200);
  assert.deepEqual([news(), state()], [["hanging n0 timeout", "hanging n1 timeout", "hanging n2 timeout"], "late"]);
});

test("after a cancel nothing late is told", async (t) => {
  const { lookup, ask, pass, state, news } = bench(t, { quick: 100, slow: 3000 }, { perResolver: 2 });
  const controller = new AbortController();
  ask(names(3), controller.signal);
  await pass(2500);
  news();
  controller.abort();
  await pass(1000);
  assert.deepEqual([news(), state(), lookup.awaited()], [[], "over", []]);
});

test("six queries go to a resolver at a time, and once it has answered a whole round of them", async (t) => {
  const { ask, requests, pass } = bench(t, { one: 100, hanging: undefined });
  const asked = (name: string): number => requests.filter((each) => each === name).length;
  ask(names(30));
  await pass(1);
  assert.deepEqual([asked("one"), asked("hanging")], [6, 6]);
  await pass(100);
  assert.deepEqual([asked("one"), asked("hanging")], [30, 6]); // six have ended, 24 are open
});
