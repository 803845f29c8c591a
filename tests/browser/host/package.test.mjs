// The npm package: packed from dist/ by web/tools/pack, installed from the file without a network, and used as its README says: on
// a plain page, on a page that Vite builds, and by the TypeScript compiler.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { Checker, headline } from "../lab/checker.mjs";
import { distFolder } from "../lab/site.mjs";
import { resolversOf, withStage } from "./stage.mjs";
import { test } from "../lab/test.mjs";

const { lab, open, stage } = withStage();

const root = fileURLToPath(new URL("../../../", import.meta.url));
const tools = join(root, "web/node_modules");
const FOUND = "change-record: login-page-unreachable / login-record-missing is confirmed";

const run = promisify(execFile);

let project = "";
const installed = () => join(project, "node_modules/alimail-checker");

// In the first test and not in a hook: hooks run at once, and the lab wants the machine for itself while it starts.
test("is packed, and installed without a network", async () => {
  project = mkdtempSync(join(tmpdir(), "alimail-package-"));
  const { stdout } = await run(join(root, "web/tools/pack"));
  const tarball = join(root, "build", stdout.trim().split("\n").at(-1) ?? "");
  writeFileSync(join(project, "package.json"), '{ "private": true, "type": "module" }');
  const quiet = ["--offline", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  await run("npm", ["install", ...quiet, tarball], { cwd: project, env: { ...process.env, npm_config_cache: join(project, ".npm") } });
  assert.deepEqual(Object.keys(filesBelow(installed())).sort(), Object.keys(filesBelow(distFolder())).sort());
});
after(() => project && rmSync(project, { recursive: true, force: true }));

/** All files below a folder, by the path in it. */
function filesBelow(/** @type {string} */ folder) {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    entries.map((entry) => {
      const file = join(entry.parentPath ?? entry.path, entry.name);
      return [relative(folder, file).replaceAll("\\", "/"), readFileSync(file)];
    }),
  );
}

const page = () => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>An app</title>
  <script type="module" src="/alimail-checker/alimail-checker.js"></script></head>
  <body><alimail-checker resolvers="${resolversOf(lab())}"></alimail-checker></body></html>`;

test("works on a plain page", async () => {
  const home = stage().putFolder("/plain", filesBelow(installed()));
  const visit = await open({ url: stage().put(page().replace("/alimail-checker/", home)) });
  assert.equal(
    headline(await new Checker(visit).check({ subject: "login-missing.example", complaint: "the login page does not open" })),
    FOUND,
  );
});

test("works on a page that Vite builds, with the folder among its public files and its types in the code", async () => {
  const app = join(project, "app");
  mkdirSync(join(app, "src"), { recursive: true });
  cpSync(installed(), join(app, "public/alimail-checker"), { recursive: true });
  writeFileSync(join(app, "index.html"), page().replace("</body>", '<script type="module" src="/src/main.ts"></script></body>'));
  writeFileSync(
    join(app, "src/main.ts"),
    `import type {} from "alimail-checker";
    document.querySelector("alimail-checker")?.addEventListener("alimail-diagnosis", ({ detail }) => {
      document.body.dataset["action"] = detail.diagnosis.action;
    });`,
  );
  symlinkSync(join(tools, "vite"), join(project, "node_modules/vite"));
  await run(process.execPath, [join(tools, "vite/bin/vite.js"), "build", "--base", "/vite/", "--logLevel", "error"], { cwd: app });
  const home = stage().putFolder("/vite", filesBelow(join(app, "dist")));
  const visit = await open({ url: `${home}index.html` });
  await new Checker(visit).check({ subject: "login-missing.example", complaint: "the login page does not open" });
  assert.equal(await visit.page.evaluate(() => document.body.dataset["action"]), "change-record");
});

test("its types hold for strict TypeScript", async () => {
  const check = async (/** @type {string} */ code) => {
    writeFileSync(join(project, "use.ts"), code);
    const options = [
      "--noEmit",
      "--strict",
      "--skipLibCheck",
      "false",
      "--module",
      "esnext",
      "--moduleResolution",
      "bundler",
      "--target",
      "es2020",
      "--lib",
      "es2020,dom",
      "--types",
      "",
    ];
    try {
      return (await run(process.execPath, [join(tools, "typescript/bin/tsc"), ...options, "use.ts"], { cwd: project })).stdout;
    } catch (error) {
      return String(/** @type {any} */ (error).stdout);
    }
  };
  const good = `import type { AlimailChecker, Turn } from "alimail-checker";
    const one: AlimailChecker = document.createElement("alimail-checker");
    const turn: Turn | undefined = one.turn;
    one.addEventListener("alimail-progress", ({ detail }) => console.log(detail.done / detail.total, turn?.diagnosis.action, one.fields.subject));
    document.addEventListener("alimail-error", (event) => console.log(event.detail.code));`;
  assert.equal(await check(good), "");
  assert.match(await check(good.replace("detail.done", "detail.finished")), /finished/);
});
