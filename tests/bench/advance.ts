// How long `advance` takes in wasm on the case of a finished run: a figure to look at, never a reason to fail.
//
// Under `node --jitless` there is no WebAssembly, as in a browser that it was switched off in: then the fallback is measured
// at its slowest, with nothing compiled at all.
//
// It also prints the time that JSON.parse and JSON.stringify take for the same text, so that machines can be compared; how
// the time grows with the number of answers; and the longest complaint that is read, 64 kB, of texts that are hard in one way
// each, compared with half of it: linear is about 2.

import { readFileSync } from "node:fs";
import type { Answer, Turn } from "../../web/src/contract";
import { growing } from "../../web/src/core/growing";
import { advanceText, type CoreModule } from "../../web/src/core/module";
import { loadCoreModule, loadFallbackModule } from "../web/support/core-node";
import { answerTurn, maxRounds, opening, type Story } from "../web/support/story";

const story: Story = {
  story: "the login record of a healthy domain points elsewhere, and four resolvers say so",
  subject: "mail.abc.com",
  complaint: "The login page does not open: connection timeout. It worked last week. HTTP 503 now and then.",
  zone: {
    com: { SOA: ["a.gtld-servers.net. nstld.verisign-grs.com. 1 1800 900 604800 900"] },
    "abc.com": {
      SOA: ["dns1.hichina.com. hostmaster.hichina.com. 2026112301 3600 1200 86400 600"],
      NS: ["dns1.hichina.com.", "dns2.hichina.com."],
      A: ["203.0.113.7"],
      MX: ["5 mx1.qiye.aliyun.com.", "10 mx2.qiye.aliyun.com.", "15 mx3.qiye.aliyun.com."],
      TXT: ['"v=spf1 include:spf.qiye.aliyun.com -all"'],
    },
    "mail.abc.com": { CNAME: ["elsewhere.example.net."] },
    "elsewhere.example.net": { A: ["203.0.113.8"] },
  },
  resolvers: { alidns: {}, google: {}, cloudflare: {}, dnspod: {} },
  expect: { action: "", problems: {}, findings: [] },
};

const wanted = 20;
const rounds = 400;
const fewRounds = 40; // of a page that was just opened: no engine has optimized anything yet

const withWasm = typeof WebAssembly === "object";

/** From its start to its first turn without words, and to the first with some. */
async function begun(load: () => Promise<CoreModule>): Promise<{ module: CoreModule; took: string }> {
  const began = performance.now();
  const module = await load();
  const times = ["", story.complaint].map((complaint) => {
    advanceText(module, JSON.stringify({ ...opening(story), complaint }));
    return (performance.now() - began).toFixed(0);
  });
  return { module, took: `  from its start to its first turn ${times[0]} ms, to the first with a complaint ${times[1]} ms` };
}
const { module: fallback, took: firstWithout } = await begun(loadFallbackModule);
const { module: core, took: first } = withWasm ? await begun(loadCoreModule) : { module: fallback, took: "" };
const current = opening(story);
for (let round = 0; round < maxRounds; ++round) {
  if (!answerTurn(story, current, JSON.parse(core.advance(JSON.stringify(current))) as Turn)) break;
}
const asked = current.answers ?? [];
current.answers = withAnswers(wanted);

const text = JSON.stringify(current);
const turnText = core.advance(text);
const turn = JSON.parse(turnText) as { error?: { code: string }; diagnosis?: { ledger: unknown[] } };
if (turn.error || turn.diagnosis?.ledger.length !== wanted) {
  throw new Error(`The case was not judged as meant: ${turn.error?.code ?? `${turn.diagnosis?.ledger.length} answers in the ledger`}`);
}

const microseconds = (ms: number): string => `${(ms * 1000).toFixed(0)} µs`;
if (advanceText(fallback, text) !== turnText) throw new Error("The fallback says something else than the wasm");
const slowAtFirst = median(() => advanceText(fallback, text), fewRounds);
if (withWasm) {
  const slow = median(() => advanceText(fallback, text), rounds);
  const advance = median(() => advanceText(core, text), rounds);
  const plain = median(() => JSON.stringify(JSON.parse(text)) + JSON.stringify(JSON.parse(turnText)), rounds);
  console.log(`case of ${wanted} answers: ${text.length} bytes in, ${turnText.length} bytes out`);
  console.log(`advance: median ${microseconds(advance)} of ${rounds} runs (aim: 1000 µs)`);
  console.log(`that is ${(advance / plain).toFixed(1)} times what JSON.parse and stringify take for both texts (${microseconds(plain)})`);
  console.log(first);
  console.log(`without WebAssembly: median ${microseconds(slow)}, ${(slow / advance).toFixed(1)} times that (aim: 3)`);
  console.log(`  of its first ${fewRounds} runs ${microseconds(slowAtFirst)}`);
} else {
  console.log(`without WebAssembly and without JIT: median ${microseconds(slowAtFirst)}`);
}
console.log(firstWithout);

if (withWasm) {
  const least = (answers: number): number => {
    const longer = JSON.stringify({ ...current, answers: withAnswers(answers) });
    return timesOf(() => core.advance(longer), 25)[0]!;
  };
  const [few, many, most] = [wanted, 200, 1000].map((answers) => ({ answers, time: least(answers) })) as [Sample, Sample, Sample];
  for (const [from, to] of [
    [few, many],
    [many, most],
  ] as const) {
    const perAnswer = ((to.time - from.time) / (to.answers - from.answers)) * 1000;
    console.log(`${to.answers} answers: least ${to.time.toFixed(1)} ms, ${perAnswer.toFixed(0)} µs for each more than ${from.answers}`);
  }
}

// A run in which the answers come one at a time, and each is judged at once, from case to turn as the page has them.
if (withWasm)
  console.log(`\na whole run, a call for each answer: ms, each answer, and the ratio to as many times ${wanted} answers (linear: 1)`);
let ofFew = 0;
for (const count of withWasm ? [wanted, 50, 200, 1000] : []) {
  const answers = withAnswers(count);
  const ways = {
    grown: (advance = growing(core)) => answers.forEach((_, index) => advance({ ...current, answers: answers.slice(0, index + 1) })),
    whole: () =>
      answers.forEach((_, index) => JSON.parse(advanceText(core, JSON.stringify({ ...current, answers: answers.slice(0, index + 1) })))),
  };
  const [grown, each] = [timesOf(() => ways.grown(), count > 200 ? 3 : 15)[0]!, count > 200 ? 1 : 5];
  const whole = timesOf(ways.whole, each)[0]!;
  ofFew ||= grown / wanted;
  const digits = (value: number, width: number, after: number): string => value.toFixed(after).padStart(width);
  console.log(
    `${digits(count, 5, 0)} answers ${digits(grown, 8, 1)} ${digits(grown / count, 7, 3)} ${digits(grown / count / ofFew, 6, 2)}` +
      `   with the whole case at each call ${digits(whole, 8, 1)}`,
  );
}

if (withWasm) console.log(`\n64 kB (aim: 20 ms)   median     least  to 32 kB`);
for (const [name, piece] of Object.entries(withWasm ? pieces() : {})) {
  const [whole, half] = [65_536, 32_768].map((bytes) => JSON.stringify({ ...opening(story), complaint: filled(piece, bytes) }));
  const [at64, at32] = [timesOf(() => core.advance(whole!), 15), timesOf(() => core.advance(half!), 15)];
  const ms = (time: number): string => time.toFixed(1).padStart(7);
  console.log(`${name.padEnd(18)} ${ms(middle(at64))} ms ${ms(at64[0]!)}  ${ms(at64[0]! / at32[0]!)}`);
}

interface Sample {
  answers: number;
  time: number; // ms
}

// So many answers, whatever the checks of today ask: cut, or repeated as if four other resolvers had said the same.
function withAnswers(count: number): Answer[] {
  const again = (index: number): Answer => ({
    ...asked[index % asked.length]!,
    resolver: `${asked[index % asked.length]!.resolver}-${Math.floor(index / asked.length)}`,
  });
  return Array.from({ length: count }, (_, index) => (index < asked.length ? asked[index]! : again(index)));
}

// As often as it fits whole into so many bytes of UTF-8.
function filled(piece: string, bytes: number): string {
  return piece.repeat(Math.floor(bytes / Buffer.byteLength(piece)));
}

function pieces(): Record<string, string> {
  const texts = JSON.parse(readFileSync("tests/bench/texts.json", "utf8")) as Record<string, string>;
  let seed = 1;
  const random = (below: number): number => (seed = (seed * 48271) % 2147483647) % below;
  const characters = Array.from({ length: 8000 }, () => String.fromCodePoint(32 + random(random(2) ? 0x60 : 0xd000)));
  return { ...texts, "random UTF-8": characters.join("") };
}

function timesOf(work: () => unknown, runs: number): number[] {
  const times: number[] = [];
  for (let i = 0; i < runs; ++i) {
    const from = performance.now();
    work();
    times.push(performance.now() - from);
  }
  return times.sort((a, b) => a - b);
}

function middle(times: number[]): number {
  return times[Math.floor(times.length / 2)]!;
}

function median(work: () => unknown, runs: number): number {
  timesOf(work, Math.ceil(runs / 8)); // warm
  return middle(timesOf(work, runs));
}
