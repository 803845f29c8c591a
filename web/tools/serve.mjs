// Serves dist/ on the loopback address as a host should (web/README.md, "Hosting"): with the headers of hosting.mjs,
// compressed.
//
// Also used by the browser tests: `serve({folder, at})` resolves to {origin, close}; `at` is the path below which it
// serves.
import { createReadStream, existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { join, normalize } from "node:path";
import { pathToFileURL } from "node:url";
import { encodings, headersOf, isCompressible, policiesOf } from "./dist/hosting.mjs";
import { root } from "./root.mjs";

export async function serve({ port = 0, folder = join(root, "dist"), at = "/" } = {}) {
  const policies = policiesOf(folder);
  const server = createServer(async (request, response) => {
    const refuse = (/** @type {number} */ status, /** @type {string} */ text) =>
      response.writeHead(status, { "Content-Type": "text/plain" }).end(text + "\n");
    if (request.method !== "GET" && request.method !== "HEAD") return refuse(405, "Only GET and HEAD");
    let path;
    try {
      path = normalize(decodeURIComponent(new URL(request.url ?? "", "http://localhost").pathname));
    } catch {
      return refuse(400, "Not a path");
    }
    if (path.includes("\0") || path.split(/[\\/]/).includes("..")) return refuse(400, "Not a path");
    if (!path.startsWith(at)) return refuse(404, "Not found");
    if (path.endsWith("/")) path += "index.html";
    const name = path.slice(at.length);
    const found = await chosen(join(folder, name), isCompressible(name) ? (request.headers["accept-encoding"] ?? "") : "");
    if (!found) return refuse(404, "Not found");
    const { file, size, encoding } = found;
    const compressed = encoding ? { "Content-Encoding": encoding } : {};
    response.writeHead(200, { ...headersOf(name, policies), ...compressed, Vary: "Accept-Encoding", "Content-Length": size });
    if (request.method === "HEAD") return response.end();
    createReadStream(file)
      .on("error", () => response.destroy())
      .pipe(response);
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", () => resolve(undefined)));
  return {
    origin: `http://localhost:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`,
    close: () => new Promise((resolve) => (server.closeAllConnections?.(), server.close(resolve))),
  };
}

/** The file itself, or its compressed form if the browser takes that. @param {string} file @param {string} accepted */
async function chosen(file, accepted) {
  const taken = Object.entries(encodings).filter(([encoding]) => new RegExp(`\\b${encoding}\\b`).test(accepted));
  for (const [encoding, ending] of [...taken, [undefined, ""]]) {
    const found = await stat(file + ending).catch(() => undefined);
    if (found?.isFile()) return { file: file + ending, size: found.size, encoding };
  }
  return undefined;
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
    } catch (caught) {
      const error = /** @type {NodeJS.ErrnoException} */ (caught);
      if (error.code !== "EADDRINUSE" && error.code !== "EACCES") throw error;
      console.log(`Port ${port} is ${error.code === "EACCES" ? "not allowed for this user" : "taken"}; trying the next one.`);
    }
  }
  fail(`No free port from ${first} on. Choose another start: PORT=9000 ./web/serve`);
}

/** @param {string} sentence */
function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await main();
