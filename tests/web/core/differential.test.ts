// What the fuzzers keep in tests/fuzz/corpus/ gives the same bytes in the native core, the wasm and its fallback.
//
// The door's inputs go in as they are. Scripts of "cases" are played by the native core, and their last cases go in. The
// inputs of parsers go in where a case holds such a text: as the complaint, the subject, or the body of an answer.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import type { Answer, Case } from "../../../web/src/contract";
import { loadCoreText, loadFallbackText } from "../support/core-node";
import { NativeCore, nativeProgram } from "../support/native-core";
import { root } from "../support/root";

const corpus = join(root, "tests/fuzz/corpus");
const replayProgram = join(dirname(nativeProgram), "fuzz/alimail_fuzz_replay");
const native = new NativeCore();
after(async () => assert.equal(await native.close(), 0, "the native core ended well"));

const now = "2026-11-23T08:00:00Z";
const base: Case = { version: 1, now, subject: "abc.example", complaint: "" };
const answer: Answer = { resolver: "a", name: "abc.example", type: "MX", at: now, status: 200 };
const text = (bytes: Buffer): string => new TextDecoder().decode(bytes); // what is no UTF-8 becomes U+FFFD
const withBody = (contentType: string) => (bytes: Buffer) =>
  JSON.stringify({ ...base, answers: [{ ...answer, contentType, bodyBase64: bytes.toString("base64") }] });
const withComplaint = (bytes: Buffer): string => JSON.stringify({ ...base, complaint: text(bytes) });

// How the inputs of a target become case texts.
const entries: Record<string, (bytes: Buffer) => string> = {
  door: (bytes) => text(bytes).replace(/[\r\n]/g, " "), // the native core reads lines
  doh_json: withBody("application/dns-json"),
  message: withBody("application/dns-message"),
  names: (bytes) => JSON.stringify({ ...base, subject: text(bytes) }),
  pasted: withComplaint,
  words: withComplaint,
};

const inputs = (target: string): string[] => readdirSync(join(corpus, target)).map((name) => join(corpus, target, name));

async function compare(cases: [path: string, caseText: string][]): Promise<void> {
  const [wasm, fallback] = [await loadCoreText(), await loadFallbackText()];
  for (const [path, caseText] of cases) {
    const turn = await native.advance(caseText);
    assert.equal(wasm(caseText), turn, `native and wasm differ: ${path}`);
    assert.equal(fallback(caseText), turn, `native and the fallback differ: ${path}`);
  }
}

for (const [target, caseOf] of Object.entries(entries)) {
  test(`the three cores say the same to the corpus of ${target}`, async () => {
    await compare(inputs(target).map((path) => [path, caseOf(readFileSync(path))]));
  });
}

test("the three cores say the same to the corpus of cases", async () => {
  const paths = inputs("cases");
  const played = execFileSync(replayProgram, ["--cases", ...paths], { encoding: "utf8", maxBuffer: 1 << 30 });
  const cases = played.split("\n").slice(0, -1);
  assert.equal(cases.length, paths.length);
  await compare(paths.map((path, index) => [path, cases[index]!]));
});
