// Verdict, owner, action, steps and verification of every cause agree, and nothing destroys without saying so. The rules are
// about data, so a new cause is held to them, too.

import assert from "node:assert/strict";
import { test } from "node:test";
import { problems, shared, type CauseRule } from "../support/core-data";

interface Named {
  name: string;
  problem: string;
  cause: CauseRule;
}

const causes: Named[] = problems.flatMap((problem) =>
  problem.causes.map((cause) => ({ name: `${problem.id}.${cause.id}`, problem: problem.id, cause })),
);
const roleOf = new Map(shared.steps.map(({ id, role }) => [id, role]));

// The steps that somebody with this role sees. Twins of one step (with and without a value) both count.
const seenBy = (role: string, { steps }: CauseRule): string[] => steps.filter((id) => [undefined, role].includes(roleOf.get(id)));

function holds(rule: (named: Named) => string | undefined): void {
  const broken = causes.flatMap((named) => {
    const complaint = rule(named);
    return complaint === undefined ? [] : [`${named.name}: ${complaint}`];
  });
  assert.deepEqual(broken, []);
}

// Who fixes it, and what the headline may then say.
const actionsOf: Record<string, string[]> = {
  you: ["fix-on-your-device", "wait", "not-alibaba-mail"],
  network: ["fix-on-your-device"],
  postmaster: ["ask-administrator", "change-record"],
  buyer: ["renew-subscription"],
  "dns-host": ["change-record", "wait"],
  registrant: ["check-domain"],
  "alibaba-mail": ["contact-support", "wait"],
  recipient: ["contact-recipient", "wait", "need-more"],
  sender: ["contact-sender"],
};

test("the action asks the owner to act, and nobody else", () => {
  holds(({ cause: { owner, action } }) => (actionsOf[owner]?.includes(action) ? undefined : `${owner} is told "${action}"`));
});

test("an administrator who is the person is told to act, and not to ask themselves", () => {
  holds(({ cause: { action, postmaster_action } }) =>
    (action === "ask-administrator") === (postmaster_action === "use-admin-console" || postmaster_action === "fix-on-your-device")
      ? undefined
      : `"${action}", and "${postmaster_action}" for an administrator`,
  );
});

const waits = [
  "wait-until",
  "wait-for-change",
  "wait-for-dns",
  "stop-clients-and-wait-an-hour",
  "pause-sending",
  "slow-down",
  "check-status-pages",
  "send-later",
];

test("who is told to wait is told what for, first", () => {
  holds(({ cause }) => {
    if (cause.action !== "wait") return undefined;
    const at = cause.steps.findIndex((id) => waits.includes(id));
    return at >= 0 && at <= 1 ? undefined : `no step of ${cause.steps.join(", ")} waits`;
  });
});

test("who can fix it alone begins with a step of their own, without rights that they may lack", () => {
  holds(({ cause }) => {
    if (cause.owner !== "you") return undefined;
    const [first] = seenBy("member", cause);
    return first !== undefined && !/^ask-(?!that-provider)/.test(first) ? undefined : `begins with ${first}`;
  });
});

test("what needs an administrator has clicks for one, and for everybody else whom to ask", () => {
  holds(({ cause }) => {
    if (cause.action !== "ask-administrator") return undefined;
    const clicks = cause.steps.filter((id) => roleOf.get(id) === "postmaster");
    const asks = seenBy("member", cause).filter((id) => id.startsWith("ask-"));
    // What the auditor of the company decides has no clicks.
    if (clicks.length === 0 && cause.id !== "audit-refused") return "no clicks";
    return asks.length > 0 ? undefined : "nobody to ask";
  });
});

test("what changes the DNS has a step that changes a record", () => {
  holds(({ cause }) => {
    if (cause.action !== "change-record") return undefined;
    const changes = cause.steps.some((id) => /record|mx-set|-mx|alias|spf|senders|server|include|dkim|dmarc|lookups/.test(id));
    return changes ? undefined : cause.steps.join(", ");
  });
});

// What shows that this very trouble is over: signing in for signing in, receiving for receiving.
const shownBy: Record<string, string[]> = {
  "login-page-unreachable": ["login-opens"],
  "account-cannot-send": ["send-test-mail"],
  "history-unavailable": ["old-mails-open"],
  "login-rejected": ["sign-in-works"],
  "client-cannot-connect": ["client-connects"],
  "mail-not-arriving": ["test-mail-arrives", "sender-test-arrives"],
  "bounced-by-recipient": ["resend-to-recipient", "authentication-passes"],
  "weak-authentication": ["authentication-passes"],
  "sender-mismatch": ["send-same-way"],
  "not-alibaba-mail": [], // another service shows it
};

test("every cause is verified by what did not work", () => {
  holds(({ problem, cause }) => {
    const wanted = shownBy[problem];
    assert.ok(wanted !== undefined, `${problem}: say in shownBy what shows that it works again`);
    return wanted.length === 0 || wanted.some((id) => cause.verify.includes(id)) ? undefined : `verified by ${cause.verify.join(", ")}`;
  });
});

test("there is a way to one's mail, or to the other person, before the repair", () => {
  // Where the first step solves it at once, or where nobody can be reached without it.
  const without = new Set([
    "client-cannot-connect.client-locked",
    "account-cannot-send.weak-password",
    "account-cannot-send.session-expired",
    "mail-not-arriving.sender-not-authenticated",
    "mail-not-arriving.filtered-or-full",
    "bounced-by-recipient.recipient-unknown",
    "bounced-by-recipient.recipient-full",
    "bounced-by-recipient.recipient-barred",
    "bounced-by-recipient.blocked-by-recipient",
    "bounced-by-recipient.audit-refused",
    "bounced-by-recipient.too-large",
    "bounced-by-recipient.virus-found",
    "weak-authentication.spf-too-open",
  ]);
  const immediate = ["login-rejected", "history-unavailable", "not-alibaba-mail"]; // their steps are the way
  holds(({ name, problem, cause }) =>
    without.has(name) || immediate.includes(problem) || (cause.meanwhile ?? []).length > 0 ? undefined : "nothing to do meanwhile",
  );
});

// What destroys, and what must be said or done first.
const precautions: Record<string, string[]> = {
  "free-space": ["ask-quota", "raise-quota"],
  "remove-apex-alias": ["give-website-address"],
  "close-spf-record": ["check-all-senders"],
  "unblock-account": ["find-what-was-sent"],
  "remove-foreign-mx": ["is-it-a-filter"],
  "merge-spf-records": ["check-all-senders"],
  "spf-records": ["check-all-senders"],
  "restore-from-trash": ["stop-deleting-device"],
  "check-again-then-add": ["remove-apex-alias"],
  "lower-spf-lookups": ["check-all-senders"],
  "mend-spf-record": ["check-all-senders"],
};

test("a step that can lose mail, a website or an account comes after its precaution", () => {
  holds(({ cause: { steps } }) => {
    for (const [id, before] of Object.entries(precautions)) {
      const at = steps.indexOf(id);
      if (at >= 0 && !before.some((other) => steps.slice(0, at).includes(other))) return `${id} without ${before.join(" or ")}`;
    }
    return undefined;
  });
});

test("nothing is told twice, neither as the way out and a step, nor at the end", () => {
  holds(({ cause: { steps, meanwhile = [] } }) => {
    const all = [...meanwhile, ...steps];
    return new Set(all).size === all.length ? undefined : all.join(", ");
  });
  for (const { id, otherwise } of problems) assert.equal(new Set(otherwise).size, otherwise.length, id);
});

test("every problem has a last resort: what to collect, and whom to ask", () => {
  for (const { id, otherwise } of [...problems, { id: "no problem", otherwise: shared.otherwise }]) {
    assert.ok(
      otherwise.some((step) => ["collect-facts", "read-bounce-reason"].includes(step)),
      `${id}: nothing to collect`,
    );
    assert.ok(
      otherwise.some((step) => step.startsWith("open-ticket") || step === "ask-that-provider"),
      `${id}: nobody to ask`,
    );
  }
});
