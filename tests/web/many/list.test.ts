// The list as a model, with the real core and answers from the stories.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Core } from "../../../web/src/core/core";
import { publicResolvers } from "../../../web/src/lookup/resolvers";
import { createKeeper } from "../../../web/src/many/keep";
import { createList, type List, type ListState } from "../../../web/src/many/list";
import { createPolite } from "../../../web/src/many/polite";
import { kindOf } from "../../../web/src/many/row";
import { maxDomains } from "../../../web/src/many/subjects";
import { loadCoreNode } from "../support/core-node";
import { handClock } from "./hand-clock";
import { memory } from "./memory";
import { replayed, type Replayed } from "./replayed";

const at = "2026-11-23T08:00:00.000Z";
const core = await loadCoreNode();

interface Options {
  world?: Replayed;
  storage?: ReturnType<typeof memory>;
  loadCore?: () => Promise<Core>;
  refuse?: () => boolean; // the resolvers limit
}

function stage({ world = replayed(12, () => at), storage = memory(), loadCore = async () => core, refuse = () => false }: Options = {}) {
  const clock = handClock();
  const states: ListState[] = [];
  let online = true;
  const list = createList({
    loadCore,
    resolvers: publicResolvers,
    keeper: createKeeper(() => storage),
    online: () => online,
    onChange: (state) => states.push(state),
    breathe: () => Promise.resolve(),
    now: () => new Date(at),
    makePolite: (onTrouble) =>
      createPolite({
        ...{ resolvers: publicResolvers, clock, onTrouble, limits: { inFlight: 4, perSecond: 1000 }, online: () => online },
        ask: async (query, resolver) => {
          const asked = await world.ask(query, resolver);
          if (!online) return { ...asked, settled: false, answer: { ...asked.answer, failure: "offline" } };
          return refuse() ? { ...asked, settled: false, limited: true, answer: { ...asked.answer, status: 429, body: "" } } : asked;
        },
      }),
  });
  return { list, world, storage, states, clock, goOffline: () => (online = false), goOnline: () => (online = true) };
}

type Staged = ReturnType<typeof stage>;

async function until({ list, clock }: Staged, phase: ListState["phase"]): Promise<ListState> {
  for (let step = 0; step < 3000 && list.state().phase !== phase; step += 1) await clock.pass(100);
  assert.equal(list.state().phase, phase);
  return list.state();
}

const done = (list: List): number => list.state().rows.filter(({ state }) => state === "done").length;

test("every domain has the verdict of its story, from two resolvers", async () => {
  const staged = stage({ world: replayed(60, () => at) });
  await staged.list.take(staged.world.domains.join("\n"));
  const { rows } = await until(staged, "done");
  assert.equal(rows.length, 60);
  for (const row of rows) {
    const { expect, story } = staged.world.storyOf(row.domain);
    assert.equal(row.state, "done", story);
    // A probe that fails is asked only in a full run.
    if (expect.action !== "need-more") assert.equal(row.found?.action, expect.action, story);
  }
  assert.equal(new Set(staged.world.asked.map((one) => one.split(" ")[0])).size, 2);
});

test("nothing that was answered is asked twice, of all domains together", async () => {
  const staged = stage({ world: replayed(20, () => at) }); // the first stories have no failing lookups
  await staged.list.take(staged.world.domains.join("\n"));
  await until(staged, "done");
  assert.equal(new Set(staged.world.asked).size, staged.world.asked.length);
});

test("doubles, mailboxes, login hosts and web addresses of one domain are one row; the rest is listed with its reason", async () => {
  const staged = stage();
  await staged.list.take(
    "n1.example\ninfo@n1.example\nhttps://mail.n1.example/alimail\nN1.EXAMPLE\n\nwhat\n192.0.2.1\nn2.example\n中文.example",
  );
  const { rows, summary } = await until(staged, "done");
  assert.deepEqual(
    rows.map(({ domain, typed }) => [domain, typed]),
    [
      ["n1.example", undefined],
      ["n2.example", undefined],
      ["xn--fiq228c.example", "中文.example"],
    ],
  );
  assert.deepEqual(
    { ...summary, unreadable: summary?.unreadable.map(({ line, text, problem }) => [line, text, problem]) },
    {
      ...{ lines: 9, blank: 1, doubles: 3, leftOut: 0, cut: false, unreadableCount: 2 },
      unreadable: [
        [6, "what", undefined],
        [7, "192.0.2.1", "ip-address"],
      ],
    },
  );
});

test("a list of 100,000 gives the first thousand, and says how many were left out", async () => {
  const staged = stage();
  const reading = staged.list.take(Array.from({ length: 100_000 }, (_, index) => `n${index}.example`).join("\n"));
  await reading;
  const { rows, summary } = staged.list.state();
  assert.equal(rows.length, maxDomains);
  assert.equal(summary?.leftOut, 100_000 - maxDomains);
  staged.list.forget();
});

test("a stop asks nothing more, keeps what was found, and goes on where it was", async () => {
  const staged = stage();
  const { list, world, clock } = staged;
  await list.take(world.domains.join("\n"));
  while (done(list) < 3) await clock.pass(1);
  list.stop();
  await clock.pass(0);
  const [asked, found] = [world.asked.length, done(list)];
  await clock.pass(3_600_000); // an hour
  assert.equal(world.asked.length, asked);
  assert.equal(done(list), found);
  assert.equal(list.state().phase, "stopped");
  list.goOn();
  await until(staged, "done");
  assert.equal(done(list), world.domains.length);
  assert.equal(new Set(world.asked).size, world.asked.length);
});

test("a reload keeps what is done and asks only the rest", async () => {
  const storage = memory();
  const first = stage({ storage });
  await first.list.take(first.world.domains.join("\n"));
  while (done(first.list) < 4) await first.clock.pass(1);
  first.list.stop();
  const second = stage({ storage });
  assert.equal(second.list.state().phase, "stopped");
  const kept = second.list.state().rows.filter(({ state }) => state === "done");
  assert.ok(kept.length >= 4);
  second.list.goOn();
  await until(second, "done");
  for (const { domain } of kept) assert.ok(!second.world.asked.some((one) => one.split(" ")[1] === domain), domain);
  assert.equal(stage({ storage }).list.state().phase, "done");
});

test("another look asks those that were broken or unclear, and keeps their verdict until then", async () => {
  const staged = stage({ world: replayed(40, () => at) });
  const { list, world } = staged;
  await list.take(world.domains.join("\n"));
  await until(staged, "done");
  const before = list.state().rows;
  const again = before.filter((row) => ["fix", "unclear"].includes(kindOf(row))).map(({ domain }) => domain);
  assert.ok(again.length > 0 && again.length < before.length);
  world.asked.length = 0;
  list.again();
  assert.ok(list.state().rows.every(({ found }) => found !== undefined));
  await until(staged, "done");
  const zones = new Set(world.asked.flatMap((one) => /^\w+ (n\d+\.example) SOA/.exec(one)?.[1] ?? []));
  assert.deepEqual([...zones].sort(), [...again].sort());
});

test("offline stops the list; nothing is called missing, and it goes on with the network", async () => {
  const staged = stage();
  const { list, world, clock } = staged;
  await list.take(world.domains.join("\n"));
  while (done(list) < 2) await clock.pass(1);
  staged.goOffline();
  const stopped = await until(staged, "stopped");
  assert.equal(stopped.halt, "offline");
  await clock.pass(60_000);
  staged.goOnline();
  list.goOn();
  const { rows } = await until(staged, "done");
  for (const row of rows) assert.notEqual(row.state, "failed");
});

test("where every resolver refuses, the list stops and says so; the domains stay open", async () => {
  let refusing = true;
  const staged = stage({ refuse: () => refusing });
  await staged.list.take(staged.world.domains.join("\n"));
  const { halt, rows, troubles } = await until(staged, "stopped");
  assert.equal(halt, "nobody");
  assert.ok(rows.every(({ state }) => state === "queued"));
  assert.equal(troubles.length, publicResolvers.length, "each has had its place");
  refusing = false;
  staged.list.goOn();
  await until(staged, "done");
  assert.equal(done(staged.list), staged.world.domains.length);
});

test("a full storage is said, and the list goes on", async () => {
  const staged = stage({ storage: memory(2000) });
  await staged.list.take(staged.world.domains.join("\n"));
  const { full } = await until(staged, "done");
  assert.equal(full, true);
  assert.equal(done(staged.list), staged.world.domains.length);
});

test("a core that stops costs one domain, and the next one gets a new core", async () => {
  let broken = true;
  const loadCore = async (): Promise<Core> => ({
    ...core,
    advance: (input) => {
      if (broken && (input.answers?.length ?? 0) > 0) {
        broken = false;
        throw new Error("trap");
      }
      return core.advance(input);
    },
  });
  const staged = stage({ loadCore });
  await staged.list.take(staged.world.domains.join("\n"));
  const { rows } = await until(staged, "done");
  assert.deepEqual(
    rows.filter(({ state }) => state === "failed").map(({ failure }) => failure),
    ["core-stopped"],
  );
});

test("a core that does not load is said, and no list begins", async () => {
  const staged = stage({ loadCore: () => Promise.reject(new Error("offline")) });
  await staged.list.take("n1.example");
  assert.deepEqual([staged.list.state().phase, staged.list.state().failure], ["idle", "core-not-loaded"]);
});

test("a new list replaces the old one, also while that is running; what comes late for it is not taken", async () => {
  const staged = stage();
  await staged.list.take(staged.world.domains.join("\n"));
  await staged.clock.pass(2);
  await staged.list.take("n3.example");
  const { rows } = await until(staged, "done");
  await staged.clock.pass(60_000);
  assert.deepEqual(
    rows.map(({ domain }) => domain),
    ["n3.example"],
  );
  staged.list.forget();
  assert.deepEqual([staged.list.state().phase, staged.list.state().rows.length, staged.storage.length], ["idle", 0, 0]);
});
