// The worst that people and servers can send to `advance`, in wasm and in its fallback without WebAssembly.
//
// Rule: `advance` takes at most 50 ms in wasm and 500 ms in the fallback for thirty answers of 64 kB. Times are compared with
// those of a loop that runs in the same process, so that a slow or busy machine changes both. "growth" is the time of the
// whole case divided by that of half of it: 2 is linear, and less where a limit cuts the whole.
//
//   node build/bench/hostile.mjs [part of a name]

import { jsonText } from "../../web/src/core/json-text";
import { advanceText } from "../../web/src/core/module";
import type { Answer, Case, Turn } from "../../web/src/contract";
import { loadCoreModule, loadFallbackModule } from "../web/support/core-node";
import { hostileCases, type Hostile, type Question } from "./hostile-cases";
import { domain } from "./hostile-texts";
import { message } from "./wire";

const wasmLimit = 50; // ms
const fallbackLimit = 500;
const taskLimit = 200; // from the case as an object to the turn as an object, which is one task of the page
const loopAtRest = 1.5; // ms that the loop below takes on the machine for which the limits were set
const slack = 1.5; // for what the loop does not feel: caches, garbage
const maxRounds = 12;
const maxBodies = 2_000_000; // bytes: thirty answers of 64 kB
const bytes = new Uint8Array(1_000_000).fill(7);
const now = "2026-11-23T08:00:00Z";

const core = await loadCoreModule();
const fallback = await loadFallbackModule();
for (let i = 0; i < 30; ++i) advanceText(fallback, jsonText(opening(hostileCases[0]!, 0.1))); // let it be compiled

const wanted = process.argv[2] ?? "";
const worst = { wasm: { time: 0, name: "" }, fallback: { time: 0, name: "" }, task: { time: 0, name: "" } };
const failed: string[] = [];
console.log(" kB in  kB out    wasm ms  growth   fallback ms  growth  task ms");
for (const hostile of hostileCases.filter((each) => each.name.includes(wanted))) measure(hostile);
for (const [what, { time, name }] of Object.entries(worst)) console.log(`worst ${what}: ${time.toFixed(1)} ms, ${name}`);
for (const line of failed) console.log(`TOO SLOW: ${line}`);
console.log(`the loop: ${least(loop, 9).toFixed(2)} ms`);
console.log(`#counts ${hostileCases.length - failed.length} ${failed.length}`);
process.exit(failed.length ? 1 : 0);

function measure(hostile: Hostile): void {
  const [whole, half] = [1, 0.5].map((share) => jsonText(caseOf(hostile, share))) as [string, string];
  const input = JSON.parse(whole) as Case;
  const turn = advanceText(core, whole);
  if (advanceText(fallback, whole) !== turn) throw new Error(`${hostile.name}: the fallback says something else than the wasm`);
  const times = {
    wasm: least(() => advanceText(core, whole), 5),
    half: least(() => advanceText(core, half), 5),
    fallback: least(() => advanceText(fallback, whole), 3),
    fallbackHalf: least(() => advanceText(fallback, half), 3),
    task: least(() => JSON.parse(advanceText(core, jsonText(input))), 3),
  };
  const column = (value: number, width: number, digits = 1): string => value.toFixed(digits).padStart(width);
  console.log(
    `${column(whole.length / 1000, 6, 0)} ${column(turn.length / 1000, 7, 0)} ${column(times.wasm, 10)} ${column(times.wasm / times.half, 7)} ` +
      `${column(times.fallback, 13)} ${column(times.fallback / times.fallbackHalf, 7)} ${column(times.task, 8)}  ${hostile.name}`,
  );
  judge(hostile.name, "wasm", times.wasm, wasmLimit);
  judge(hostile.name, "fallback", times.fallback, fallbackLimit);
  judge(hostile.name, "task", times.task, taskLimit);
}

function judge(name: string, what: keyof typeof worst, time: number, limit: number): void {
  if (time > worst[what].time) worst[what] = { time, name };
  if (time <= limit) return;
  const speed = least(loop, 9) / loopAtRest; // only now, because it matters only to a machine that is slow
  if (time > limit * Math.max(1, speed) * slack) failed.push(`${name}: ${time.toFixed(0)} ms in ${what}, ${limit} are allowed`);
}

// The hash of a megabyte: integers, memory, no allocation.
function loop(): number {
  let hash = 2166136261;
  for (let i = 0; i < bytes.length; ++i) hash = Math.imul(hash ^ bytes[i]!, 16777619);
  return hash;
}

// Milliseconds of processor time, which other processes change less than the time on the clock.
function least(work: () => unknown, runs: number): number {
  let time = Infinity;
  for (let i = 0; i < runs; ++i) {
    const from = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(from);
    time = Math.min(time, (user + system) / 1000);
    if (time > 1000) break;
  }
  return time;
}

// ---- the case at the end of the run

function opening(hostile: Hostile, share: number): Case {
  return {
    version: 1,
    now,
    subject: hostile.subject?.(share) ?? domain,
    complaint: hostile.complaint?.(share) ?? "",
    replies: hostile.replies?.(share) ?? {},
    nonce: "f3k9q2x7",
    answers: [],
    probes: [],
  };
}

function caseOf(hostile: Hostile, share: number): Case {
  const input = opening(hostile, share);
  const answers = input.answers!;
  const resolvers = Array.from({ length: hostile.resolvers ?? 5 }, (_, index) => `resolver-${index}`);
  let left = maxBodies;
  const take = (question: Question, resolver: string, index: number): void => {
    const answer = answerTo(hostile, question, share, index);
    const size = answer.body?.length ?? (answer.bodyBase64?.length ?? 0) * 0.75;
    if (size > left) return;
    left -= size;
    answers.push({ resolver, name: question.name, type: question.type, at: now, ...answer });
  };
  for (let round = 0; round < maxRounds; ++round) {
    const turn = JSON.parse(advanceText(core, jsonText(input))) as Turn;
    if (!turn.ask || turn.ask.queries.length === 0) break;
    for (const query of turn.ask.queries) for (const [index, resolver] of resolvers.entries()) take(query, resolver, index);
  }
  const extra = hostile.extra?.(share);
  for (let i = 0; extra && i < extra.count && answers.length < 1024; ++i) take(extra, `another-${i}`, i);
  return input;
}

function answerTo(hostile: Hostile, question: Question, share: number, index: number): Partial<Answer> {
  const made = hostile.answer?.(question, share, index);
  if (typeof made === "string") return { status: 200, contentType: "application/dns-json", body: made };
  const body = message(question.name, question.type, made ?? { rcode: 3 });
  return { status: 200, contentType: "application/dns-message", bodyBase64: body.toString("base64") };
}
