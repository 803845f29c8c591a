// What the shards of GoogleTest wrote as JSON, in one line for tests/tools/steps.sh; names the tests that were skipped, and why.
//   node tests/tools/gtest-counts.mjs <report> …
import { existsSync, readFileSync } from "node:fs";

const reports = process.argv.slice(2);
if (!reports.length || !reports.every((path) => existsSync(path))) {
  console.log("The test program ended before it could report.\n#counts 0 1");
  process.exit(1);
}
const suites = reports.flatMap((path) => JSON.parse(readFileSync(path, "utf8")).testsuites);
const tests = suites.flatMap(({ testsuite }) => testsuite).filter(({ status }) => status === "RUN"); // each ran in one shard
const failed = tests.filter(({ failures }) => failures).length;
const skipped = tests.filter(({ result }) => result === "SKIPPED");
for (const { classname, name, skipped: why } of skipped) {
  console.log(`skipped: ${classname}.${name} ${why?.[0]?.message?.split("\n")[1] ?? ""}`);
}
console.log(`#counts ${tests.length - failed - skipped.length} ${failed}`);
