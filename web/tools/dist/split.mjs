// Splits the wasm in two: what every visitor needs, and what reads a complaint, which comes with the first letter of one.
// binaryen's wasm-split moves the functions; they go on sharing the memory and the table. web/src/core/parts.ts joins them again.
//
// Law: what moves can only be reached through the functions that are named here, and the core calls those for a complaint alone.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

// Functions of core/, without their namespace. core/advance.cpp calls them after it has looked whether there is a complaint.
const entries = [
  ...["lexicon", "read_pasted", "read_complaint", "what_it_reads_like", "addresses_in", "read_machine_text"],
  "add_machine_text", // of a complaint in which something was found
];

/** Makes both parts again if the wasm or this tool are newer. @param {string} folder with the wasm, whose functions have names */
export function splitCore(folder) {
  const whole = join(folder, "alimail-core.wasm");
  const parts = join(folder, "parts");
  const [core, words] = ["alimail-core.wasm", "alimail-words.wasm"].map((name) => join(parts, name));
  const changed = Math.max(...[whole, fileURLToPath(import.meta.url)].map((file) => statSync(file).mtimeMs));
  if ([core, words].every((file) => existsSync(file) && statSync(file).mtimeMs > changed)) return;
  mkdirSync(parts, { recursive: true });
  const graph = execFileSync("wasm-opt", ["--print-call-graph", whole, "-o", "/dev/null"], { encoding: "utf8", maxBuffer: 1 << 26 });
  const list = join(parts, "words.txt");
  writeFileSync(list, onlyBehind(entries, readGraph(graph)).join("\n"));
  execFileSync("wasm-split", [
    ...["--enable-mutable-globals", whole, `--split-funcs=@${list}`, "-o1", core, "-o2", words],
    ...["--import-namespace=core", "--placeholder-namespace=words"],
  ]);
}

/** @typedef {{calls: Map<string, Set<string>>, roots: Set<string>}} Graph functions by their name; roots: called from outside, or by their place in the table */

/** @param {string} dot as --print-call-graph writes it @returns {Graph} */
export function readGraph(dot) {
  /** @type {Graph} */
  const graph = { calls: new Map(), roots: new Set() };
  for (const line of dot.split("\n")) {
    const [, from, to] = /^\s*"(.*?)" -> "(.*?)"/.exec(line) ?? [];
    if (from !== undefined && to !== undefined) graph.calls.set(from, (graph.calls.get(from) ?? new Set()).add(to));
    const [, name, style] = /^  "(.*?)" \[style="(.*)\]/.exec(line) ?? [];
    if (name !== undefined && style !== undefined && !graph.calls.has(name)) graph.calls.set(name, new Set());
    // Exports are gray; what is in the table is rounded, in any colour.
    if (name !== undefined && style !== undefined && /rounded|"gray"/.test(style)) graph.roots.add(name);
  }
  return graph;
}

/** The functions that nothing but the entries leads to, the entries among them. @param {string[]} entries @param {Graph} graph */
export function onlyBehind(entries, { calls, roots }) {
  const names = [...calls.keys()];
  const found = entries.map((entry) => names.filter((name) => isNamed(name, entry)));
  const lost = entries.filter((_, at) => found[at]?.length === 0);
  if (lost.length > 0) throw new Error(`the wasm has no function ${lost.join(", ")}: say in web/tools/dist/split.mjs where reading begins`);
  const begin = new Set(found.flat());
  const called = new Set([...calls.values()].flatMap((each) => [...each]));
  const open = names.filter((name) => (roots.has(name) || !called.has(name)) && !begin.has(name));
  const reached = new Set(open);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    for (const next of calls.get(name) ?? []) {
      if (reached.has(next) || begin.has(next)) continue;
      reached.add(next);
      open.push(next);
    }
  }
  return names.filter((name) => !reached.has(name));
}

// Names are written as in C++, with parentheses as \28 and \29, or mangled.
const isNamed = (/** @type {string} */ name, /** @type {string} */ entry) =>
  new RegExp(
    `^alimail::(\\\\28anonymous\\\\20namespace\\\\29::)?${entry}\\\\28|^_ZN7alimail(12_GLOBAL__N_1)?${entry.length}${entry}E`,
  ).test(name);
