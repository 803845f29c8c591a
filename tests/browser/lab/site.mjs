// Serves dist/ as a web server would, and host pages that embed the element with the attributes of a story.

import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:https";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { listen } from "./processes.mjs";

const MIME = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".webmanifest": "application/manifest+json",
  ".map": "application/json",
  ".txt": "text/plain; charset=utf-8",
};

/** The policy that the page is meant to run under, with any resolver: the ports of the lab's are not known in advance. */
export const CSP = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self' https:",
  "img-src 'self' data:",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

/** @returns {string} the built page; $LAB_DIST overrides */
export const distFolder = () => process.env.LAB_DIST ?? fileURLToPath(new URL("../../../dist/", import.meta.url));

/** @param {import('./certificate.mjs').Certificate} certificate */
export async function startSite({ cert, key }) {
  /** @type {Map<string, string>} */
  const pages = new Map();
  /** what does not come, and how often @type {{file: RegExp, times: number}[]} */
  const lost = [];
  const server = createServer({ cert, key }, (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "https://lab.invalid").pathname);
    const headers = { "cache-control": "no-store", "x-content-type-options": "nosniff" };
    const breaks = lost.find((one) => one.times > 0 && one.file.test(path));
    if (breaks) {
      breaks.times -= 1;
      response.writeHead(503, headers).end(); // a connection that breaks off is tried again by the browser itself
      return;
    }
    const page = pages.get(path);
    const file = page === undefined ? fileFor(path) : undefined;
    if (page !== undefined) {
      response.writeHead(200, { ...headers, "content-type": MIME[".html"], "content-security-policy": CSP });
      response.end(page);
    } else if (file) {
      const type = MIME[/** @type {keyof typeof MIME} */ (extname(file))] ?? "application/octet-stream";
      // As hosts do: what the build compressed is sent so. The pages of the lab are made from the files as they are.
      const compressed = /\bbr\b/.test(String(request.headers["accept-encoding"])) && existsSync(`${file}.br`);
      response.writeHead(200, { ...headers, "content-type": type, ...(compressed ? { "content-encoding": "br" } : {}) });
      createReadStream(compressed ? `${file}.br` : file).pipe(response);
    } else {
      response.writeHead(404, { ...headers, "content-type": "text/plain" });
      response.end("not found");
    }
  });
  const { port, close } = await listen(server);
  const origin = `https://127.0.0.1:${port}`;
  return {
    origin,
    close,
    /**
     * The address of a host page with one <alimail-checker>, in a folder below the site's root so that a checker which
     * finds its files by the page's address instead of its own fails here.
     * @param {Record<string, string | undefined>} attributes
     */
    hostPage(attributes, lang = "en") {
      const path = `/articles/${pages.size + 1}/`;
      const written = Object.entries(attributes)
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => ` ${name}="${escapeAttribute(value ?? "")}"`)
        .join("");
      pages.set(
        path,
        `<!doctype html><html lang="${escapeAttribute(lang)}"><meta charset="utf-8">` +
          '<meta name="viewport" content="width=device-width, initial-scale=1"><title>An article</title>' +
          `<script type="module" src="/alimail-checker.js"></script><h1>An article</h1><alimail-checker${written}></alimail-checker></html>`,
      );
      return origin + path;
    },
    /** The next requests for such a file fail. For browsers whose requests a spec cannot catch. */
    lose(/** @type {RegExp} */ file, times = 1) {
      lost.push({ file, times });
    },
    /** Serves a text as a page: for the lab's own tests. */
    put(/** @type {string} */ path, /** @type {string} */ html) {
      pages.set(path, html);
      return origin + path;
    },
  };
}

const escapeAttribute = (/** @type {string} */ text) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** A file of dist/, never one outside of it. */
function fileFor(/** @type {string} */ path) {
  const relative = normalize(path).replace(/^([/\\]|\.\.)+/, "");
  const file = join(distFolder(), relative.endsWith("/") || relative === "" ? join(relative, "index.html") : relative);
  return file.startsWith(distFolder()) && existsSync(file) && statSync(file).isFile() ? file : undefined;
}
