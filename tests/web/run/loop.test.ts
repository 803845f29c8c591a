// The run from turn to turn, with a scripted core and arrivals that the test controls.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Case, Query, Turn } from "../../../web/src/contract";
import { freshLabel } from "../../../web/src/run/fresh-label";
import { replay } from "../../../web/src/run/loop";
import { answered, at, bench } from "../support/run-bench";
import { handLookup, turn } from "../support/scripted";

test("with nothing to ask the first turn is the last", () => {
  const { run, states, lookup } = bench(() => turn());
  run.start();
  assert.deepEqual([states.map(({ phase }) => phase), lookup.asked], [["done"], []]);
});

test("the case holds what was typed, bounded and with an ASCII host", () => {
  const { run, core } = bench(() => turn(), {
    subject: "mail.中文.com",
    complaint: "x".repeat(70000),
    start: "login-page-unreachable",
    replies: { role: "postmaster" },
  });
  run.start();
  const { complaint, ...rest } = core.cases[0] as Case;
  assert.equal(complaint.length, 65537); // one more than the core reads
  assert.deepEqual(rest, {
    version: 1,
    now: at,
    subject: "mail.xn--fiq228c.com",
    start: "login-page-unreachable",
    nonce: "n0nce",
    replies: { role: "postmaster" },
    answers: [],
    probes: [],
  });
});

test("asking goes on until the core wants nothing more", async () => {
  const script = (input: Case): Turn => {
    if (!answered(input, "mail.abc.com")) return turn(["mail.abc.com"], ["https://mail.abc.com/"]);
    return answered(input, "target.com") ? turn() : turn(["target.com"]);
  };
  const { run, lookup, states, settle } = bench(script);
  run.start();
  assert.deepEqual(lookup.asked, ["mail.abc.com", "https://mail.abc.com/"]);
  assert.equal(run.state().inFlight, 2);
  lookup.answer("mail.abc.com");
  await settle();
  assert.deepEqual(lookup.asked.slice(2), ["target.com"]);
  lookup.answer("target.com");
  lookup.finish("mail.abc.com");
  lookup.finish("target.com");
  lookup.reach("https://mail.abc.com/");
  await settle();
  assert.equal(run.state().phase, "done");
  assert.equal(run.state().inFlight, 0);
  assert.deepEqual(run.case().probes, [{ url: "https://mail.abc.com/", outcome: "reached", at }]);
  assert.equal(states[states.length - 1], run.state());
});

test("a query that the core repeats is asked once", async () => {
  const { run, lookup, settle } = bench(() => turn(["mail.abc.com", "mail.abc.com"], ["https://x.com/", "https://x.com/"]));
  run.start();
  lookup.answer("mail.abc.com");
  await settle();
  lookup.finish("mail.abc.com");
  lookup.reach("https://x.com/");
  await settle();
  assert.deepEqual(lookup.asked, ["mail.abc.com", "https://x.com/"]);
  assert.equal(run.state().phase, "done");
});

test("the same name and type is asked once with and once without validation", () => {
  const [query] = turn(["abc.com"]).ask.queries as [Query];
  const { run, lookup } = bench(() => ({ ...turn(), ask: { queries: [query, query, { ...query, checkingDisabled: true }], probes: [] } }));
  run.start();
  assert.deepEqual(lookup.asked, ["abc.com", "abc.com"]);
});

test("every start and every verify now makes a label that no cache has seen", () => {
  const labels = ["one", "two"];
  const { run, core } = bench(() => turn(), { nonce: () => labels.shift() });
  run.start();
  run.recheck();
  run.reply("role", "user");
  assert.deepEqual(
    core.cases.map(({ nonce }) => nonce),
    ["one", "two", "two"],
  );
});

test("without chance there is no label", () => {
  const { run, core } = bench(() => turn(), { nonce: () => undefined });
  run.start();
  assert.equal("nonce" in (core.cases[0] as Case), false);
});

const chance = typeof crypto === "undefined" ? "this Node has no crypto of browsers" : false;
test("the label is twelve letters and digits, and another one each time", { skip: chance }, () => {
  const labels = Array.from({ length: 50 }, freshLabel);
  assert.ok(labels.every((label) => /^[a-z0-9]{12}$/.test(label ?? "")));
  assert.equal(new Set(labels).size, labels.length);
});

test("arrivals of one moment are judged together", async () => {
  const { run, core, lookup, settle } = bench(() => turn(["mail.abc.com"]));
  run.start();
  for (const resolver of ["alidns", "dnspod", "google"]) lookup.answer("mail.abc.com", { resolver });
  await settle();
  assert.equal(core.cases.length, 2);
  assert.equal(core.cases[1]?.answers?.length, 3);
});

test("the resolvers that gave something readable are named once", async () => {
  const { run, lookup, settle } = bench(() => turn(["a.com", "b.com"]));
  run.start();
  lookup.answer("a.com", { resolver: "google" });
  lookup.answer("b.com", { resolver: "google" });
  lookup.answer("a.com", { resolver: "alidns", status: 500 });
  lookup.answer("a.com", { resolver: "dnspod", status: undefined, failure: "timeout" });
  await settle();
  assert.deepEqual(run.state().resolversAnswered, ["google"]);
});

test("a cancel keeps and judges what arrived, and hears nothing after it", async () => {
  const { run, core, lookup, settle } = bench(() => turn(["a.com", "b.com"]));
  run.start();
  lookup.answer("a.com");
  run.cancel();
  assert.equal(run.state().phase, "cancelled");
  assert.equal(core.cases[core.cases.length - 1]?.answers?.length, 1);
  lookup.answer("b.com");
  lookup.finish("a.com");
  await settle();
  assert.equal(run.case().answers?.length, 1);
  assert.deepEqual([run.state().phase, run.state().inFlight], ["cancelled", 0]);
});

test("a cancel reaches the requests", () => {
  let signal: AbortSignal | undefined;
  const lookup = handLookup(at);
  const { run } = bench(() => turn(["a.com"]), {
    makeLookup: () => ({ ...lookup, ask: (queries, onAnswer, given) => ((signal = given), lookup.ask(queries, onAnswer, given)) }),
  });
  run.start();
  assert.equal(signal?.aborted, false);
  run.cancel();
  assert.equal(signal?.aborted, true);
});

test("a reply is judged at once and may open further queries", () => {
  const { run, lookup } = bench((input) => (input.replies?.["role"] ? turn(["b.com"]) : turn()));
  run.start();
  assert.equal(run.state().phase, "done");
  run.reply("role", "postmaster");
  assert.equal(run.state().phase, "running");
  assert.deepEqual(lookup.asked, ["b.com"]);
});

test("another problem or topic is judged with what is known, and asks only for the rest", async () => {
  const { run, lookup, core, settle } = bench(({ start }) => turn(start ? ["mail.abc.com", "other.com"] : ["mail.abc.com"]));
  run.start();
  lookup.answer("mail.abc.com");
  lookup.finish("mail.abc.com");
  await settle();
  run.choose("which-mx");
  assert.equal(run.case().start, "which-mx");
  assert.deepEqual(lookup.asked, ["mail.abc.com", "other.com"]);
  run.choose("");
  assert.equal("start" in (core.cases[core.cases.length - 1] as Case), false);
});

test("a reply after a cancel is judged without any request", () => {
  const { run, core, lookup } = bench((input) => turn(input.replies?.["role"] ? ["a.com", "b.com"] : ["a.com"]));
  run.start();
  run.cancel();
  run.reply("role", "postmaster");
  assert.deepEqual(core.cases[core.cases.length - 1]?.replies, { role: "postmaster" });
  assert.deepEqual([run.state().phase, lookup.asked.length], ["cancelled", 1]);
});

test("verify now asks again with fresh evidence and keeps the turn before", async () => {
  const { run, core, lookup, settle } = bench((input) => (answered(input, "a.com") ? turn() : turn(["a.com"])));
  run.start();
  run.reply("role", "user");
  lookup.answer("a.com");
  lookup.finish("a.com");
  await settle();
  const before = run.state().turn;
  run.recheck();
  assert.equal(run.state().before, before);
  assert.equal(run.state().phase, "running");
  assert.deepEqual(lookup.asked, ["a.com", "a.com"]);
  const last = core.cases[core.cases.length - 1];
  assert.deepEqual([last?.answers, last?.replies], [[], { role: "user" }]);
});

test("what an earlier asking still brings is not mixed into the next", async () => {
  const lookups = [handLookup(at), handLookup(at), handLookup(at)];
  const made = [...lookups];
  const { run, settle } = bench(() => turn(["a.com"]), { makeLookup: () => made.shift() ?? handLookup(at) });
  run.start();
  run.recheck();
  for (const lookup of lookups.slice(0, 2)) {
    lookup.answer("a.com");
    lookup.finish("a.com");
  }
  await settle();
  assert.deepEqual(run.case().answers, []);
  assert.equal(run.state().inFlight, 1);
});

test("a second start changes nothing", () => {
  const { run, core } = bench(() => turn(["a.com"]));
  run.start();
  run.start();
  assert.equal(core.cases.length, 1);
});

test("the case that a run gives replays to the same turn without a network", async () => {
  const script = (input: Case): Turn => ({ ...turn(), progress: { done: input.answers?.length ?? 0, total: 1 } });
  const { run, core, lookup, settle } = bench((input) => (answered(input, "a.com") ? script(input) : turn(["a.com"])));
  run.start();
  lookup.answer("a.com");
  lookup.finish("a.com");
  await settle();
  const saved = JSON.parse(JSON.stringify(run.case())) as Case;
  assert.deepEqual(saved, core.cases[core.cases.length - 1]);
  assert.deepEqual(replay(core, saved), run.state().turn);
});
