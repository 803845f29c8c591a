// The headers that a host should send with each file of dist/. web/tools/serve.mjs uses this list, and the files of
// dist/hosting/ for nginx, Caddy and others are written from it (hosting-files.mjs), so they cannot differ.
//
// Pages have their policy in a <meta> too, for hosts that send none of our headers. The header can also say who may frame
// the page.
import { readFileSync, readdirSync } from "node:fs";
import { extname, join } from "node:path";
import { hashedPattern } from "../plugins/hashed.mjs";

export const types = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ts": "text/plain; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};
export const otherType = "application/octet-stream";

/** For every file. The element and the frame work from other origins, including cross-origin isolated ones. */
export const always = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Access-Control-Allow-Origin": "*",
  "Cross-Origin-Resource-Policy": "cross-origin",
};

export const forever = "public, max-age=31536000, immutable";
export const asked = "no-cache"; // kept, but checked before every use

const hashed = new RegExp(hashedPattern);
/** @param {string} path */
export const cacheOf = (path) => (hashed.test(path) ? forever : asked);

/** Pages that other sites may frame. */
const framed = new Set(["embed.html"]);

/** File name to Content-Security-Policy, for each file that runs code of its own. @param {string} folder */
export function policiesOf(folder) {
  const pages = readdirSync(folder).filter((name) => name.endsWith(".html"));
  const policies = pages.map((name) => {
    const meta = /<meta\s+http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(readFileSync(join(folder, name), "utf8"));
    if (!meta) throw new Error(`${name} has no <meta http-equiv="Content-Security-Policy">`);
    return [name, `${meta[1].replace(/\s+/g, " ").trim()}; frame-ancestors ${framed.has(name) ? "*" : "'none'"}`];
  });
  // The worker fetches only our own files; requests to other hosts do not go through it.
  return { ...Object.fromEntries(policies), "sw.js": "default-src 'none'; connect-src 'self'" };
}

/** @param {string} path @returns {string | undefined} */
const typeOf = (path) => types[/** @type {keyof typeof types} */ (extname(path))];

/** @param {string} path of a file, relative to dist/ @param {Record<string, string>} policies */
export function headersOf(path, policies) {
  return {
    "Content-Type": typeOf(path) ?? otherType,
    "Cache-Control": cacheOf(path),
    ...always,
    ...(policies[path] ? { "Content-Security-Policy": policies[path] } : {}),
  };
}

/** Whether compressing pays. @param {string} path */
export const isCompressible = (path) => /^(text|application)\/|svg/.test(typeOf(path) ?? "");
export const encodings = { br: ".br", gzip: ".gz" };
