// Runs the browser suite: every *.test.mjs below this folder, one file at a time: a page and its servers keep two cores busy,
// and two files at once take as long.
//
//   node tests/browser/run.mjs [--engine=chromium|firefox|webkit] [word …]   only the files whose path holds one of the words
//
// Chromium runs all but webkit/; Firefox the same, but for what engines.mjs names; WebKit has its own smoke suite there.
// Ends with a line that counts, and with exit code 1 if anything failed or nothing ran.

import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from 'node:test';
import { spec as Spec } from 'node:test/reporters';
import { NOT_IN_FIREFOX } from './engines.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const isOption = (/** @type {string} */ word) => word.startsWith('--engine=');
const engine = process.argv.slice(2).find(isOption)?.split('=')[1] ?? 'chromium';
if (!['chromium', 'firefox', 'webkit'].includes(engine)) throw new Error(`no such engine: ${engine}`);
const words = process.argv.slice(2).filter((word) => !isOption(word));
const wanted = testFiles(here).map((file) => relative(here, file))
  .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
  .filter((file) => (engine === 'webkit') === file.startsWith('webkit'));
const leftOut = engine === 'firefox' ? wanted.flatMap((file) => (file in NOT_IN_FIREFOX ? [[file, NOT_IN_FIREFOX[file]]] : [])) : [];
for (const [file, why] of leftOut) console.log(`not in ${engine}: ${file}: ${why}`);
const files = wanted.filter((file) => !leftOut.some(([left]) => left === file)).map((file) => join(here, file));
if (engine !== 'webkit') process.env.LAB_ENGINE = engine; // for the files, which are processes of their own

const count = { pass: 0, fail: 0, skip: 0 };
const began = Date.now();
const events = run({ files, concurrency: 1, timeout: 400_000 });
const isTest = (/** @type {{name: string, details?: {type?: string}}} */ event) => event.details?.type !== 'suite' && !files.includes(event.name);
events.on('test:pass', (event) => {
  if (isTest(event)) count[event.skip === undefined && event.todo === undefined ? 'pass' : 'skip'] += 1;
});
// A file that fails as a whole (a broken import, a time-out) counts too: it holds tests that did not run.
events.on('test:fail', (event) => { if (event.details?.type !== 'suite') count.fail += 1; });
const report = new Spec();
events.pipe(report).pipe(process.stdout);
report.on('end', () => {
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  const ran = count.pass + count.fail;
  console.log(`\n${engine}: ${ran} tests, ${count.pass} passed, ${count.fail} failed, ${count.skip} skipped, ${files.length} files, ${seconds} s`);
  process.exitCode = count.fail > 0 || ran === 0 ? 1 : 0;
});

/** @returns {string[]} */
function testFiles(/** @type {string} */ folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return testFiles(path);
    return entry.name.endsWith('.test.mjs') ? [path] : [];
  }).sort();
}
