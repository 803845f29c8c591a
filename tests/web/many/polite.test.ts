// Asking for a whole list: two places, each question once, rests, and who takes whose place.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Answer, Query } from "../../../web/src/contract";
import type { Asked } from "../../../web/src/lookup/ask";
import { parseResolvers, publicResolvers } from "../../../web/src/lookup/resolvers";
import { createPolite, mostAtFirst, mostRests, seatsOf, type Trouble } from "../../../web/src/many/polite";
import { handClock } from "./hand-clock";

type Said = Partial<Asked> & { failure?: Answer["failure"]; body?: string };

const never = new AbortController().signal;
const query = (name: string, reach: Query["reach"] = "every"): Query => ({ name, type: "A", wire: "AAAA", why: "zone", reach });

function stage(says: (resolver: string, name: string, count: number) => Said = () => ({})) {
  const clock = handClock();
  const seen: string[] = []; // "resolver name"
  const troubles: Trouble[] = [];
  const polite = createPolite({
    resolvers: publicResolvers,
    clock,
    limits: { inFlight: 4, perSecond: 1000 },
    online: () => true,
    onTrouble: (trouble) => troubles.push(trouble),
    ask: async ({ name, type }, resolver) => {
      seen.push(`${resolver.id} ${name}`);
      const { failure, body, ...said } = says(resolver.id, name, seen.filter((one) => one.startsWith(`${resolver.id} `)).length);
      const answer = {
        resolver: resolver.id,
        name,
        type,
        at: "2026-11-23T08:00:00Z",
        status: 200,
        ...(failure ? { failure } : {}),
        ...(body ? { body } : {}),
      };
      return { answer, format: "wire", settled: !failure && !said.limited, gaveUp: false, limited: false, retryAfter: undefined, ...said };
    },
  });
  const ask = async (names: Query[], lookup = polite.lookup("abc.com")): Promise<string[]> => {
    const answers: string[] = [];
    const all = names.map((one) => lookup.ask([one], ({ resolver, name }) => answers.push(`${resolver} ${name}`), never));
    for (let step = 0; step < 200; step += 1) await clock.pass(1000);
    await Promise.all(all);
    return answers.sort();
  };
  return { clock, seen, troubles, polite, ask };
}

test("there is a place for China and one for the world, and one for each of the first two of one's own", () => {
  const ids = (list: ReturnType<typeof seatsOf>) => list.map((seat) => seat.map(({ id }) => id));
  assert.deepEqual(ids(seatsOf(publicResolvers)), [
    ["alidns", "dnspod", "dns-sb", "cloudflare", "google"],
    ["google", "cloudflare", "dns-sb", "dnspod", "alidns"],
  ]);
  assert.deepEqual(ids(seatsOf(parseResolvers("https://a.example/q https://b.example/q https://c.example/q"))), [
    ["a.example", "c.example"],
    ["b.example", "c.example"],
  ]);
});

test("what decides is asked in both places, the rest in one", async () => {
  const { ask, seen } = stage();
  assert.deepEqual(await ask([query("abc.com"), query("mx.abc.com", "first")]), ["alidns abc.com", "alidns mx.abc.com", "google abc.com"]);
  assert.equal(seen.length, 3);
});

test("a name that gave no answer in one place is asked in the other", async () => {
  const { ask } = stage((resolver) => (resolver === "alidns" ? { failure: "timeout" } : {}));
  assert.deepEqual(await ask([query("mx.abc.com", "first")]), ["alidns mx.abc.com", "google mx.abc.com"]);
});

test("a shared name is asked once for all domains, and a domain's own names are forgotten with it", async () => {
  const { ask, seen, polite } = stage();
  await ask([query("spf.site.com"), query("abc.com")]);
  polite.forget("abc.com");
  await ask([query("spf.site.com"), query("www.abc.com"), query("abc.com")]);
  assert.deepEqual(seen.filter((one) => one.startsWith("alidns")).sort(), [
    "alidns abc.com",
    "alidns abc.com",
    "alidns spf.site.com",
    "alidns www.abc.com",
  ]);
});

test("what a shared name names, and was asked after it, comes with it and is not asked", async () => {
  const says: Record<string, string> = { "spf.site.com": "include:spf-1.site.com", "spf-1.site.com": "include:spf-2.site.com" };
  const { ask, seen, polite } = stage((_resolver, name) => ({ body: says[name] ?? "" }));
  const first = polite.lookup("a.com");
  await ask([query("spf.site.com", "first"), query("a.com")], first);
  await ask([query("spf-1.site.com", "first"), query("of-another.com", "first")], first);
  await ask([query("spf-2.site.com", "first")], first);
  const before = seen.length;
  assert.deepEqual(await ask([query("spf.site.com", "first")], polite.lookup("b.com")), [
    "alidns spf-1.site.com",
    "alidns spf-2.site.com",
    "alidns spf.site.com",
  ]);
  assert.equal(seen.length, before);
});

test("a failure is no answer: the next domain that needs it asks again", async () => {
  const { ask, seen } = stage((resolver) => (resolver === "alidns" ? { failure: "timeout" } : {}));
  await ask([query("spf.site.com")]);
  await ask([query("spf.site.com")]);
  assert.equal(seen.filter((one) => one === "alidns spf.site.com").length, 2);
  assert.equal(seen.filter((one) => one === "google spf.site.com").length, 1);
});

test("a resolver that limits after 50 questions rests, is asked the rest, and nothing that it answered", async () => {
  let refused = 0;
  const { ask, seen, troubles, clock } = stage((resolver, _name, count) =>
    resolver === "alidns" && count > 50 && refused < 2 ? (refused++, { limited: true, retryAfter: 7 }) : {},
  );
  const start = clock.now();
  const answers = await ask(Array.from({ length: 60 }, (_, index) => query(`n${index}.com`)));
  assert.equal(answers.length, 120);
  assert.equal(new Set(answers).size, 120);
  assert.equal(seen.filter((one) => one.startsWith("google")).length, 60);
  assert.equal(seen.filter((one) => one.startsWith("alidns")).length, 60 + refused);
  const [first] = troubles;
  assert.deepEqual([first?.resolver, first?.what], ["alidns", "limits"]);
  assert.ok((first?.until ?? 0) - start >= 7000, "as long as it wants");
});

test("rests grow; a resolver that goes on refusing gives its place to the next of its region", async () => {
  const { ask, troubles } = stage((resolver) => (resolver === "alidns" ? { limited: true } : {}));
  assert.deepEqual(await ask([query("abc.com")]), ["dnspod abc.com", "google abc.com"]);
  const until = troubles.filter((one) => one.until !== undefined).map((one) => one.until as number);
  assert.equal(until.length, mostRests);
  const gaps = until.slice(1).map((at, index) => at - (until[index] as number));
  assert.deepEqual(
    gaps.every((gap, index) => index === 0 || gap > (gaps[index - 1] as number)),
    true,
    gaps.join(),
  );
  assert.deepEqual(troubles.at(-1), { resolver: "alidns", what: "limits", instead: "dnspod" });
});

test("one that never answers loses its place soon, at last to one of the other region, and no resolver has two places", async () => {
  const { ask, troubles, polite } = stage((resolver) =>
    ["google", "cloudflare", "dns-sb"].includes(resolver) ? { failure: "timeout" } : {},
  );
  const count = 6 * mostAtFirst;
  const answers = await ask(Array.from({ length: count }, (_, index) => query(`n${index}.com`)));
  assert.deepEqual(
    troubles.map(({ resolver, what, instead }) => [resolver, what, instead]),
    [
      ["google", "fails", "cloudflare"],
      ["cloudflare", "fails", "dns-sb"],
      ["dns-sb", "fails", "dnspod"],
    ],
  );
  assert.equal(answers.filter((one) => one.startsWith("alidns")).length, count);
  assert.deepEqual(
    polite.asked().map(({ id }) => id),
    ["alidns", "dnspod"],
  );
  polite.renew(true);
  assert.deepEqual(
    polite.asked().map(({ id }) => id),
    ["alidns", "google"],
  );
});

test("one that has answered may fail more often; when nobody is left, what failed last is the answer", async () => {
  const { ask, polite, troubles } = stage((_resolver, _name, count) => (count > 1 ? { failure: "blocked" } : {}));
  const answers = await ask(Array.from({ length: 80 }, (_, index) => query(`n${index}.com`)));
  assert.equal(polite.hasAnybody(), false);
  assert.equal(troubles.length, publicResolvers.length);
  assert.equal(troubles.at(-1)?.instead, undefined);
  assert.ok(answers.length < 160 && new Set(answers).size === answers.length);
});

test("to be offline says nothing about a resolver", async () => {
  const { ask, polite, troubles } = stage(() => ({ failure: "offline" }));
  await ask(Array.from({ length: 20 }, (_, index) => query(`n${index}.com`)));
  assert.deepEqual(troubles, []);
  assert.equal(polite.hasAnybody(), true);
});

test("a pause asks nothing more, and nothing is lost", async () => {
  const { clock, polite, seen } = stage();
  polite.pause(true);
  const answers: string[] = [];
  const all = polite.lookup("abc.com").ask([query("abc.com")], ({ resolver }) => answers.push(resolver), never);
  await clock.pass(3_600_000);
  assert.deepEqual(seen, []);
  polite.pause(false);
  await clock.pass(0);
  await all;
  assert.deepEqual(answers.sort(), ["alidns", "google"]);
});
