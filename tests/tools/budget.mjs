// Prints what each file of dist/ weighs under brotli, as a visitor meets them, and fails where one grows past its limit.
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { localePacks } from "../../web/tools/plugins/locale-keys.mjs";
import { awaitedBy, families, familyOf, listPacks, readProblems, said } from "../../web/tools/plugins/word-packs.mjs";
import { root } from "../../web/tools/root.mjs";

const dist = join(root, "dist");
const metaFile = join(root, "build/meta.json");
if (!existsSync(join(dist, "index.html")) || !existsSync(metaFile)) {
  console.log("dist/ holds no page: run ./web/build first.");
  process.exit(1);
}

const files = readdirSync(dist, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(dist.length + 1))
  .filter((file) => !/\.(br|gz)$|^hosting\/|^_headers$|^\.nojekyll$/.test(file)) // the same once more, and what no visitor fetches
  .sort();
// The build laid the same beside the file, where it is worth it.
const weigh = (file, bytes) =>
  existsSync(join(dist, `${file}.br`))
    ? statSync(join(dist, `${file}.br`)).size
    : brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } })
        .length;
const raw = new Map(files.map((file) => [file, readFileSync(join(dist, file))]));
const weight = new Map([...raw].map(([file, bytes]) => [file, weigh(file, bytes)]));

// What one file of code brings with it before it runs, or with `later` also what it imports after that. What a person has to
// open first is no part of a visit: what is inside the folds, the guide as text, the message, what is handed over, saved cases; nor is what
// stands in for WebAssembly.
const { outputs } = JSON.parse(readFileSync(metaFile, "utf8"));
const byName = new Map(Object.entries(outputs).map(([path, output]) => [basename(path), output]));
const opened = (file) => /^(inside|guide|message|handover|open-case|link|words)-|fallback/.test(file);
function closure(file, { later = false } = {}, found = new Set()) {
  if (found.has(file) || (found.size > 0 && opened(file))) return found;
  found.add(file);
  for (const { path, kind } of byName.get(file)?.imports ?? []) {
    if (later || kind === "import-statement") closure(basename(path), { later }, found);
  }
  return found;
}

const loader = closure("alimail-checker.js");
const linkedBy = (page) =>
  (String(raw.get(page)).match(/<(?:script|link)\b[^>]*>/g) ?? [])
    .filter((tag) => !/apple-touch-icon/.test(tag)) // fetched when the page is laid on a home screen
    .map((tag) => /\b(?:src|href)="(?:\.\/)?([^":#]+)"/.exec(tag)?.[1])
    .flatMap((name) => (name !== undefined && raw.has(name) ? [name] : []));
const linked = linkedBy("index.html");
const weightOf = (file) => weight.get(file) ?? 0;
const heavier = (a, b) => (weightOf(a) >= weightOf(b) ? a : b);
const shellWords = files.filter((file) => file.startsWith("words-")); // one file a language
const page = new Set([
  "index.html",
  ...linked,
  ...linked.flatMap((name) => [...closure(name)]),
  ...loader,
  shellWords.reduce(heavier, shellWords[0]),
]);
const wasm = files.find((file) => /^alimail-core-.*\.wasm$/.test(file));
const wordsWasm = files.find((file) => /^alimail-words-.*\.wasm$/.test(file)); // these two for who writes something
const lexicon = files.find((file) => /^alimail-lexicon-/.test(file));

const sum = (names) => [...names].reduce((total, name) => total + (weight.get(name) ?? 0), 0);
const kB = (bytes) => (bytes / 1000).toFixed(1).padStart(7);

// A language comes in packs (web/tools/plugins/word-packs.mjs). A visit has those of the form, of every result, of one problem,
// and of the findings that decide one cause: the problem and the clause for which these weigh most, in the heaviest language.
// Findings of what a person says decide nothing for who writes nothing. What only the folds say, and all other findings, come
// later.
const { versions } = localePacks(join(root, "web/locales"), join(root, "core"));
const packOf = (tag, pack) => `locales/${tag}${pack && `-${pack}`}-${versions[tag]}.json`;
const languages = new Map(
  Object.keys(versions).map((tag) => [tag, files.filter((name) => name.startsWith(`locales/${tag}`) && name.includes(versions[tag]))]),
);
const [heaviest] = [...languages].reduce((a, b) => (sum(a[1]) >= sum(b[1]) ? a : b));
const wordsOf = (packs) => packs.map((pack) => packOf(heaviest, pack));
const clauses = readProblems(join(root, "core")).problems.flatMap((problem) =>
  problem.causes.flatMap(({ confirmed = [], likely = [] }) =>
    [...confirmed, ...likely].map((keys) => [...new Set([problem.id, ...awaitedBy(problem), ...keys.flatMap(familyOf)])]),
  ),
);
const heaviestOf = (some) => some.map(wordsOf).reduce((a, b) => (sum(a) >= sum(b) ? a : b));
const ofChoice = heaviestOf(clauses.filter((packs) => !packs.some((pack) => said.includes(pack))));
const ofResult = heaviestOf(clauses);
const ofFolds = wordsOf(["inside", ...Object.keys(families)]).filter((file) => !ofResult.includes(file));
const ofAll = [...page, ...closure("alimail-checker.js", { later: true }), wasm, ...wordsOf(["", "more"])];
const chosen = new Set([...ofAll, ...ofChoice].filter(Boolean));
const visit = new Set([...ofAll, ...ofResult, wordsWasm, lexicon].filter(Boolean));
// A page of its own: what it brings before the button is pressed, and with it all that a list loads.
const listBefore = new Set(["many.html", ...linkedBy("many.html"), ...closure("many-page.js"), ...wordsOf(["", "many"])]);
const list = new Set([...listBefore, ...closure("many-page.js", { later: true }), wasm, ...wordsOf(listPacks)].filter(Boolean));

console.log("    raw  brotli  (kB)");
for (const file of files) {
  const when = loader.has(file) ? "loader" : page.has(file) ? "page" : visit.has(file) ? "on use" : list.has(file) ? "list" : "apart";
  console.log(`${kB(raw.get(file)?.length ?? 0)} ${kB(weight.get(file))}  ${file} (${when})`);
}
console.log("\n brotli  (kB)");
for (const [tag, packs] of languages) {
  console.log(`${kB(sum(packs))}  ${tag} in all: ${packs.map((file) => kB(weight.get(file)).trim()).join(" + ")}`);
}
const byPrefix = (prefix) => [...byName.keys()].find((file) => file.startsWith(`${prefix}-`)) ?? "";
const atSight = new Set([...page, ...closure(byPrefix("main")), ...wordsOf([""])]);
console.log(`${kB(sum(atSight))}  the page with the app and the words of the form, which come at sight`);
const named = (some) => some.map((file) => file.replace(/^locales\/|-\w{8}\.json$/g, "")).join(", ");
for (const [who, some] of [
  ["who chooses a problem", ofChoice],
  ["who writes something", ofResult],
])
  console.log(`${kB(sum([...wordsOf(["", "more"]), ...some]))}  of a visit are words, for ${who}: the form, "more", ${named(some)}`);
const besides = (prefix) => [...closure(byPrefix(prefix))].filter((file) => !visit.has(file));
console.log(
  `${kB(sum([...besides("inside"), ...ofFolds]))}  besides, what is inside the folds of a result: when the browser is idle after it, or one is opened; of it words ${kB(sum(ofFolds)).trim()}: ${named(ofFolds)}`,
);
console.log(
  `         on opening: ${["message", "handover", "guide", "open-case"].map((each) => `${each} ${kB(sum(besides(each))).trim()}`).join(", ")}`,
);
// The list that the service worker was built with (web/tools/dist/offline-files.mjs).
const kept = files.filter((file) => raw.get("sw.js")?.includes(`"${file}"`) && !file.startsWith("core-fallback"));
console.log(`${kB(sum(kept))}  ${kept.length} files kept for offline use where there is WebAssembly, every language among them`);

// A budget above what we aim at is a little above what was reached. It falls with every saving: web/README.md, "Sizes", says what
// the size is made of.
/** @type {{what: string, bytes: number, budget: number, aim?: number}[]} */
const budgets = [
  { what: "the page before use", bytes: sum(page), budget: 25 },
  { what: "after use, for who chooses a problem: all that a visit loads", bytes: sum(chosen), budget: 180 },
  { what: "after use, for who writes something: the same, and what reads it", bytes: sum(visit), budget: 238, aim: 180 },
  // Emscripten 3.1.6 (Debian 12); 3.1.69 (Debian 13) gives 2 more, and 3 more with words.
  { what: "the core, wasm", bytes: wasm ? weightOf(wasm) : Infinity, budget: 100 },
  {
    what: "the core with the part that reads words",
    bytes: wasm && wordsWasm ? sum([wasm, wordsWasm]) : Infinity,
    budget: 127,
    aim: 120,
  },
  { what: "the shell of the element", bytes: sum(loader), budget: 3 },
  { what: "the loader of frames, embed.js", bytes: weight.get("embed.js") ?? Infinity, budget: 1 },
  { what: "the page for a list of domains before use", bytes: sum(listBefore), budget: 50 },
  // The core and what comes before the button is pressed, and the words and code of a result opened in full.
  { what: "a list of domains: all that it loads", bytes: sum(list), budget: 170 },
  ...[...languages.values()].flat().map((file) => ({ what: file, bytes: weightOf(file), budget: 10 })),
];
if (!languages.size) budgets.push({ what: "a locale file", bytes: Infinity, budget: 10 });
console.log("\n brotli  budget  (kB)");
let over = 0;
for (const { what, bytes, budget, aim } of budgets) {
  const isOver = bytes > budget * 1000;
  if (isOver) over++;
  console.log(`${kB(bytes)} ${kB(budget * 1000)}  ${what}${aim ? ` (aim: ${aim})` : ""}${isOver ? "  TOO LARGE" : ""}`);
}
console.log(`#counts ${budgets.length - over} ${over}`);
process.exit(over ? 1 : 0);
