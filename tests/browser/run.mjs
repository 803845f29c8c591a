// Runs the browser suite: every *.test.mjs below this folder, two files at a time, each with servers and a browser of its own, so
// that what one file publishes or breaks concerns no other. What measures time runs alone, after the others.
//
//   node tests/browser/run.mjs [--engine=chromium|firefox|webkit] [--differs] [word …]
//
// With words: only the files whose path holds one of them. --differs: only the tests that are tagged so (lab/test.mjs).
// Chromium runs all but webkit/; Firefox the same, but for what engines.mjs names; WebKit has its own smoke suite there.
// Ends with a line that counts, and with exit code 1 if anything failed or nothing ran.

import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { run } from "node:test";
import { spec as Spec } from "node:test/reporters";
import { ALONE, LONGEST, NOT_IN_FIREFOX } from "./engines.mjs";

const WORKERS = 2;
const FILE_LIMIT_MS = 400_000;

const here = fileURLToPath(new URL(".", import.meta.url));
const words = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const options = process.argv.slice(2).filter((word) => word.startsWith("--"));
const engine = options.find((word) => word.startsWith("--engine="))?.split("=")[1] ?? "chromium";
if (!["chromium", "firefox", "webkit"].includes(engine)) throw new Error(`no such engine: ${engine}`);
const differs = options.includes("--differs");

const wanted = testFiles(here)
  .map((file) => relative(here, file))
  .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
  .filter((file) => (engine === "webkit") === file.startsWith("webkit"))
  .filter((file) => !differs || readFileSync(join(here, file), "utf8").includes("differs: true"));
const leftOut = engine === "firefox" ? wanted.filter((file) => file in NOT_IN_FIREFOX) : [];
for (const file of leftOut) console.log(`not in ${engine}: ${file}: ${NOT_IN_FIREFOX[file]}`);
const files = wanted.filter((file) => !leftOut.includes(file));

// For the files, which are processes of their own.
if (engine !== "webkit") process.env.LAB_ENGINE = engine;
if (differs) process.env.LAB_DIFFERS = "1";

const began = Date.now();
const count = { pass: 0, fail: 0, skip: 0 };
const report = new Spec();
Readable.from(events()).pipe(report).pipe(process.stdout);
report.on("end", () => {
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  const ran = count.pass + count.fail;
  console.log(
    `\n${engine}: ${ran} tests, ${count.pass} passed, ${count.fail} failed, ${count.skip} skipped, ${files.length} files, ${seconds} s`,
  );
  process.exitCode = count.fail > 0 || ran === 0 ? 1 : 0;
});

/** What happens, of both rounds as one. @returns {AsyncGenerator<any>} */
async function* events() {
  const place = (/** @type {string} */ file) => (LONGEST.includes(file) ? LONGEST.indexOf(file) : LONGEST.length);
  const together = files.filter((file) => !ALONE.includes(file)).sort((one, other) => place(one) - place(other));
  const alone = files.filter((file) => ALONE.includes(file));
  for (const [round, concurrency] of /** @type {const} */ ([
    [together, WORKERS],
    [alone, 1],
  ])) {
    if (round.length === 0) continue; // node:test would look for files by itself
    for await (const event of run({ files: round.map((file) => join(here, file)), concurrency, timeout: FILE_LIMIT_MS })) {
      add(event);
      yield event;
    }
  }
}

function add(/** @type {any} */ { type, data }) {
  const { details, name, skip, todo } = data ?? {};
  if (details?.type === "suite") return;
  // A file that fails as a whole (a broken import, a time-out) counts too: it holds tests that did not run.
  if (type === "test:fail") count.fail += 1;
  if (type === "test:pass" && !files.includes(relative(here, name))) count[skip === undefined && todo === undefined ? "pass" : "skip"] += 1;
}

/** @returns {string[]} */
function testFiles(/** @type {string} */ folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return testFiles(path);
      return entry.name.endsWith(".test.mjs") ? [path] : [];
    })
    .sort();
}
