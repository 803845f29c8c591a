// Serves dist/ on the loopback address with the headers that a real host should send (README, "Hosting").
//
// Also used by the browser tests: `serve(port)` resolves to {origin, close}.
import { createReadStream, existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./root.mjs";

const types = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

// connect-src names no resolver: the person may choose another one, and the probe goes to their own login host.
const policy = [
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
];

function headers(path, extraConnect) {
  // embed.html is made for frames of other sites; the page itself must not be framed.
  const frames = path.endsWith("/embed.html") ? "frame-ancestors *" : "frame-ancestors 'none'";
  const csp = [...policy, frames].join("; ").replace("https:", ["https:", ...extraConnect].join(" "));
  return {
    "Content-Type": types[extname(path)] ?? "application/octet-stream",
    "Content-Security-Policy": csp,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Cache-Control": "no-cache",
  };
}

// `connect`: further sources that the page may ask, such as test resolvers on http://127.0.0.1.
export async function serve({ port = 0, folder = join(root, "dist"), connect = [] } = {}) {
  const server = createServer(async (request, response) => {
    const refuse = (status, text) => response.writeHead(status, { "Content-Type": "text/plain" }).end(text + "\n");
    if (request.method !== "GET" && request.method !== "HEAD") return refuse(405, "Only GET and HEAD");
    let path;
    try {
      path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
    } catch {
      return refuse(400, "Not a path");
    }
    if (path.includes("\0") || path.split(/[\\/]/).includes("..")) return refuse(400, "Not a path");
    if (path.endsWith("/")) path += "index.html";
    const file = join(folder, path);
    const found = await stat(file).catch(() => undefined);
    if (!found?.isFile()) return refuse(404, "Not found");
    response.writeHead(200, { ...headers(path, connect), "Content-Length": found.size });
    if (request.method === "HEAD") return response.end();
    createReadStream(file).on("error", () => response.destroy()).pipe(response);
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));
  return {
    origin: `http://localhost:${server.address().port}`,
    close: () => new Promise((resolve) => (server.closeAllConnections?.(), server.close(resolve))),
  };
}

async function main() {
  if (!existsSync(join(root, "dist/index.html"))) return fail("There is no dist/index.html yet: run ./web/build first.");
  const first = Number(process.env.PORT || 8080);
  if (!Number.isInteger(first) || first < 1 || first > 65535) return fail(`PORT is "${process.env.PORT}", not a number from 1 to 65535.`);
  for (let port = first; port < Math.min(first + 100, 65536); port++) {
    try {
      const { origin } = await serve({ port });
      console.log(`The checker is at ${origin}/ (Ctrl+C stops it)`);
      return;
    } catch (error) {
      if (error.code !== "EADDRINUSE" && error.code !== "EACCES") throw error;
      console.log(`Port ${port} is ${error.code === "EACCES" ? "not allowed for this user" : "taken"}; trying the next one.`);
    }
  }
  fail(`No free port from ${first} on. Choose another start: PORT=9000 ./web/serve`);
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await main();
