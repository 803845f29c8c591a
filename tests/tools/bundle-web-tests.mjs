// Bundles tests/web/*.test.ts into build/web-tests/, with the options that the page is built with.
import { createRequire } from "node:module";
import { readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
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

const folder = join(root, "tests/web");
const out = join(root, "build/web-tests");
const tests = readdirSync(folder, { recursive: true }).filter((name) => /\.test\.tsx?$/.test(name));
if (!tests.length) throw new Error("tests/web holds no *.test.ts");

rmSync(out, { recursive: true, force: true });
const options = codeOptions();
await build({
  ...options,
  entryPoints: tests.map((name) => join(folder, name)),
  outbase: folder,
  outdir: out,
  entryNames: "[name]",
  outExtension: { ".js": ".mjs" },
  platform: "node",
  target: "node18",
  // esbuild's own require() knows no node builtins in modules; CommonJS packages such as ajv may ask for them.
  banner: { js: 'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);' },
  sourcemap: "inline",
  plugins: [keepAddresses, ...options.plugins],
});
