// What must hold in every story, whatever fails: no failed lookup becomes an absence, and every turn is complete. Only by the
// fast core; scenarios.test.ts compares all three.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { isPasted } from "../../../web/src/run/pasted";
import type { Cause, Finding, RecordToPublish, Turn } from "../../../web/src/contract";
import { root } from "../support/root";
import { publish } from "../support/publish";
import { allStories, Stage } from "../support/stage";
import type { Story } from "../support/story";

const stage = new Stage();
after(() => stage.close());

const stories = allStories().map((entry) => entry.story);
const failures = [
  "timeout",
  "blocked",
  "offline",
  "unreadable",
  "servfail",
  "refused",
  "truncated",
  "stray",
  "html",
  "garbage",
  "other-question",
  "http-429",
  "http-500",
  "http-404",
];

// What only an answer may say, and no failure.
const absences = [
  "domain.nonexistent",
  "domain.dnssec-broken",
  "login.missing",
  "login.not-published",
  "login.dangling",
  "login.guide-target-unresolvable",
  "login.target-unresolvable",
  "login.doubled-name",
  "login.not-doubled",
  "mx.missing",
  "mx.null",
  "mx.partial",
  "mx.target-unresolvable",
  "target.unresolvable",
  "target.guide-unresolvable",
  "client.dangling",
  "spf.missing",
  "spf.provider-absent",
  "spf.include-missing",
  "spf.include-broken",
  "spf.too-many-void-lookups",
  "spf.mistyped",
  "spf.all-absent",
  "spf.includes-read",
  "sender.refused",
  "sender.unsaid",
  "dkim.absent-at-default",
  "dkim.revoked",
  "dmarc.missing",
  "dmarc.inherited",
  "dmarc.nowhere-else",
  "dmarc.report-unauthorised",
];

// Every story for the two most common failures. For each other failure a quarter of the stories, in turn, as they are
// thousands of runs.
const share = (failure: string, list: Story[]): Story[] => {
  const turn = failures.indexOf(failure);
  return ["timeout", "servfail"].includes(failure) ? list : list.filter((_, index) => index % 4 === turn % 4);
};

const keysOf = (findings: Finding[]): string[] => findings.map((finding) => finding.key);
const absencesOf = (turn: Turn): string[] => keysOf(turn.diagnosis.findings).filter((key) => absences.includes(key));

for (const fails of failures) {
  test(`when every resolver answers with "${fails}", nothing is called absent`, async () => {
    for (const story of share(fails, stories)) {
      const broken: Story = { ...story, resolvers: { alidns: { fails }, google: { fails } } };
      for (const turn of await stage.allTurns(broken)) assert.deepEqual(absencesOf(turn), [], story.story);
    }
  });

  test(`when one of two resolvers answers with "${fails}", the other one's word stands`, async () => {
    for (const story of share(
      fails,
      stories.filter((each) => each.resolvers === undefined && each.fails === undefined),
    )) {
      const whole = await stage.ending(story);
      const half: Story = { ...story, resolvers: { google: {}, alidns: { fails } } };
      const turn = await stage.ending(half);
      const without = (keys: string[]): string[] => keys.filter((key) => !key.startsWith("resolvers.")).sort();
      assert.deepEqual(without(keysOf(turn.diagnosis.findings)), without(keysOf(whole.diagnosis.findings)), story.story);
    }
  });
}

test("when one name alone cannot be asked, nothing is called absent that was not", async () => {
  const ways = ["timeout", "servfail", "truncated", "html"]; // one after the other
  const plain = stories.filter((each) => each.resolvers === undefined && typeof each.fails !== "string");
  for (const story of plain.filter((_, index) => index % 4 === 0)) {
    // forty lookups each
    const whole = await stage.ending(story);
    if (keysOf(whole.diagnosis.findings).includes("domain.nonexistent")) continue; // nothing at all is there: each name's absence is true
    const asked = new Set(whole.diagnosis.ledger.map(({ name, type }) => `${name} ${type}`));
    for (const [index, query] of [...asked].entries()) {
      const fault = ways[index % ways.length]!;
      const turn = await stage.ending({ ...story, fails: { ...(story.fails as Record<string, string>), [query]: fault } });
      const before = absencesOf(whole);
      assert.deepEqual(
        absencesOf(turn).filter((key) => !before.includes(key)),
        [],
        `${story.story}: ${query} ${fault}`,
      );
    }
  }
});

// What the records to publish are meant to fix. A login record may point to the wrong site and still be left to the person.
const mendable = /^(login|mx|spf|dmarc)\./;

// A CNAME at the domain itself goes first; what is missing behind it shows only then, and is published in a second round.
const mostRounds = 2;

test("publishing the records mends what they are for and the cause that is shown, and leaves nothing to publish", async () => {
  for (const story of stories) {
    const { records, findings, problems } = (await stage.ending(story)).diagnosis;
    if (records.length === 0) continue;
    const hosts = new Set(records.map(familyOf));
    let mended = publish(story, records);
    let after = (await stage.ending(mended)).diagnosis;
    for (let round = 1; round < mostRounds && after.records.length > 0; ++round) {
      mended = publish(mended, after.records);
      after = (await stage.ending(mended)).diagnosis;
    }
    assert.deepEqual(after.records, [], story.story);
    const [shown] = problems[0]?.causes ?? [];
    const same = after.problems.find(({ id }) => id === problems[0]?.id)?.causes.find(({ id }) => id === shown?.id);
    if (shown?.state === "confirmed" && isOfDns(shown) && shown.because.some(({ key }) => hosts.has(key.split(".")[0]!)))
      assert.notEqual(same?.state, "confirmed", `${story.story}: ${shown.id} is still there`);
    const serious = (list: Finding[]): string[] =>
      list
        .filter(({ key, severity }) => mendable.test(key) && hosts.has(key.split(".")[0]!) && ["error", "warning"].includes(severity))
        .map(({ key }) => key);
    assert.deepEqual(serious(after.findings), [], `${story.story}: before ${serious(findings).join(", ")}`);
  }
});

// What a reply or a bounce confirms stays confirmed until they say something else.
const isOfDns = ({ because }: Cause): boolean => because.every(({ key }) => !/^(reply|code|words|fix)\./.test(key));

function familyOf({ host, type, change }: RecordToPublish): string {
  if (type === "CNAME" && change === "remove") return "apex";
  if (type === "MX") return "mx";
  if (type === "TXT") return host.startsWith("_dmarc.") ? "dmarc" : "spf";
  return "login";
}

test("no turn asks the same twice, nor what was answered", async () => {
  for (const story of stories) {
    const { turns } = await stage.playQuickly(story);
    const asked = turns.flatMap((turn) =>
      turn.ask.queries.map(({ name, type, checkingDisabled }) => `${name} ${type} ${checkingDisabled ?? false}`),
    );
    assert.deepEqual(
      asked.filter((query, index) => asked.indexOf(query) !== index),
      [],
      story.story,
    );
  }
});

const provider = readFileSync(join(root, "core/provider/provider.json"), "utf8");
const sharedLogins = [...provider.matchAll(/"login_url": "([^"]+)"/g)].map(([, url]) => url);

// The sentence beside the button says so: web/locales, ui.consent.
test("what is asked names no mailbox, and only login pages are opened", async () => {
  for (const story of stories) {
    const { turns, current } = await stage.playQuickly(story);
    const typed = `${current.subject}\n${current.complaint}`.toLowerCase();
    const mailboxes = [...typed.matchAll(/([a-z0-9][\w.+-]{2,})@[\w.-]/g)].map(([, mailbox = ""]) => mailbox);
    const secret = mailboxes.filter((one) => one !== "postmaster" && !typed.split(`${one}@`).join("").includes(one));
    for (const { ask, subject } of turns) {
      for (const { name } of ask.queries)
        assert.ok(!secret.some((mailbox) => `.${name}.`.includes(`.${mailbox}.`)), `${story.story}: ${name}`);
      for (const { url } of ask.probes)
        assert.ok(url === `https://${subject.loginHost}/` || sharedLogins.includes(url), `${story.story}: ${url}`);
    }
  }
});

test("the same case gives the same turn, and the order in which answers came changes no finding", async () => {
  for (const story of stories) {
    const { turns, current } = await stage.playQuickly(story);
    const last = turns[turns.length - 1]!;
    assert.deepEqual(await stage.quickly(current), last, story.story);
    const turned = await stage.quickly({ ...current, answers: [...current.answers!].reverse() });
    assert.deepEqual(keysOf(turned.diagnosis.findings).sort(), keysOf(last.diagnosis.findings).sort(), story.story);
    assert.equal(turned.diagnosis.action, last.diagnosis.action, story.story);
  }
});

test("every verdict but a mere possibility gives its reasons", async () => {
  for (const story of stories) {
    const turn = await stage.ending(story);
    for (const cause of turn.diagnosis.problems.flatMap((problem) => problem.causes)) {
      if (cause.state === "possible") continue;
      assert.ok(cause.because.length > 0, `${story.story}: ${cause.id} is ${cause.state} without a reason`);
    }
  }
});

test("a reply never changes what DNS says, and every option of a question leads somewhere", async () => {
  for (const story of stories) {
    const { turns, current } = await stage.playQuickly(story);
    const before = turns[turns.length - 1]!;
    const { question } = before.ask;
    if (question === undefined) continue;
    const states = new Set<string>();
    for (const option of question.options) {
      const turn = await stage.quickly({ ...current, replies: { ...current.replies, [question.id]: option } });
      const withoutReplies = keysOf(turn.diagnosis.findings).filter((key) => !key.startsWith("reply."));
      const earlier = keysOf(before.diagnosis.findings).filter((key) => !key.startsWith("reply."));
      // The site decides what its records should be, and only the person knows whether another receiver of the mail is there
      // on purpose; nothing else that a person says does.
      if (!["edition", "other-mx"].includes(question.id)) assert.deepEqual(withoutReplies, earlier, story.story);
      assert.notEqual(turn.ask.question?.id, question.id, "nothing is asked twice");
      // The role separates no causes: it decides what to do, and which steps are shown.
      const shown = turn.diagnosis.problems.map((problem) =>
        problem.causes.map(({ id, state, action, steps }) => [id, state, action, steps.map((step) => step.id)]),
      );
      states.add(JSON.stringify([shown, turn.diagnosis.records]));
    }
    assert.ok(states.size > 1, `${story.story}: ${question.id} changes nothing`);
  }
});

test("the ledger names every answer of the case, with its purpose", async () => {
  for (const story of stories) {
    const { turns, current } = await stage.playQuickly(story);
    const { ledger } = turns[turns.length - 1]!.diagnosis;
    const asked = ledger.filter(({ resolver }) => !isPasted(resolver)); // pasted answers are in the ledger too
    assert.equal(asked.length, current.answers!.length, story.story);
    for (const row of asked) assert.ok(row.why !== undefined, `${story.story}: ${row.name} ${row.type}`);
  }
});

test("nothing is called right while a finding is an error or a warning", async () => {
  for (const story of stories) {
    const { action, findings } = (await stage.ending(story)).diagnosis;
    const serious = findings.filter(({ severity }) => ["error", "warning"].includes(severity));
    if (action === "nothing-wrong") assert.deepEqual(keysOf(serious), [], story.story);
  }
});
