// What people write (tests/sentences/*.jsonl), read by the core without any lookup: is the right problem named, and is none
// of the guide's problems named if the trouble is something else?
//
// Three files were used for tuning: guide.jsonl and elsewhere.jsonl (trouble that is not the guide's), by the author of the
// phrases (a third of their rows, chosen by a hash of the text, is held out), and strangers.jsonl, by people who knew only the
// guide. unseen.jsonl is by such people too, and nobody who tunes phrases has read what fails there, so its score is the honest
// one (ALIMAIL_SHOW_HELD_OUT=1 shows the failures; then move the row to strangers.jsonl).

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import type { Case, Problem } from "../../../web/src/contract";
import guide from "../../../web/src/app/state/guide-problems.json";
import { loadCoreText } from "../support/core-node";
import { NativeCore } from "../support/native-core";
import { root } from "../support/root";

interface Row {
  text: string;
  lang: string;
  expect: string[]; // problems of the guide; the first problem named is one of them, and all of them are named. []: none is
  cause?: string; // of the first one, where the words tell it: likely or confirmed
  mouth: string; // who speaks
  file: string;
}

interface Outcome {
  row: Row;
  named: string[];
  right: boolean;
}

const folder = join(root, "tests/sentences");
const rows = readdirSync(folder)
  .filter((name) => name.endsWith(".jsonl"))
  .sort()
  .flatMap((file) =>
    readFileSync(join(folder, file), "utf8")
      .trim()
      .split("\n")
      .map((line) => ({ ...JSON.parse(line), file }) as Row),
  );
const isHeldOut = ({ text }: Row): boolean => createHash("sha256").update(text).digest()[0]! % 3 === 0;

function partOf(row: Row): "tuned" | "held out" | "unseen" {
  if (row.file === "unseen.jsonl") return "unseen";
  return row.file !== "strangers.jsonl" && isHeldOut(row) ? "held out" : "tuned";
}

const caseOf = ({ text }: Row): Case => ({ version: 1, now: "2026-11-23T08:00:00Z", subject: "", complaint: text }) as Case;

const native = new NativeCore();
after(() => native.close());

// The native core reads each sentence once: with sanitizers it takes ten times as long.
const said = new Map<Row, Promise<string>>();
function turnOf(row: Row): Promise<string> {
  const known = said.get(row) ?? native.advance(JSON.stringify(caseOf(row)));
  said.set(row, known);
  return known;
}

async function judged(row: Row): Promise<Outcome> {
  const turn = JSON.parse(await turnOf(row)) as { diagnosis: { problems: Problem[] } };
  const { problems } = turn.diagnosis;
  const named = problems.map(({ id }) => id);
  if (row.expect.length === 0) return { row, named, right: !named.some((id) => guide.includes(id)) };
  const cause = problems.flatMap(({ causes }) => causes).find(({ id }) => id === row.cause);
  const causeRight = row.cause === undefined || ["likely", "confirmed"].includes(cause?.state ?? "");
  return { row, named, right: row.expect.includes(named[0] ?? "") && row.expect.every((id) => named.includes(id)) && causeRight };
}

const percent = (some: number, all: number): string => `${some} of ${all} (${((100 * some) / all).toFixed(1)} %)`;

function score(outcomes: Outcome[], what: string): { named: number; alarms: number } {
  const covered = outcomes.filter(({ row }) => row.expect.length > 0);
  const others = outcomes.filter(({ row }) => row.expect.length === 0);
  const right = covered.filter((outcome) => outcome.right).length;
  const alarms = others.filter((outcome) => !outcome.right).length;
  console.log(`${what}: named right ${percent(right, covered.length)}, false alarms ${percent(alarms, others.length)}`);
  return { named: right / covered.length, alarms: alarms / others.length };
}

function confusion(outcomes: Outcome[]): void {
  const counts = new Map<string, Map<string, number>>();
  for (const { row, named } of outcomes) {
    const line = counts.get(row.expect[0] ?? "(none)") ?? new Map<string, number>();
    line.set(named[0] ?? "(none)", (line.get(named[0] ?? "(none)") ?? 0) + 1);
    counts.set(row.expect[0] ?? "(none)", line);
  }
  console.log("expected problem × first problem named:");
  for (const [expected, line] of counts) console.log(`  ${expected}: ${[...line].map(([name, count]) => `${name} ${count}`).join(", ")}`);
}

const shown = ({ row, named }: Outcome): string =>
  `  [${row.lang}] ${row.text} | expected ${[...row.expect, row.cause ?? ""].join(" ") || "none"} | named ${named.join(" ") || "none"}`;

test("sentences of people are named right, and others raise no false alarm", async () => {
  const outcomes = await Promise.all(rows.map(judged));
  const of = (part: ReturnType<typeof partOf>) => outcomes.filter(({ row }) => partOf(row) === part);
  const tuned = of("tuned");
  console.log(`${rows.length} sentences, ${rows.filter(({ lang }) => lang !== "en").length} of them Chinese`);
  const { named, alarms } = score(tuned, "tuned");
  score(of("held out"), "held out, by the same author");
  const { named: namedUnseen, alarms: alarmsUnseen } = score(of("unseen"), "unseen, by others");
  confusion(outcomes);
  const failing = (process.env["ALIMAIL_SHOW_HELD_OUT"] ? outcomes : tuned).filter(({ right }) => !right);
  if (failing.length > 0) console.log(`still failing:\n${failing.map(shown).join("\n")}`);
  assert.ok(named >= 0.95, "of the sentences that the guide covers 95 % are named right");
  assert.ok(alarms <= 0.03, "of the others 3 % raise a false alarm");
  // The aim is 95 %; the figure that was reached must not fall.
  assert.ok(namedUnseen >= 0.93, "of sentences that nobody has tuned on 93 % are named right");
  assert.ok(alarmsUnseen <= 0.03, "of the others among them 3 % raise a false alarm");
});

test("the wasm core reads every sentence as the native one does", { skip: Boolean(process.env["ALIMAIL_NATIVE_ONLY"]) }, async () => {
  const wasm = await loadCoreText();
  for (const row of rows) assert.equal(wasm(JSON.stringify(caseOf(row))), await turnOf(row), row.text);
});

// The aim is 15 kB; the size that was reached must not grow.
test("the phrases weigh no more than was reached", () => {
  const weight = brotliCompressSync(JSON.stringify(JSON.parse(readFileSync(join(root, "core/words/phrases.json"), "utf8")))).length;
  console.log(`phrases.json: ${weight} bytes of brotli (aim: 15000)`);
  assert.ok(weight <= 17_600);
});
