// Real HTTP servers on loopback that answer well or badly, for the lookup tests. All are closed after the test.

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestContext } from "node:test";
import type { Query, Reach } from "../../../web/src/contract";
import type { Resolver } from "../../../web/src/lookup/resolvers";

export type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => void;

export interface Served {
  url: string;
  seen: { method: string; url: URL; headers: IncomingMessage["headers"] }[];
}

export async function serve(t: TestContext, handler: Handler): Promise<Served> {
  const seen: Served["seen"] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    seen.push({ method: request.method ?? "", url, headers: request.headers });
    handler(request, response, url);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/dns-query`, seen };
}

/** An address where a server has just stopped listening. */
export async function deadUrl(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}/dns-query`;
}

/** A message of twelve bytes: enough where only the transport is tested. */
export const message = Buffer.from([0, 0, 0x81, 0x80, 0, 0, 0, 0, 0, 0, 0, 0]);
export const json = '{"Status":0,"Question":[{"name":"abc.com.","type":1}]}';

export const isWire = (url: URL): boolean => url.searchParams.has("dns");

export const wireAnswer: Handler = (_request, response) => {
  response.writeHead(200, { "content-type": "application/dns-message" }).end(message);
};

export const jsonAnswer: Handler = (_request, response) => {
  response.writeHead(200, { "content-type": "application/dns-json; charset=UTF-8" }).end(json);
};

export const hang: Handler = () => undefined;

export const reset: Handler = (request) => {
  request.socket.destroy();
};

export const html: Handler = (_request, response) => {
  response.writeHead(200, { "content-type": "text/html" }).end("<html>Log in to this network</html>");
};

export const status =
  (code: number): Handler =>
  (_request, response) => {
    response.writeHead(code, { "content-type": "text/plain" }).end("no");
  };

/** One handler for ?dns=, another for ?name=. */
export const paths =
  (wire: Handler, other: Handler): Handler =>
  (request, response, url) =>
    (isWire(url) ? wire : other)(request, response, url);

export function resolverAt(served: { url: string }, id = "test"): Resolver {
  return { id, name: id, operator: id, region: "own", wireUrl: served.url, jsonUrl: served.url };
}

export function query(name = "abc.com", reach: Reach = "every"): Query {
  return { name, type: "A", wire: "AAABAAABAAAAAAAAA2FiYwNjb20AAAEAAQ", why: "login", reach };
}
