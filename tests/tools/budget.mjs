// Prints what each file of dist/ weighs under brotli, as a visitor meets them, and fails where one grows past its limit.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
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
  .sort();
const weigh = (bytes) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;
const raw = new Map(files.map((file) => [file, readFileSync(join(dist, file))]));
const weight = new Map([...raw].map(([file, bytes]) => [file, weigh(bytes)]));

// What one file of code brings with it before it runs. import() is left for later: that is the point of it.
const { outputs } = JSON.parse(readFileSync(metaFile, "utf8"));
const byName = new Map(Object.entries(outputs).map(([path, output]) => [basename(path), output]));
function closure(file, found = new Set()) {
  if (found.has(file)) return found;
  found.add(file);
  for (const { path, kind } of byName.get(file)?.imports ?? []) if (kind === "import-statement") closure(basename(path), found);
  return found;
}

const loader = closure("alimail-checker.js");
const html = raw.get("index.html").toString();
const linked = [...html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="([^":#]+)"/g)].map(([, name]) => name.replace(/^\.\//, ""));
const page = new Set(["index.html", ...linked.filter((name) => raw.has(name)), ...loader]);
const locales = files.filter((file) => file.startsWith("locales/"));
const heaviestLocale = locales.reduce((a, b) => (weight.get(a) >= weight.get(b) ? a : b), locales[0]);
// Not part of a visit: other pages, examples, the guide as text, bundle and saved cases (loaded when opened), the service worker, what
// only old browsers load (a fallback for WebAssembly, style sheets as files).
const later = (file) => !page.has(file) && /^(examples|locales)\/|^(guide|handover|open-case)-|fallback|^sw\.js$|\.(html|css)$/.test(file);
// What the code is cut into beside them belongs to who needs it.
const onUse = files.filter((file) => file.endsWith(".js") && !file.startsWith("chunk-") && !later(file));
const needed = new Set(onUse.flatMap((file) => [...closure(file)]));
const apart = (file) => later(file) || (file.startsWith("chunk-") && !needed.has(file));
const visit = new Set([...page, ...files.filter((file) => !apart(file)), heaviestLocale].filter(Boolean));

const sum = (names) => [...names].reduce((total, name) => total + weight.get(name), 0);
const kB = (bytes) => (bytes / 1000).toFixed(1).padStart(7);

console.log("    raw  brotli  (kB)");
for (const file of files) {
  const when = loader.has(file) ? "loader" : page.has(file) ? "page" : visit.has(file) ? "on use" : "apart";
  console.log(`${kB(raw.get(file).length)} ${kB(weight.get(file))}  ${file} (${when})`);
}

// What is over its budget today may not grow: a ceiling a little above the size that was reached. It falls with every saving and
// goes when the budget is met. Why each stands here: README.md, "Sizes".
const budgets = [
  { what: "the page before use", bytes: sum(page), budget: 25 },
  { what: "all that a visit loads", bytes: sum(visit), budget: 100, ceiling: 206 },
  { what: "the core, wasm", bytes: weight.get("alimail-core.wasm") ?? Infinity, budget: 60, ceiling: 138 },
  { what: "the loader of the element", bytes: sum(loader), budget: 3 },
  ...locales.map((file) => ({ what: file, bytes: weight.get(file), budget: 10, ceiling: 17.2 })),
];
if (!locales.length) budgets.push({ what: "a locale file", bytes: Infinity, budget: 10 });
console.log("\n brotli  budget  (kB)");
let over = 0;
for (const { what, bytes, budget, ceiling = budget } of budgets) {
  const verdict = bytes <= budget * 1000 ? "" : bytes <= ceiling * 1000 ? `  BUDGET NOT MET; may not pass ${ceiling}` : "  TOO LARGE";
  if (bytes > ceiling * 1000) over++;
  console.log(`${kB(bytes)} ${kB(budget * 1000)}  ${what}${verdict}`);
}
console.log(`#counts ${budgets.length - over} ${over}`);
process.exit(over ? 1 : 0);
