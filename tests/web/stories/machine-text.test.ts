// What programs print and people paste (tests/machine-text/*.jsonl), read by the core without any lookup: is it about the right
// problem and cause, and is nothing named as likely that it is not about?
//
// A row says what the text is about: "problem/cause", "problem" if the cause needs a lookup, several joined by "|", or "" for
// nothing. tuned.jsonl was used for tuning. unseen.jsonl was written together with it, before the data that reads it, and is not
// looked at while tuning (ALIMAIL_SHOW_HELD_OUT=1 shows what fails there; then move the row to tuned.jsonl).

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import type { Problem } from "../../../web/src/contract";
import { NativeCore } from "../support/native-core";
import { root } from "../support/root";

interface Row {
  kind: string;
  says: string;
  text: string;
  subject?: string;
}

interface Outcome {
  row: Row;
  got: string;
  right: boolean;
  false: boolean; // likely or confirmed, and wrong
}

const native = new NativeCore();
after(() => native.close());

const isNamed = ({ state }: { state: string }): boolean => ["likely", "confirmed"].includes(state);

async function judged(row: Row): Promise<Outcome> {
  const asked = { version: 1, now: "2026-11-23T08:00:00Z", subject: row.subject ?? "", complaint: row.text };
  const turn = JSON.parse(await native.advance(JSON.stringify(asked))) as { diagnosis: { problems: Problem[] } };
  const { problems } = turn.diagnosis;
  if (row.says === "") {
    const named = problems.find(({ causes }) => causes.some(isNamed));
    return { row, got: named?.id ?? "", right: !named, false: Boolean(named) };
  }
  const first = problems[0];
  const cause = first?.causes[0];
  const known = cause !== undefined && isNamed(cause);
  const right = row.says.split("|").some((one) => (one.includes("/") ? known && one === `${first!.id}/${cause.id}` : one === first?.id));
  return { row, got: first ? `${first.id}/${cause!.id} is ${cause!.state}` : "", right, false: !right && known };
}

async function score(part: "tuned" | "unseen"): Promise<{ right: number; false: number }> {
  const lines = readFileSync(join(root, `tests/machine-text/${part}.jsonl`), "utf8")
    .trim()
    .split("\n");
  const outcomes = await Promise.all(lines.map((line) => judged(JSON.parse(line) as Row)));
  const right = outcomes.filter((each) => each.right).length;
  const wrong = outcomes.filter((each) => each.false).length;
  console.log(`machine text, ${part}: ${right} of ${outcomes.length} right, ${wrong} false`);
  for (const { row, got, right: isRight } of outcomes) {
    if (!isRight && (part === "tuned" || process.env["ALIMAIL_SHOW_HELD_OUT"]))
      console.log(`  [${row.kind}] ${row.text.slice(0, 120)} | expected ${row.says || "nothing"} | named ${got || "nothing"}`);
  }
  return { right: right / outcomes.length, false: wrong / outcomes.length };
}

test("what programs print is read as what it is about", async () => {
  const tuned = await score("tuned");
  const unseen = await score("unseen");
  assert.equal(tuned.right, 1);
  assert.equal(tuned.false, 0);
  assert.ok(unseen.right >= 0.93, "of texts that nobody has tuned on 93 % are read right");
  assert.ok(unseen.false <= 0.05, "of them 5 % name something false");
});
