// Some story has every cause in each of the five states that it can be in. scenarios.test.ts plays the stories.

import assert from "node:assert/strict";
import { test } from "node:test";
import { problems, type CauseRule } from "../support/core-data";
import { allStories } from "../support/stage";

// The states that the clauses of a cause allow.
function statesOf(cause: CauseRule): string[] {
  return [
    ...(cause.confirmed?.length ? ["confirmed"] : []),
    ...(cause.likely?.length ? ["likely"] : []),
    "possible",
    ...(cause.needs?.length ? ["cannot-tell"] : []),
    ...(cause.ruled_out?.length ? ["ruled-out"] : []),
  ];
}

// The records always decide for or against these causes; without records they cannot be told.
const neverPossible = new Set([
  "login-page-unreachable.login-record-doubled",
  "login-page-unreachable.login-record-missing",
  "login-page-unreachable.login-record-wrong",
  "login-page-unreachable.domain-broken",
  "mail-not-arriving.apex-alias-conflict",
  "mail-not-arriving.mx-record-missing",
  "mail-not-arriving.mx-of-two-providers",
  "mail-not-arriving.mx-elsewhere",
  "mail-not-arriving.mx-wrong-name",
  "mail-not-arriving.mx-set-incomplete",
  "mail-not-arriving.mx-target-broken",
  "mail-not-arriving.mail-switched-off",
  "mail-not-arriving.receiving-domain-broken",
  "weak-authentication.spf-several-records",
  "weak-authentication.spf-record-broken",
  "weak-authentication.spf-record-missing",
  "weak-authentication.dkim-record-broken",
  "weak-authentication.dkim-absent",
  "weak-authentication.dmarc-record-broken",
  "weak-authentication.dmarc-record-missing",
]);

function met(): Set<string> {
  const seen = new Set<string>();
  for (const { story } of allStories()) {
    for (const [problem, causes] of Object.entries(story.expect.problems)) {
      if (typeof causes === "string") {
        seen.add(`${problem}.${causes.replace(" is ", " ")}`);
        continue;
      }
      for (const { id } of problems.find((each) => each.id === problem)?.causes ?? [])
        seen.add(`${problem}.${id} ${causes[id] ?? causes["others"] ?? ""}`);
    }
  }
  return seen;
}

test("every cause is met in every state in which it can be", () => {
  const seen = met();
  const possible = problems.flatMap(({ id, causes }) =>
    causes.flatMap((cause) => statesOf(cause).map((state) => `${id}.${cause.id} ${state}`)),
  );
  const missing = possible.filter((each) => !seen.has(each) && !(each.endsWith(" possible") && neverPossible.has(each.split(" ")[0]!)));
  assert.deepEqual(missing, [], "tell a story of it in tests/scenarios");
});
