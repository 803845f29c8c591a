// What GoogleTest wrote as JSON, in one line for tests/tools/steps.sh; names the tests that were skipped, and why.
import { existsSync, readFileSync } from "node:fs";

if (!existsSync(process.argv[2])) {
  console.log("The test program ended before it could report.\n#counts 0 1");
  process.exit(1);
}
const report = JSON.parse(readFileSync(process.argv[2], "utf8"));
const tests = report.testsuites.flatMap(({ testsuite }) => testsuite);
const failed = tests.filter(({ failures }) => failures).length;
const skipped = tests.filter(({ result }) => result === "SKIPPED");
for (const { classname, name, skipped: why } of skipped) {
  console.log(`skipped: ${classname}.${name} ${why?.[0]?.message?.split("\n")[1] ?? ""}`);
}
console.log(`#counts ${tests.length - failed - skipped.length} ${failed}`);
