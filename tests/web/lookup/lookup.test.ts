// Many queries to many resolvers: in parallel, hedged, limited, and no timer waits for another.
//
// Time limits are hours where a test must not reach them, so waiting in series shows as a test that hangs.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Answer } from "../../../web/src/contract";
import { createLookup, type LookupOptions } from "../../../web/src/lookup/lookup";
import * as servers from "../support/server";
import { query, resolverAt, serve, type Handler } from "../support/server";

const hour = 3600_000;
const never = new AbortController().signal;
const patient: Partial<LookupOptions> = { queryMs: hour, headStartMs: hour, online: () => true };

function names(answers: readonly Answer[]): string[] {
  return answers.map(({ resolver, failure }) => (failure ? `${resolver} ${failure}` : resolver));
}

// Answers, but only once the test allows it.
function held(): { handler: Handler; release: () => void } {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  return { release: () => release(), handler: (...to) => void released.then(() => servers.wireAnswer(...to)) };
}

test("reach every asks all resolvers, and each answer comes when it is there", async (t) => {
  const { handler, release } = held();
  const slow = await serve(t, handler);
  const quick = await serve(t, servers.wireAnswer);
  const lookup = createLookup([resolverAt(slow, "slow"), resolverAt(quick, "quick")], patient);
  const answers: Answer[] = [];
  await lookup.ask(
    [query()],
    (answer) => {
      answers.push(answer);
      release();
    },
    never,
  );
  assert.deepEqual(names(answers), ["quick", "slow"]);
});

test("reach every tells of each resolver, of the hanging one as well", async (t) => {
  const hanging = await serve(t, servers.hang);
  const broken = await serve(t, servers.reset);
  const good = await serve(t, servers.wireAnswer);
  const resolvers = [resolverAt(hanging, "hanging"), resolverAt(broken, "broken"), resolverAt(good, "good")];
  const answers: Answer[] = [];
  await createLookup(resolvers, { ...patient, queryMs: 600 }).ask([query()], (answer) => answers.push(answer), never);
  assert.deepEqual(names(answers).sort(), ["broken blocked", "good", "hanging timeout"]);
});

test("reach first asks one resolver where it answers within its head start", async (t) => {
  const one = await serve(t, servers.wireAnswer);
  const other = await serve(t, servers.wireAnswer);
  const answers: Answer[] = [];
  const lookup = createLookup([resolverAt(one, "one"), resolverAt(other, "other")], patient);
  await lookup.ask([query("abc.com", "first")], (answer) => answers.push(answer), never);
  assert.deepEqual(names(answers), ["one"]);
  assert.equal(other.seen.length, 0);
});

test("reach first hands on after the head start, and hears the slow one out", async (t) => {
  const { handler, release } = held();
  const slow = await serve(t, handler);
  const quick = await serve(t, servers.wireAnswer);
  const spare = await serve(t, servers.wireAnswer);
  const answers: Answer[] = [];
  const resolvers = [resolverAt(slow, "slow"), resolverAt(quick, "quick"), resolverAt(spare, "spare")];
  await createLookup(resolvers, { ...patient, headStartMs: 300 }).ask(
    [query("abc.com", "first")],
    (answer) => {
      answers.push(answer);
      release();
    },
    never,
  );
  assert.deepEqual(names(answers), ["quick", "slow"]);
  assert.equal(spare.seen.length, 0);
});

test("reach first hands on at once where a resolver fails", async (t) => {
  const broken = await serve(t, servers.reset);
  const good = await serve(t, servers.wireAnswer);
  const answers: Answer[] = [];
  const lookup = createLookup([resolverAt(broken, "broken"), resolverAt(good, "good")], patient);
  await lookup.ask([query("abc.com", "first")], (answer) => answers.push(answer), never);
  assert.deepEqual(names(answers), ["broken blocked", "good"]);
});

test("reach first ends when every resolver has failed", async (t) => {
  const broken = await serve(t, servers.reset);
  const busy = await serve(t, servers.status(429));
  const answers: Answer[] = [];
  const lookup = createLookup([resolverAt(broken, "broken"), resolverAt(busy, "busy")], patient);
  await lookup.ask([query("abc.com", "first")], (answer) => answers.push(answer), never);
  assert.deepEqual(names(answers), ["broken blocked", "busy"]);
});

test("the resolver that answered first is asked first from then on", async (t) => {
  const broken = await serve(t, servers.reset);
  const good = await serve(t, servers.wireAnswer);
  const lookup = createLookup([resolverAt(broken, "broken"), resolverAt(good, "good")], patient);
  await lookup.ask([query("abc.com", "first")], () => undefined, never);
  const requests = broken.seen.length;
  await lookup.ask([query("www.abc.com", "first")], () => undefined, never);
  assert.equal(broken.seen.length, requests);
  assert.equal(good.seen.length, 2);
});

test("the path that works at a resolver is remembered", async (t) => {
  const served = await serve(t, servers.paths(servers.reset, servers.jsonAnswer));
  const lookup = createLookup([resolverAt(served)], patient);
  await lookup.ask([query("abc.com")], () => undefined, never);
  const before = served.seen.length;
  await lookup.ask([query("www.abc.com")], () => undefined, never);
  assert.equal(served.seen.length, before + 1);
});

test("no more requests are open at one resolver than politeness allows", async (t) => {
  let open = 0;
  let most = 0;
  const served = await serve(t, (request, response, url) => {
    open += 1;
    most = Math.max(most, open);
    setImmediate(() => {
      open -= 1;
      servers.wireAnswer(request, response, url);
    });
  });
  const queries = Array.from({ length: 20 }, (_, index) => query(`n${index}.abc.com`));
  const answers: Answer[] = [];
  const lookup = createLookup([resolverAt(served)], { ...patient, perResolver: 3, onceAnswered: 3 });
  await lookup.ask(queries, (answer) => answers.push(answer), never);
  assert.equal(answers.length, 20);
  assert.ok(most <= 3, `${most} at once`);
});

test("what queues behind a resolver that only lets time run out is not asked there", async (t) => {
  const hanging = await serve(t, servers.hang);
  const good = await serve(t, servers.wireAnswer);
  const lookup = createLookup([resolverAt(hanging, "hanging"), resolverAt(good, "good")], {
    ...patient,
    queryMs: 600,
    perResolver: 2,
  });
  const answers: Answer[] = [];
  const queries = Array.from({ length: 6 }, (_, index) => query(`n${index}.abc.com`));
  await lookup.ask(queries, (answer) => answers.push(answer), never);
  assert.equal(names(answers).filter((name) => name === "good").length, 6);
  assert.equal(names(answers).filter((name) => name === "hanging timeout").length, 2);
});

test("where every resolver hangs, every query still gets its outcome", async (t) => {
  const hanging = await serve(t, servers.hang);
  const lookup = createLookup([resolverAt(hanging, "hanging")], { ...patient, queryMs: 30, perResolver: 1 });
  const answers: Answer[] = [];
  await lookup.ask([query("a.com"), query("b.com", "first")], (answer) => answers.push(answer), never);
  assert.deepEqual(names(answers), ["hanging timeout", "hanging timeout"]);
});

test("a cancel ends everything that is open or queued, and nothing is told", async (t) => {
  const controller = new AbortController();
  const served = await serve(t, () => controller.abort());
  const lookup = createLookup([resolverAt(served)], { ...patient, perResolver: 1 });
  const answers: Answer[] = [];
  await lookup.ask([query("a.com"), query("b.com"), query("c.com", "first")], (answer) => answers.push(answer), controller.signal);
  assert.deepEqual(answers, []);
  assert.equal(served.seen.length, 1);
});
