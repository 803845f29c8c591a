// Rules of the house that no compiler sees: what may include what, where words may stand, how long a file may be.
//
// Each rule is one test. It reads every file that git knows or could add, so a new file is seen before its commit.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { root } from "../../web/tools/root.mjs";
import { crowdedRoots, draw, roomFaults, staleDrawings, strayTests } from "./lint/houses.mjs";
import { slowExpressions } from "./lint/regular-expressions.mjs";

const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "-z"], { cwd: root, encoding: "utf8" });
const files = [...new Set(listed.split("\0").filter(Boolean))]
  .filter((path) => existsSync(`${root}/${path}`))
  .map((path) => ({ path, text: readFileSync(`${root}/${path}`, "utf8") }));

const inside = (pattern) => files.filter(({ path }) => pattern.test(path));

/**
 * Every line of `where` that matches, as path:line: text.
 * @param {typeof files} where
 * @param {RegExp} pattern
 * @param {(path: string, match: string[]) => boolean} allowed
 */
function lines(where, pattern, allowed = () => false) {
  return where.flatMap(({ path, text }) =>
    text.split("\n").flatMap((line, index) => {
      const match = pattern.exec(line);
      return match && !allowed(path, match) ? [`${path}:${index + 1}: ${line.trim().slice(0, 100)}`] : [];
    }),
  );
}

const code = inside(/^(core|wasm)\/.*\.(cpp|h)$|^web\/src\/.*\.tsx?$/);
const core = inside(/^core\/.*\.(cpp|h)$/);
const checks = inside(/^core\/checks\/.*\.(cpp|h)$/);
const isCheck = new Set(checks.filter(({ path }) => path.endsWith(".cpp")).map(({ path }) => basename(path, ".cpp")));
const stem = (path) => basename(path).replace(/\.(cpp|h)$/, "");

// The vocabulary is one list of values, and reads best in one piece; so does the same in TypeScript.
const longOnPurpose = new Set(["web/src/contract.ts"]);

if (process.argv.includes("--draw")) draw();

const rules = {
  "a file imports from its own room and from rooms below it, and never in a circle": () => roomFaults(files),
  "folders of rooms hold at most four files beside them": () => crowdedRoots(files),
  "tests/web has the rooms of web/src": () => strayTests(files),
  "READMEs print the order of rooms": staleDrawings,
  "core includes nothing of nlohmann, which only its tests use": () => lines(core, /#include.*nlohmann/),
  "no check includes another check": () =>
    lines(checks, /#include "checks\/(\w+)\.h"/, (path, [, other]) => !isCheck.has(other) || other === stem(path)),
  "judge knows findings and problems, and no DNS": () =>
    lines(inside(/^core\/judge\/.*\.(cpp|h)$/), /#include "(dns|records|evidence|provider)\//),
  "core includes nothing of wasm": () => lines(core, /#include .*(wasm\/|emscripten)/),
  "core does no I/O, reads no clock and starts no thread": () =>
    lines(core, /#include <(iostream|fstream|filesystem|cstdio|stdio\.h|chrono|ctime|time\.h|thread|mutex|random|future)>/),
  "core reads no floating point: std::stod and its kin are right natively and give 0 in the wasm": () =>
    lines(core, /\b(sto(d|f|ld)|strto(d|f|ld)|atof)\s*\(|^\s*(const |constexpr |static )*(double|float) \w/),
  "no markup sink in the page": () =>
    lines(inside(/^web\/(src|pages)\//), /innerHTML|outerHTML|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML/),
  "no Chinese words in code: they stand in locales and phrases": () => lines(code, /\p{Script=Han}/u),
  "a regular expression of the page takes linear time": () => slowExpressions(inside(/^web\/src\/.*\.tsx?$/)),
  "nothing is marked as unfinished": () =>
    lines(
      inside(/^(core|wasm|web\/src|web\/pages|tests)\/.*\.(cpp|h|tsx?|mjs|html|css)$/),
      /\b(TODO|FIXME|XXX)\b/,
      (path) => path === "tests/tools/lint.mjs",
    ),
  "no code file is longer than 300 lines": () =>
    inside(/^(core|wasm|web|tests)\/.*\.(cpp|h|tsx?|mjs|sh)$/)
      .map(({ path, text }) => ({ path, length: text.split("\n").length - 1 }))
      .filter(({ path, length }) => length > 300 && !longOnPurpose.has(path))
      .map(({ path, length }) => `${path}: ${length} lines`),
  "no path of one machine and no package host": () => [
    ...lines(files, /(^|[\s"'(=:])\/(home|root|Users|work|farm)\/[\w.]+\//),
    ...lines(inside(/^web\/(package-lock\.json|package\.json|\.npmrc)$/), /"resolved"|registry\s*[=:]|registry\.\w+\.\w+/),
  ],
  "the top level holds what the README maps, and nothing else": () =>
    files
      .map(({ path }) => path.split("/")[0])
      .filter((name) => !/^(\..+|CMakeLists\.txt|README\.md|LICENSE|core|wasm|web|tests)$/.test(name)),
};

let failed = 0;
for (const [name, find] of Object.entries(rules)) {
  const found = [...new Set(find())];
  if (!found.length) continue;
  failed++;
  console.log(`not so: ${name}`);
  for (const place of found.slice(0, 10)) console.log(`  ${place}`);
  if (found.length > 10) console.log(`  and ${found.length - 10} more`);
}
console.log(`${Object.keys(rules).length} rules over ${files.length} files`);
console.log(`#counts ${Object.keys(rules).length - failed} ${failed}`);
process.exit(failed ? 1 : 0);
