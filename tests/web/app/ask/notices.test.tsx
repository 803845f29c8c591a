// What the page says about the lookups themselves: who has not answered, who has not answered yet, and whether to try again.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { LedgerRow, Outcome } from "../../../../web/src/contract";
import { LookupNotices } from "../../../../web/src/app/ask/notices";
import { show, viewIn } from "../../support/drawing";

const row = ([resolver, outcome]: [string, Outcome]): LedgerRow => ({ resolver, outcome }) as LedgerRow;
const good: [string, Outcome] = ["a", "records"];
const late: [string, Outcome] = ["b", "timeout"];
const broken: [string, Outcome] = ["c", "blocked"];

/** What happens, the ledger, who is waited for, the kinds of notes, and whether another attempt is offered. */
const cases: [string, [string, Outcome][], string[] | undefined, string[], boolean][] = [
  ["all have answered", [good], undefined, [], false],
  ["one is late", [good, late], ["b"], ["lookups-waiting"], false],
  ["one has failed, one is late", [good, late, broken], ["b"], ["lookups-some", "lookups-waiting"], false],
  ["the late one never came", [good, late], [], ["lookups-some"], false],
  ["all are late", [late], ["b"], ["lookups-waiting"], false],
  ["none came", [late], [], ["lookups-none"], true],
];
for (const [what, ledger, waiting, kinds, again] of cases) {
  test(what, async () => {
    const place = await show(
      <LookupNotices view={viewIn("en")} ledger={ledger.map(row)} refused={[]} waiting={waiting} onRetry={() => {}} />,
    );
    const all = ["lookups-some", "lookups-none", "lookups-waiting"].filter((kind) => place.test(kind));
    assert.deepEqual(all, kinds);
    assert.equal(/Try again/.test(place.textContent), again);
  });
}

test("it is said how many and who, and when all have answered", async () => {
  const say = async (waiting: string[], ledger: [string, Outcome][]) =>
    (await show(<LookupNotices view={viewIn("en")} ledger={ledger.map(row)} refused={[]} waiting={waiting} onRetry={undefined} />))
      .textContent;
  assert.match(await say(["b"], [good, late]), /^b has not answered yet/);
  assert.match(await say(["b", "c"], [good, late, broken]), /^2 resolvers have not answered yet \(b and c\)/);
  assert.match(await say([], [good]), /All resolvers have answered/);
});
