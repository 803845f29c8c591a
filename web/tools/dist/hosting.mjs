// What a host should send with each file of dist/: one list. web/tools/serve.mjs serves by it, and what dist/hosting/ holds
// for nginx, Caddy and the rest is written from it (hosting-files.mjs), so that they cannot differ.
//
// A page brings its own policy in a <meta>, for hosts that send no header of ours. As a header it can say one thing more:
// who may frame it.
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

/** With every file. The element and the frame work from other origins, also from those that isolate themselves. */
export const always = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Access-Control-Allow-Origin": "*",
  "Cross-Origin-Resource-Policy": "cross-origin",
};

export const forever = "public, max-age=31536000, immutable";
export const asked = "no-cache"; // kept, but never used without asking whether it changed

const hashed = new RegExp(hashedPattern);
export const cacheOf = (path) => (hashed.test(path) ? forever : asked);

/** Made for frames of other sites; no other page may be framed. */
const framed = new Set(["embed.html"]);

/** File name to Content-Security-Policy, of whatever in the folder runs code by itself. @param {string} folder */
export function policiesOf(folder) {
  const pages = readdirSync(folder).filter((name) => name.endsWith(".html"));
  const policies = pages.map((name) => {
    const meta = /<meta\s+http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(readFileSync(join(folder, name), "utf8"));
    if (!meta) throw new Error(`${name} has no <meta http-equiv="Content-Security-Policy">`);
    return [name, `${meta[1].replace(/\s+/g, " ").trim()}; frame-ancestors ${framed.has(name) ? "*" : "'none'"}`];
  });
  // The worker fetches our own files and nothing else; what the page asks of others passes it by.
  return { ...Object.fromEntries(policies), "sw.js": "default-src 'none'; connect-src 'self'" };
}

/** @param {string} path of a file, relative to dist/ @param {Record<string, string>} policies */
export function headersOf(path, policies) {
  return {
    "Content-Type": types[extname(path)] ?? otherType,
    "Cache-Control": cacheOf(path),
    ...always,
    ...(policies[path] ? { "Content-Security-Policy": policies[path] } : {}),
  };
}

/** Worth compressing, and what that is called in the name of a file. */
export const isCompressible = (path) => /^(text|application)\/|svg/.test(types[extname(path)] ?? "");
export const encodings = { br: ".br", gzip: ".gz" };
