// A proxy that leads every name and address to the lab's outside, for browsers that cannot be told so by a switch as
// Chromium can. TLS goes through it untouched, so the outside still sees which host was meant. Loopback does not come here.

import { createServer } from "node:http";
import { connect } from "node:net";
import { listen } from "./processes.mjs";

// Errands of the browsers themselves: they end here, so that what knocks at the outside was sent by a page.
const ERRANDS = /(^|\.)(mozilla\.(org|com|net)|firefox\.com|mozgcp\.net|googleapis\.com|digicert\.com)$/;

export async function startRelay(/** @type {number} */ outside) {
  const server = createServer((_request, response) => response.writeHead(403).end()); // plain HTTP: no page of ours asks for it
  server.on("connect", (/** @type {import('node:http').IncomingMessage} */ request, /** @type {import('node:net').Socket} */ socket) => {
    const host = (request.url ?? "").replace(/:\d+$/, "");
    if (ERRANDS.test(host)) return socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
    const onwards = connect(outside, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      socket.pipe(onwards).pipe(socket);
    });
    for (const [one, other] of [
      [socket, onwards],
      [onwards, socket],
    ]) {
      one.on("error", () => {}); // one that leaves early is the other's end, too
      one.on("close", () => other.destroy());
    }
  });
  return listen(server);
}
