// The saved cases that the page shows without a network: complete for the checks of today, and about what their names say.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { examples, moved } from "../../../../web/src/app/state/load-example";
import { isRefusal, type Case, type Turn } from "../../../../web/src/contract";
import { loadCoreNode } from "../../support/core-node";
import { root } from "../../support/root";

const folder = join(root, "web/examples");
const expected: Record<(typeof examples)[number], string> = {
  "login-record-missing": "change-record: login-record-missing",
  "account-frozen": "ask-administrator: account-frozen",
  "history-503": "wait: storage-outage",
  "mail-not-arriving": "change-record: mx-of-two-providers",
};

test("the page lists the examples that are there", () => {
  assert.deepEqual(readdirSync(folder).sort(), examples.map((id) => `${id}.json`).sort());
});

for (const id of examples) {
  test(`the example ${id} is complete: if not, run tests/tools/make-examples.ts`, async () => {
    const core = await loadCoreNode();
    const saved = JSON.parse(readFileSync(join(folder, `${id}.json`), "utf8")) as Case;
    for (const now of [new Date(saved.now), new Date("2027-05-01T12:00:00Z")]) {
      const turn = core.advance(moved(saved, now));
      assert.equal(isRefusal(turn), false);
      const { ask, diagnosis } = turn as Turn;
      assert.deepEqual(
        ask.queries.map(({ name, type }) => `${name} ${type}`),
        [],
      );
      assert.deepEqual(ask.probes, []);
      assert.equal(`${diagnosis.action}: ${diagnosis.problems[0]?.causes[0]?.id}`, expected[id]);
    }
  });
}
