// Every cause is met in a story in each of the five states in which it can be. tests/web/scenarios.test.ts plays them.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "./support/root";
import { allStories } from "./support/stage";

interface CauseRule {
  id: string;
  confirmed?: string[][];
  likely?: string[][];
  ruled_out?: string[][];
  needs?: string[];
}
interface ProblemRule {
  id: string;
  causes: CauseRule[];
}

const problems = readdirSync(join(root, "core/problems"))
  .filter((name) => name.endsWith(".json") && name !== "steps.json")
  .map((name) => JSON.parse(readFileSync(join(root, "core/problems", name), "utf8")) as ProblemRule);

// In which states the clauses let a cause be.
function statesOf(cause: CauseRule): string[] {
  return [
    ...(cause.confirmed?.length ? ["confirmed"] : []),
    ...(cause.likely?.length ? ["likely"] : []),
    "possible",
    ...(cause.needs?.length ? ["cannot-tell"] : []),
    ...(cause.ruled_out?.length ? ["ruled-out"] : []),
  ];
}

// Whatever its family says decides these causes for or against, so none of them is ever left open.
const neverPossible = new Set<string>([]);

function met(): Set<string> {
  const seen = new Set<string>();
  for (const { story } of allStories()) {
    for (const [problem, causes] of Object.entries(story.expect.problems)) {
      if (typeof causes === "string") {
        seen.add(`${problem}.${causes.replace(" is ", " ")}`);
        continue;
      }
      for (const { id } of problems.find((each) => each.id === problem)?.causes ?? []) seen.add(`${problem}.${id} ${causes[id] ?? causes["others"] ?? ""}`);
    }
  }
  return seen;
}

test("every cause is met in every state in which it can be", () => {
  const seen = met();
  const possible = problems.flatMap(({ id, causes }) => causes.flatMap((cause) => statesOf(cause).map((state) => `${id}.${cause.id} ${state}`)));
  const missing = possible.filter((each) => !seen.has(each) && !(each.endsWith(" possible") && neverPossible.has(each.split(" ")[0]!)));
  assert.deepEqual(missing, [], "tell a story of it in tests/scenarios");
});
