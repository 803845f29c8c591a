// Makes dist/ out of web/ and of the wasm module in build/wasm: `web/build` runs this after CMake.
//
// dist/ is flat and its file names in code are relative to import.meta.url, so it can be copied to any path of any host.
// Only the first files (page, element, service worker) keep their names; what they load carries a hash of its content.
import { build, transform } from "esbuild";
import { cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { codeOptions } from "./tools/esbuild-options.mjs";
import { makeFallback } from "./tools/fallback.mjs";
import { localeKeys } from "./tools/locale-keys.mjs";
import { root } from "./tools/root.mjs";

const web = join(root, "web");
const wasm = join(root, "build/wasm");
const dist = join(root, "dist");

await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });

makeFallback(wasm);

const pages = await readdir(join(web, "pages"));

// The scripts that a page names are the entries; each is made of the file of that name.
const scripts = new Set(["alimail-checker"]);
for (const name of pages.filter((name) => name.endsWith(".html"))) {
  const html = await readFile(join(web, "pages", name), "utf8");
  for (const [, script] of html.matchAll(/<script[^>]* src="([\w-]+)\.js"/g)) scripts.add(script);
}
const entries = [...scripts].map((name) => join(web, `src/element/${name}.ts`));
if (existsSync(join(web, "src/sw.ts"))) entries.push(join(web, "src/sw.ts"));

const result = await build({
  ...codeOptions(),
  entryPoints: entries,
  outdir: dist,
  entryNames: "[name]",
  chunkNames: "[name]-[hash]",
  assetNames: "[name]-[hash]",
  splitting: true,
  minify: true,
  metafile: true,
}).catch(() => process.exit(1)); // esbuild has said what and where
// The budget and the service worker's file list read it; it is no part of the site.
await writeFile(join(root, "build/meta.json"), JSON.stringify(result.metafile));

const { keys, hash } = localeKeys(join(web, "locales"));
for (const folder of ["locales", "examples"]) {
  if (!existsSync(join(web, folder))) continue;
  await mkdir(join(dist, folder));
  for (const name of await readdir(join(web, folder))) {
    if (!name.endsWith(".json")) continue;
    const value = JSON.parse(await readFile(join(web, folder, name), "utf8"));
    const locale = folder === "locales";
    const shipped = locale ? name.replace(".json", `-${hash}.json`) : name;
    await writeFile(join(dist, folder, shipped), JSON.stringify(locale ? keys.map((key) => value[key]) : value));
  }
}

const minified = async (from) =>
  (await transform(await readFile(from, "utf8"), { loader: "css", minify: true, target: codeOptions().target })).code;

for (const name of pages) {
  const from = join(web, "pages", name);
  if (name.endsWith(".css")) await writeFile(join(dist, name), await minified(from));
  else await cp(from, join(dist, name), { recursive: true });
}

// The style sheets are part of the code; browsers without constructed sheets (Safari before 16.4) link these instead.
for (const name of await readdir(join(web, "src/app"))) {
  if (name.endsWith(".css")) await writeFile(join(dist, name), await minified(join(web, "src/app", name)));
}

await cp(join(wasm, "alimail-core.wasm"), join(dist, "alimail-core.wasm"));
