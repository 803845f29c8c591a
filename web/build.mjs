// Makes dist/ from web/ and the wasm module in build/wasm: `web/build` runs this after CMake.
//
// dist/ is flat and the code names its files relative to import.meta.url, so it can be copied to any path of any host. Only
// the entry files (pages, element, service worker, style sheets) keep their names; what they load has a hash of its content
// in its name. Next to each file are its compressed forms, and dist/hosting/ has the configuration for hosts.
import { build, transform } from "esbuild";
import { cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { compress } from "./tools/dist/compress.mjs";
import { codeOptions, coreFiles, version } from "./tools/esbuild-options.mjs";
import { makeFallback } from "./tools/dist/fallback.mjs";
import { shippedExamples, shippedName } from "./tools/plugins/hashed.mjs";
import { hostingFiles } from "./tools/dist/hosting-files.mjs";
import { policiesOf } from "./tools/dist/hosting.mjs";
import { licensesText, packagesIn } from "./tools/dist/licenses.mjs";
import { laterFiles } from "./tools/plugins/later-files.mjs";
import { localePacks } from "./tools/plugins/locale-keys.mjs";
import { offlineFiles } from "./tools/dist/offline-files.mjs";
import { packageFiles } from "./tools/dist/package-files.mjs";
import { root } from "./tools/root.mjs";
import { shippedShellWords } from "./tools/plugins/shell-words.mjs";
import { splitCore } from "./tools/dist/split.mjs";

const web = join(root, "web");
const dist = join(root, "dist");

await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });

splitCore(join(root, "build/wasm"));
makeFallback(join(root, "build/wasm"));

const pages = (await readdir(join(web, "pages"))).filter((name) => name !== "result.png"); // the picture of README.md

// The entries are the scripts that a page names, each made from the file of that name.
const scripts = new Set(["alimail-checker"]);
for (const name of pages.filter((name) => name.endsWith(".html"))) {
  const html = await readFile(join(web, "pages", name), "utf8");
  for (const [, script] of html.matchAll(/<script type="module" src="([\w-]+)\.js"/g)) scripts.add(script);
}

// A page of its own is bundled by itself: what it shares with the checker would otherwise move out of the checker's files into
// more and smaller ones, and every visitor would load them.
const alone = new Set(["many-page"]);
const options = codeOptions();
const bundles = await Promise.all(
  [[...scripts].filter((name) => !alone.has(name)), ...[...alone].map((name) => [name])].map(
    (names) =>
      build({
        ...options,
        plugins: [laterFiles(join(web, "src")), ...options.plugins],
        entryPoints: names.map((name) => join(web, `src/element/${name}.ts`)),
        outdir: dist,
        entryNames: "[name]",
        chunkNames: "[name]-[hash]",
        assetNames: "[name]-[hash]",
        splitting: true,
        minify: true,
        metafile: true,
      }).catch(() => process.exit(1)), // esbuild has printed the error
  ),
);
const merged = (part) => Object.assign({}, ...bundles.map(({ metafile }) => metafile[part]));
const result = { metafile: { inputs: merged("inputs"), outputs: merged("outputs") } };

// The classic loader, for pages that do not take modules. It is read in the encoding of the host page, so it is ASCII.
await build({
  ...codeOptions(),
  entryPoints: [join(web, "src/element/embed.ts")],
  outdir: dist,
  format: "iife",
  charset: "ascii",
  minify: true,
}).catch(() => process.exit(1));

// For the budget; it is not part of the site.
await writeFile(join(root, "build/meta.json"), JSON.stringify(result.metafile));

const locales = [...localePacks(join(web, "locales"), join(root, "core")).files, ...shippedShellWords(join(web, "locales"))];
for (const folder of ["locales", "examples", "hosting"]) await mkdir(join(dist, folder));
for (const { name, text } of [...locales, ...shippedExamples(join(web, "examples"))]) await writeFile(join(dist, name), text);

const minified = async (from) =>
  (await transform(await readFile(from, "utf8"), { loader: "css", minify: true, target: codeOptions().target })).code;

for (const name of pages) {
  const from = join(web, "pages", name);
  if (name.endsWith(".css")) await writeFile(join(dist, name), await minified(from));
  else await cp(from, join(dist, name), { recursive: true });
}

// The style sheets are part of the code too; browsers without constructed sheets (Safari before 16.4) link these files.
for (const name of await readdir(join(web, "src/style"))) {
  if (name.endsWith(".css")) await writeFile(join(dist, name), await minified(join(web, "src/style", name)));
}

for (const file of Object.values(coreFiles)) await cp(file, join(dist, shippedName(file)));

await writeFile(join(dist, "LICENSES.txt"), licensesText(packagesIn(result.metafile)));
await packageFiles(dist, ["alimail-checker.js", "embed.js"]);

// Last, as they list the other files: the service worker what to keep, the host configuration what to send.
await build({
  ...codeOptions(),
  entryPoints: [join(web, "src/offline/sw.ts")],
  outdir: dist,
  format: "iife", // our oldest browsers do not take modules as workers
  minify: true,
  define: { __OFFLINE__: JSON.stringify(offlineFiles(dist, await filesOf(dist), result.metafile, version)) },
}).catch(() => process.exit(1));
for (const [name, text] of Object.entries(hostingFiles(await filesOf(dist), policiesOf(dist)))) await writeFile(join(dist, name), text);
await compress(dist, await filesOf(dist));

async function filesOf(folder, below = "") {
  const entries = await readdir(join(folder, below), { withFileTypes: true });
  const files = entries.map((entry) => (entry.isDirectory() ? filesOf(folder, `${below}${entry.name}/`) : [below + entry.name]));
  return (await Promise.all(files)).flat().sort();
}
