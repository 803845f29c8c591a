// Verdicts rest on answers. Every story is played to its end; then single lookups, all lookups with one purpose and random
// subsets are replaced by every kind of failure. What must hold:
//
//   a failed lookup says no more than one that was not made: no finding but an unknown, nothing confirmed, nothing ruled out
//   what it might have answered contradicts no verdict: a cause that is ruled out without it is not confirmed with it
//   nothing is called right that rests on it
//   a lookup of something else changes nothing
//
// A sample with a fixed seed runs each time. ALIMAIL_ALL_FAILURES=1 runs all of them: 260,000 turns, half an hour.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { Answer, Finding, Turn } from "../../../web/src/contract";
import { problems } from "../support/core-data";
import {
  asked,
  claims,
  everything,
  failing,
  lookupOf,
  random,
  runs,
  settled,
  some,
  stage,
  tales,
  turnOf,
  unasked,
  verdicts,
  without,
  type Chosen,
  type Told,
} from "../support/failed-lookups";
import { allStories } from "../support/stage";
import { zoneOf } from "../support/story";
import { answerOf, lookUp, type Node, type Zone } from "../support/zone";

after(() => stage.close());

const failures = ["timeout", "blocked", "offline", "unreadable", "html", "servfail", "refused", "truncated", "other-question", "empty"];

// One violation would hide the others, so all are collected. ALIMAIL_SHOWN is how many the message has.
type Hold = (check: () => Promise<void>) => Promise<void>;
const shown = Number(process.env["ALIMAIL_SHOWN"] ?? 5);

function property(name: string, of: (told: Told, hold: Hold) => Promise<void>): void {
  test(name, async () => {
    const violations: string[] = [];
    const hold: Hold = (check) => check().catch((error: Error) => void violations.push(error.message));
    for (const told of await tales) await of(told, hold);
    assert.equal(violations.length, 0, [`${violations.length} violations, such as`, ...violations.slice(0, shown)].join("\n\n"));
  });
}

// SERVFAIL of everything is an answer about the domain: its servers fail (checks/domain.cpp).
const aboutServers = /^domain\.(name-servers-silent|lame|dnssec-broken)$|^resolvers\.alone$/;
async function saysNoMore(told: Told, chosen: Chosen, fault: string, what: string): Promise<Turn> {
  const failed = await failing(told, chosen, fault);
  const missing = await unasked(told, chosen);
  const context = `${told.story.story}\n${what} ${fault}`;
  const invented = without(claims(failed), claims(missing)).filter((key) => !aboutServers.test(key));
  assert.deepEqual(invented, [], `${context}: said only because it failed: ${invented.join(", ")}`);
  const states = verdicts(missing);
  for (const [cause, state] of settled(failed)) {
    if (fault === "servfail" && cause.endsWith("domain-broken")) continue;
    if (states.has(cause)) assert.equal(states.get(cause), state, `${context}: ${cause} is ${state} only because it failed`);
  }
  return failed;
}

// Nothing may be called right without these. Where the login host has an IPv6 address, the other one is not needed.
const decisivePurposes = ["zone", "mail-exchange", "sender-policy", "login-address", "apex-alias", "exchange-address"];

function decisive({ whole, purposes }: Told): string[] {
  const { loginHost } = whole.subject;
  const ipv6 = whole.diagnosis.ledger.some(({ name, type, outcome }) => name === loginHost && type === "AAAA" && outcome === "records");
  const lookups = decisivePurposes.flatMap((purpose) => purposes.get(purpose) ?? []);
  return lookups.filter((lookup) => !lookup.endsWith(" AAAA") && !(ipv6 && lookup === `${loginHost} A`));
}

async function areJudgedSafely(told: Told, lookups: string[], hold: Hold, what = lookups.join(", ")): Promise<void> {
  const chosen: Chosen = (answer) => lookups.includes(lookupOf(answer));
  const decides = decisive(told).some((each) => lookups.includes(each));
  for (const fault of some(failures, 1)) {
    await hold(async () => {
      const turn = await saysNoMore(told, chosen, fault, what);
      if (decides) assert.notEqual(turn.diagnosis.action, "nothing-wrong", `${told.story.story}\n${what} ${fault}: called right`);
    });
  }
}

property("a lookup that fails says no more than one that was not made", async (told, hold) => {
  for (const lookup of some(told.lookups, 3)) await areJudgedSafely(told, [lookup], hold);
});

property("nor do all lookups with one purpose, and random sets of lookups", async (told, hold) => {
  for (const [purpose, lookups] of some([...told.purposes], 1)) await areJudgedSafely(told, lookups, hold, purpose);
  for (let i = 0; i < (everything ? 10 : 1); ++i) {
    const share = 1 + random(3);
    await areJudgedSafely(
      told,
      told.lookups.filter(() => random(4) < share),
      hold,
    );
  }
});

property("nor on the way to the end, when some answers have not come yet", async (told, hold) => {
  for (let i = 0; i < (everything ? 10 : random(2)); ++i) {
    const answers = told.current.answers!.slice(0, 1 + random(told.current.answers!.length));
    const lookups = told.lookups.filter(() => random(2) === 0);
    const chosen = (answer: Answer): boolean => lookups.includes(lookupOf(answer));
    const early: Told = { ...told, current: { ...told.current, answers } };
    for (const fault of some(failures, 1)) {
      await hold(async () => void (await saysNoMore(early, chosen, fault, `${answers.length} answers, ${lookups.join(", ")}`)));
    }
  }
});

property("a resolver that fails counts as one that was not asked", async (told, hold) => {
  if (told.story.resolvers !== undefined || told.story.fails !== undefined) return;
  const ofAll = told.lookups.filter((lookup) => told.current.answers!.filter((answer) => lookupOf(answer) === lookup).length > 1);
  for (const lookup of some(ofAll, 1)) {
    const chosen = (answer: Answer): boolean => lookupOf(answer) === lookup && answer.resolver === "alidns";
    for (const fault of some(failures, 1)) {
      await hold(async () => {
        const failed = await failing(told, chosen, fault);
        const context = `${told.story.story}\n${lookup} ${fault}`;
        assert.deepEqual(claims(failed), claims(await unasked(told, chosen)), context);
        assert.equal(failed.diagnosis.action, told.whole.diagnosis.action, context);
      });
    }
  }
});

// ------------------------------------------------------------------ what the failed lookups might have answered

// What there may be at a name: nothing, what some story has there, and what has an effect wherever it is.
const everywhere: (Node | null)[] = [
  null,
  { CNAME: ["qiye.aliyun.com"] },
  { CNAME: ["gone.elsewhere.example"] },
  { A: ["203.0.113.77"], TXT: ["v=spf1 ipv4:1 -all"] },
  { TXT: ["v=spf1 include:{name} -all"] },
  { TXT: ["v=DMARC1; p=none"] },
  { TXT: ["v=DKIM1; p="] },
  { MX: ["5 mx1.qiye.aliyun.com", "10 mx2.qiye.aliyun.com", "15 mx3.qiye.aliyun.com"], TXT: ["v=spf1 a a a a a a a a a a a -all"] },
];
const nodes = new Map<string, Set<string>>();
for (const { story } of allStories()) {
  for (const [name, node] of Object.entries(zoneOf(story))) nodes.set(name, (nodes.get(name) ?? new Set()).add(JSON.stringify(node)));
}

// An apex without an SOA would be in the zone above.
function nodesAt(name: string, zone: Zone): (Node | null)[] {
  const soa = zone[name]?.["SOA"];
  const others = [...everywhere.map((node) => JSON.stringify(node)), ...(nodes.get(name) ?? [])];
  return others.map((text) => JSON.parse(text.replace("{name}", name)) as Node | null).map((node) => (soa ? { SOA: soa, ...node } : node));
}

const opposite: Record<string, string[]> = { confirmed: ["ruled-out"], "ruled-out": ["confirmed", "likely"] };

property("whatever the lookups of a name might have answered contradicts no verdict without them", async (told, hold) => {
  if (told.story.resolvers !== undefined || claims(told.whole).includes("domain.nonexistent")) return; // then nothing can be below it
  const zone = zoneOf(told.story);
  const names = [...new Set(told.lookups.map((lookup) => lookup.split(" ")[0]!))];
  for (const name of some(names, 2)) {
    const chosen = (answer: Answer): boolean => answer.name === name;
    const failed = await failing(told, chosen, failures[random(failures.length)]!);
    for (const node of some(nodesAt(name, zone), 2)) {
      const answered = await turnOf(told.current, (answer) => [
        chosen(answer) ? answerOf(asked(answer), lookUp(asked(answer), { ...zone, [name]: node })) : answer,
      ]);
      await hold(async () => {
        const states = verdicts(answered);
        for (const [cause, state] of settled(failed)) {
          const context = `${told.story.story}\n${name}: ${cause} is ${state} without it, and ${states.get(cause)} with ${JSON.stringify(node)}`;
          assert.ok(!opposite[state]!.includes(states.get(cause) ?? state), context);
        }
      });
    }
  }
});

// ------------------------------------------------------------------ other lookups

// Purposes of lookups that decide nothing but the families named.
const optional: Record<string, string[]> = {
  "client-host": ["client", "edition"],
  "mta-sts": ["mta-sts"],
  "tls-rpt": ["tls-rpt"],
  bimi: ["bimi"],
  caa: ["caa"],
};

function readsFamily(cause: string, families: string[]): boolean {
  const [problem, id] = cause.split(": ");
  const rule = problems.find((each) => each.id === problem)!.causes.find((each) => each.id === id)!;
  const keys = [...(rule.confirmed ?? []), ...(rule.likely ?? []), ...(rule.ruled_out ?? [])].flat();
  return [...(rule.needs ?? []), ...keys.map((key) => key.split(".")[0]!)].some((family) => families.includes(family));
}

property("a failed lookup of something else changes nothing", async (told, hold) => {
  for (const [purpose, families] of some(Object.entries(optional), 1)) {
    const lookups = told.purposes.get(purpose) ?? [];
    const chosen = (answer: Answer): boolean => lookups.includes(lookupOf(answer));
    const ofFamily = ({ key, severity }: Finding): boolean =>
      ["error", "warning"].includes(severity) && families.includes(key.split(".")[0]!);
    const [best] = verdicts(told.whole).keys();
    const decides = told.whole.diagnosis.findings.some(ofFamily) || (best !== undefined && readsFamily(best, families));
    for (const fault of some(decides ? [] : failures, 1)) {
      await hold(async () => {
        const failed = await failing(told, chosen, fault);
        const context = `${told.story.story}\n${purpose} ${fault}`;
        const unmoved = (turn: Turn): [string, string][] => [...verdicts(turn)].filter(([cause]) => !readsFamily(cause, families)).sort();
        assert.deepEqual(unmoved(failed), unmoved(told.whole), context);
        assert.equal(failed.diagnosis.action, told.whole.diagnosis.action, context);
      });
    }
  }
});

// ------------------------------------------------------------------ answers that contradict each other

property("NXDOMAIN for a domain that exists is named as what it is, and is no absence", async (told, hold) => {
  const { domain } = told.whole.subject;
  if (!claims(told.whole).includes("domain.exists") || told.story.resolvers !== undefined) return;
  const resolvers = [...new Set(told.current.answers!.map(({ resolver }) => resolver))].slice(0, 1 + random(2));
  for (const type of some(["SOA", "MX", "TXT", "CNAME"], 1)) {
    const chosen = (answer: Answer): boolean => lookupOf(answer) === `${domain} ${type}` && resolvers.includes(answer.resolver);
    if (!told.current.answers!.some(chosen)) continue;
    await hold(async () => {
      const turn = await failing(told, chosen, "nxdomain");
      const context = `${told.story.story}\n${type} at ${resolvers.join(", ")}`;
      assert.ok(claims(turn).includes("domain.inconsistent"), context);
      assert.notEqual(turn.diagnosis.action, "nothing-wrong", context);
      const absent = ["domain.nonexistent", "mx.missing", "spf.missing"];
      assert.deepEqual(
        without(claims(turn), claims(told.whole)).filter((key) => absent.includes(key)),
        [],
        context,
      );
    });
  }
});

after(() => console.log(`# ${runs} runs with failed lookups${everything ? "" : ", a sample"}`));
