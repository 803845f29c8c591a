// Strangers' pages that embed the checker: one server, which is two sites to a browser. https://localhost:… is the stranger's,
// https://127.0.0.1:… has the files of dist/, in folders that answer differently.

import { readFileSync, existsSync, statSync } from "node:fs";
import { createServer } from "node:https";
import { extname, join, normalize } from "node:path";
import { after, before } from "node:test";
import { makeCertificate } from "../lab/certificate.mjs";
import { Keeper, listen } from "../lab/processes.mjs";
import { distFolder } from "../lab/site.mjs";
import { withBrowser } from "../lab/with-browser.mjs";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".wasm": "application/wasm",
};

/** How each folder answers: what a host may get wrong. @type {Record<string, (name: string) => Record<string, string>>} */
const FOLDERS = {
  v1: (name) => ({ "access-control-allow-origin": "*", "content-type": typeOf(name) }),
  v2: (name) => ({ "access-control-allow-origin": "*", "content-type": typeOf(name) }),
  private: (name) => ({ "content-type": typeOf(name) }),
  untyped: (name) => ({
    "access-control-allow-origin": "*",
    "content-type": name.endsWith(".wasm") ? "application/octet-stream" : typeOf(name),
  }),
  unnamed: (name) => ({ "access-control-allow-origin": "*", "content-type": typeOf(name).replace("; charset=utf-8", "") }),
};

const typeOf = (/** @type {string} */ name) => TYPES[/** @type {keyof typeof TYPES} */ (extname(name))] ?? "application/octet-stream";

/** @typedef {{body: string | Buffer, headers: Record<string, string>}} Page */

export async function startStage() {
  const keeper = new Keeper();
  const { cert, key } = makeCertificate(keeper.folder);
  /** @type {Map<string, Page>} */
  const pages = new Map();
  const server = createServer({ cert, key }, (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "https://stage.invalid").pathname);
    const page = pages.get(path) ?? fileOf(path);
    if (!page) return response.writeHead(404, { "content-type": "text/plain" }).end("not found");
    response.writeHead(200, {
      "content-type": TYPES[".html"],
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      ...page.headers,
    });
    response.end(page.body);
  });
  const { port, close } = await listen(server);
  return {
    close: () => Promise.all([close(), keeper.drop()]),
    /** Where the checker lies. */
    files: `https://127.0.0.1:${port}`,
    /** Where the stranger's pages lie. */
    host: `https://localhost:${port}`,
    /** Puts a page of the stranger's there. */
    put(/** @type {string | Buffer} */ body, /** @type {Record<string, string>} */ headers = {}) {
      const path = `/article-${pages.size + 1}`;
      pages.set(path, { body, headers });
      return `https://localhost:${port}${path}`;
    },
    /** Puts a folder of files there: what a build of somebody else made. */
    putFolder(/** @type {string} */ at, /** @type {Record<string, Buffer>} */ files) {
      for (const [name, body] of Object.entries(files)) pages.set(`${at}/${name}`, { body, headers: { "content-type": typeOf(name) } });
      return `https://localhost:${port}${at}/`;
    },
  };
}

function fileOf(/** @type {string} */ path) {
  const [, folder = "", ...rest] = normalize(path).split("/");
  const name = rest.join("/") || "index.html";
  const file = join(distFolder(), name);
  if (!FOLDERS[folder] || !file.startsWith(distFolder()) || !existsSync(file) || !statSync(file).isFile()) return undefined;
  return { body: readFileSync(file), headers: FOLDERS[folder](name) };
}

/** As withBrowser(), with the stage; `stage()` is there once the tests run. */
export function withStage(/** @type {{args?: string[]}} */ options = {}) {
  const { lab, open: visit } = withBrowser(options);
  // Where Playwright blocks service workers it looks for them in every frame, and a sandboxed one calls that an error of the
  // page. Nothing here registers any.
  const open = (/** @type {import('../lab/browser.mjs').Open} */ asked = {}) =>
    visit({ ...asked, context: { serviceWorkers: "allow", ...asked.context } });
  /** @type {Awaited<ReturnType<typeof startStage>> | undefined} */
  let stage;
  before(async () => {
    stage = await startStage();
  });
  after(() => stage?.close());
  return { lab, open, stage: () => /** @type {NonNullable<typeof stage>} */ (stage) };
}

/** What was broken on purpose is no trouble: for the end of a test that wanted it. */
export async function forgive(/** @type {import('../lab/visit.mjs').Visit} */ visit) {
  visit.complaints.length = 0;
  await Promise.all(
    visit.page.frames().map((frame) =>
      frame
        .evaluate(() => {
          const heard = /** @type {any} */ (globalThis).labHeard;
          if (heard) heard.violations.length = 0;
        })
        .catch(() => {}),
    ),
  );
}

/** The lab's resolvers as the attribute wants them. */
export const resolversOf = (/** @type {import('../lab/index.mjs').Lab} */ { resolvers: { one, two } }) => `${one} ${two}`;

/** A page with the element of a folder. */
export const pageWith = (
  /** @type {string} */ folder,
  /** @type {string} */ attributes,
  more = "",
) => `<!doctype html><html lang="en"><meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1"><title>An article</title>${more}
  <script type="module" src="${folder}/alimail-checker.js"></script><h1>An article</h1>
  <alimail-checker ${attributes}><a id="light" href="${folder}/">Check your mail</a></alimail-checker></html>`;
