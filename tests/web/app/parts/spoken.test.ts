// Ids from the core in the person's words: resolvers, outcomes, providers, replies. Names stay as they are.

import assert from "node:assert/strict";
import { test } from "node:test";
import { replyArgs, spoken } from "../../../../web/src/app/parts/spoken";
import { wordsOf } from "../../support/words-node";

const words = wordsOf("en", {
  "outcome.timeout": "No reply in time",
  "outcome.http-error": "HTTP error",
  "ui.outcome-at": "{resolver:text}: {outcome:text}",
  "ui.in-short": "{action:text}: {cause:text}",
  "hop.login-host": "Login address",
  "routing.client.title": "Mail program",
  "family.singapore": "Singapore",
  "provider.google": "Google",
  "family.hong-kong": "Hong Kong",
  "reason.bad-ip4": "not an IPv4 address",
  "slip.quotes": "quotation marks inside",
  "product.direct-mail": "DirectMail",
  "question.account-status": "Which state?",
  "question.account-status.blocked": "Blocked",
  "bounce.reporter": "said by",
  "bounce.recipient": "about",
  "bounce.server": "server",
  "bounce.text": "reply",
  "finding.silent": "No answer: {outcomes:text}.",
});
const names: Record<string, string> = { google: "Google Public DNS", "dns.google": "Own Google" };
const nameOf = (id: string): string => names[id] ?? id;
const said = (args: Parameters<typeof spoken>[1]) => spoken(words, args, nameOf);

test("an outcome is its resolver's name and the outcome in words", () => {
  const args = said({
    outcomes: [
      { resolver: "dns.google", outcome: "timeout" },
      { resolver: "google", outcome: "http-error" },
      { resolver: "127.0.0.1:8443/dns-query", outcome: "timeout" },
    ],
  });
  assert.deepEqual(args["outcomes"], [
    "Own Google: No reply in time",
    "Google Public DNS: HTTP error",
    "127.0.0.1:8443/dns-query: No reply in time",
  ]);
  const silent = said({ outcomes: [{ resolver: "google", outcome: "timeout" }] });
  assert.equal(words.t("finding.silent", silent), "No answer: Google Public DNS: No reply in time.");
});

test("the sites of several kinds of records are one list", () => {
  assert.deepEqual(said({ mx: "singapore", login: "hong-kong" })["sites"], ["MX: Singapore", "Login address: Hong Kong"]);
  assert.deepEqual(said({ host: "x" }), { host: "x" });
});

test("what several resolvers say, or how they fail, begins with their names", () => {
  const args = said({
    said: [
      { resolvers: ["google", "x"], values: ["5 mx1.abc.com", "10 mx2.abc.com"] },
      { resolvers: ["y"], values: [] },
      { resolvers: ["127.0.0.1:53"], outcome: "nxdomain" },
    ],
    errors: [
      { resolver: "google", code: 22, text: "No Reachable Authority" },
      { resolver: "y", code: 9, text: "" },
      { resolver: "x", outcome: "servfail" },
    ],
  });
  assert.deepEqual(args, {
    said: ["Google Public DNS, x: 5 mx1.abc.com, 10 mx2.abc.com", "y: -", "127.0.0.1:53: nxdomain"],
    errors: ["Google Public DNS EDE 22 No Reachable Authority", "y EDE 9", "x servfail"],
  });
});

test("that there are no records is said in words, and a record that reads like an outcome stays", () => {
  assert.deepEqual(said({ values: [{ outcome: "timeout" }], public: ["timeout"] }), { values: ["No reply in time"], public: ["timeout"] });
});

test("an outcome without words stays", () => {
  assert.deepEqual(said({ outcomes: [{ resolver: "google", outcome: "refused" }] }), { outcomes: ["Google Public DNS: refused"] });
});

test("resolvers, families and providers are named; hosts and numbers stay", () => {
  assert.deepEqual(said({ resolvers: ["google", "x"], family: "hong-kong", provider: "nobody", host: "google", ttl: 60 }), {
    resolvers: ["Google Public DNS", "x"],
    family: "Hong Kong",
    provider: "nobody",
    host: "google",
    ttl: 60,
  });
});

test("pieces of one quotation stand in one", () => {
  assert.deepEqual(said({ matched: ["503", "inbox"] }), { matched: "503 … inbox" });
});

test("a reply is its question and its answer, and what only looks like one is none", () => {
  const reply = (key: string) => replyArgs(words, { key, severity: "info", args: {} });
  assert.deepEqual(reply("reply.account-status-blocked"), { question: "Which state?", answer: "Blocked" });
  assert.equal(reply("reply.account-status-melted"), undefined);
  assert.equal(reply("words.account-status-blocked"), undefined);
});

test("sites, products, reasons and slips are said in words, one or many; what has no words stays", () => {
  const args = said({ families: ["hong-kong", "mars"], reason: "bad-ip4", slip: "quotes", product: "direct-mail", term: "bad-ip4" });
  assert.deepEqual(args, {
    families: ["Hong Kong", "mars"],
    reason: "not an IPv4 address",
    slip: "quotation marks inside",
    product: "DirectMail",
    term: "bad-ip4",
  });
});

test("a bounce is told by what is known of it, and by its layout where nothing is", () => {
  const facts = (args: Parameters<typeof spoken>[1]) => said(args)["facts"];
  assert.deepEqual(
    facts({ layout: "postfix", recipient: "x@abc.com", server: "mx.abc.com", ip: "192.0.2.1", code: "550", enhanced: "5.1.1" }),
    ["about: x@abc.com", "server: mx.abc.com 192.0.2.1", "reply: 550 5.1.1"],
  );
  assert.deepEqual(facts({ layout: "postfix", text: "550 5.1.1 unknown", code: "550" }), ["reply: 550 5.1.1 unknown"]);
  assert.equal(facts({ layout: "postfix" }), "postfix");
  assert.equal(facts({ host: "abc.com" }), undefined);
});
