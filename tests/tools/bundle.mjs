// Bundles TypeScript of tests/ for node, with the options that the page is built with.
//   node tests/tools/bundle.mjs <folder for the output> <file, or folder of *.test.ts> …
import { createRequire } from "node:module";
import { readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../../web/tools/root.mjs";
import { codeOptions } from "../../web/tools/esbuild-options.mjs";

const { build } = createRequire(join(root, "web/package.json"))("esbuild");

// A test finds its neighbours by import.meta.url, which has to go on meaning the source file.
const keepAddresses = {
  name: "keep-addresses",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]tests[\\/].*\.tsx?$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href)),
      loader: path.endsWith("x") ? "tsx" : "ts",
    }));
  },
};

function sources(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return sources(join(path, entry.name));
    return /\.test\.tsx?$/.test(entry.name) ? [join(path, entry.name)] : [];
  });
}

const [out, ...asked] = process.argv.slice(2);
const entryPoints = asked.flatMap((path) => sources(resolve(path)));
if (!entryPoints.length) {
  console.error(`No *.test.ts in ${asked.join(", ")}`);
  process.exit(1);
}

rmSync(out, { recursive: true, force: true });
const options = codeOptions();
const { "alimail-core-fallback": fallback, ...alias } = options.alias;
// A test bundle is one file, and would carry the whole fallback with it, which few tests ever start: it stays where it lies.
const fallbackStays = {
  name: "fallback-stays",
  setup({ onResolve }) {
    onResolve({ filter: /^alimail-core-fallback$/ }, () => ({ path: pathToFileURL(fallback).href, external: true }));
  },
};

await build({
  ...options,
  alias,
  entryPoints,
  outdir: out,
  entryNames: "[name]",
  outExtension: { ".js": ".mjs" },
  platform: "node",
  target: "node18",
  // esbuild's own require() knows no node builtins in modules; CommonJS packages such as ajv may ask for them.
  banner: { js: 'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);' },
  sourcemap: "inline",
  plugins: [keepAddresses, fallbackStays, ...options.plugins],
}).catch(() => process.exit(1)); // esbuild has said what and where
