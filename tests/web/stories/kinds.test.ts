// What people write, of every kind: the ten problems, how-to questions, other services, nothing of ours. tests/sentences/held-out
// is by people of other mouths than those that the classifier was trained on, and nobody tunes on it. Its scores are
// printed by kind, language and mouth, beside those of phrases alone and of the classifier alone.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import type { Case, Turn } from "../../../web/src/contract";
import guide from "../../../web/src/app/state/guide-problems.json";
import { nativeProgram, NativeCore } from "../support/native-core";
import { root } from "../support/root";

interface Row {
  text: string;
  lang: string;
  mouth: string;
  kinds: string[]; // the first is the one, others are in it besides
}

const folder = join(root, "tests/sentences");
const lines = (path: string) => readFileSync(path, "utf8").trim().split("\n");
const files = (name: string) =>
  readdirSync(join(folder, name))
    .sort()
    .map((file) => join(folder, name, file));

function rowsOf(path: string): Row[] {
  const [head, ...rest] = lines(path).map((line) => JSON.parse(line));
  return rest.map(({ text, lang, mouth, also }) => ({ text, lang, mouth, kinds: [head.kind, ...(also ?? [])] }));
}

const heldOut = files("held-out").flatMap(rowsOf);
const native = new NativeCore();
const reader = new NativeCore(join(dirname(nativeProgram), "alimail_readings"));
after(() => Promise.all([native.close(), reader.close()]));

interface Read {
  row: Row;
  led: string; // what comes first: a topic, a problem, "closest" or ""
  named: string[];
  right: boolean; // it comes first
  offered: boolean; // it comes first, or is one of the three that are offered
  alarm: boolean; // a problem of the guide is named, and it is none
  leads: boolean; // and it comes first
  phrases: boolean; // what phrases alone make of it is right
  alone: boolean; // and the classifier alone
}

const problems = readdirSync(join(root, "core/problems"))
  .filter((name) => name.endsWith(".json") && name !== "shared.json")
  .map((name) => JSON.parse(readFileSync(join(root, "core/problems", name), "utf8")) as { id: string; symptoms: string[] });
const ours = (kind: string) => (kind === "not-alibaba-mail" ? "other-service" : kind);

async function read(row: Row): Promise<Read> {
  const one = { version: 1, now: "2026-11-23T08:00:00Z", subject: "", complaint: row.text } as Case;
  const { diagnosis } = JSON.parse(await native.advance(JSON.stringify(one))) as Turn;
  const alone = JSON.parse(await reader.advance(row.text.replaceAll("\n", " "))) as { phrases: string[]; likeness: [string, number][] };
  const named = diagnosis.problems.map(({ id }) => ours(id));
  const closest = diagnosis.closest ?? [];
  const led = diagnosis.topic?.id ?? named[0] ?? (closest.length > 0 ? "closest" : "");
  const byPhrases = problems.filter(({ symptoms }) => symptoms.some((key) => alone.phrases.includes(key))).map(({ id }) => ours(id));
  const isNothing = row.kinds[0] === "nothing";
  const right = isNothing ? led === "closest" || led === "" : row.kinds.includes(led);
  const alarm = !row.kinds.some((kind) => guide.includes(kind)) && named.some((kind) => guide.includes(kind));
  return {
    row,
    led,
    named,
    right,
    offered: right || (!isNothing && closest.slice(0, 3).some((kind) => row.kinds.includes(kind))),
    alarm,
    leads: alarm && guide.includes(led),
    phrases: isNothing ? byPhrases.length === 0 : byPhrases.some((kind) => row.kinds.includes(kind)),
    alone: row.kinds.includes(alone.likeness[0]?.[0] ?? "nothing"),
  };
}

const share = (some: readonly unknown[], all: readonly unknown[]): string =>
  `${((100 * some.length) / all.length).toFixed(1).padStart(5)} %`;

function print(title: string, reads: Read[], groups: (read: Read) => string): void {
  console.log(`${title.padEnd(28)}     n   first  offered   alarm    leads  phrases  classifier`);
  for (const group of [...new Set(reads.map(groups))].sort()) {
    const of = reads.filter((read) => groups(read) === group);
    const columns = (["right", "offered", "alarm", "leads", "phrases", "alone"] as const).map((what) =>
      share(
        of.filter((read) => read[what]),
        of,
      ),
    );
    console.log(`  ${group.padEnd(26)} ${String(of.length).padStart(5)} ${columns.join("  ")}`);
  }
}

test("sentences that nobody tunes on are understood", async () => {
  const reads = await Promise.all(heldOut.map(read));
  print("all", reads, () => "all");
  print("language", reads, ({ row }) => row.lang);
  print("kind", reads, ({ row }) => row.kinds[0]!);
  print("mouth", reads, ({ row }) => row.mouth);
  for (const lang of [...new Set(reads.map(({ row }) => row.lang))].sort()) {
    const wrong = new Map<string, number>();
    for (const { row, led, right } of reads) {
      const pair = `${row.kinds[0]} -> ${led || "nothing"}`;
      if (!right && row.lang === lang) wrong.set(pair, (wrong.get(pair) ?? 0) + 1);
    }
    const often = [...wrong].sort((a, b) => b[1] - a[1]).slice(0, 12);
    console.log(`${lang}, most often wrong: ${often.map(([pair, count]) => `${pair} ${count}`).join(", ")}`);
  }
  const rate = (what: "right" | "offered" | "alarm" | "leads") => reads.filter((each) => each[what]).length / reads.length;
  // The aims are 95 % and 1 %; the figures that were reached must not fall.
  assert.ok(rate("right") >= 0.915, "91.5 % come first");
  assert.ok(rate("offered") >= 0.965, "96.5 % come first or are among the three that are offered");
  assert.ok(rate("alarm") <= 0.027, "2.7 % name a problem of the guide that they are not about");
  assert.ok(rate("leads") <= 0.012, "with 1.2 % it comes first");
});

test("no sentence is in two files, and none that is trained on is in what nobody tunes on", () => {
  const seen = new Map<string, string>();
  for (const path of [...files("kinds"), ...files("held-out")]) {
    for (const { text } of rowsOf(path)) {
      assert.equal(seen.get(text.toLowerCase()), undefined, `${text} in ${path}`);
      seen.set(text.toLowerCase(), path);
    }
  }
});

test("a file of sentences says what belongs in it, and what does not", () => {
  for (const path of [...files("kinds"), ...files("held-out")]) {
    const head = JSON.parse(lines(path)[0]!);
    assert.deepEqual(Object.keys(head), ["kind", "belongs", "not"], path);
    assert.ok(path.endsWith(`/${head.kind}.jsonl`), path);
  }
});

test("the classifier is the one that the sentences give", () => {
  const hash = createHash("sha256");
  for (const path of files("kinds")) hash.update(readFileSync(path));
  for (const name of ["elsewhere", "guide", "strangers"]) hash.update(readFileSync(join(folder, `${name}.jsonl`)));
  const model = JSON.parse(readFileSync(join(root, "core/words/likeness.json"), "utf8"));
  assert.equal(model.sentences, hash.digest("hex"), "run tests/sentences/train.py");
});
