// One query to one resolver, with real servers that answer well, badly or not at all.

import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { askOne, maxBody, type Asked, type AskOptions } from "../../../web/src/lookup/ask";
import * as servers from "../support/server";
import { query, resolverAt, serve, type Handler, type Served } from "../support/server";

const at = "2026-11-23T08:00:00.000Z";
const patient: AskOptions = { timeoutMs: 20000, now: () => new Date(at), online: () => true, firstFormat: "wire" };
const brief: AskOptions = { ...patient, timeoutMs: 50 };
const enoughForHeaders: AskOptions = { ...patient, timeoutMs: 600 };
const never = new AbortController().signal;

async function ask(served: Served, options: AskOptions = patient): Promise<Asked> {
  const asked = await askOne(query(), resolverAt(served), options, never);
  assert.ok(asked);
  return asked;
}

async function askHandler(t: TestContext, handler: Handler, options?: AskOptions): Promise<Asked> {
  return ask(await serve(t, handler), options);
}

const send =
  (body: Buffer | string, contentType = "application/dns-message", status = 200): Handler =>
  (_request, response) => {
    response.writeHead(status, contentType ? { "content-type": contentType } : {}).end(body);
  };

test("a wire answer becomes base64 with its status and type", async (t) => {
  const { answer, settled, format } = await askHandler(t, servers.wireAnswer);
  assert.deepEqual(answer, {
    resolver: "test",
    name: "abc.com",
    type: "A",
    at,
    status: 200,
    contentType: "application/dns-message",
    bodyBase64: servers.message.toString("base64"),
  });
  assert.deepEqual([settled, format], [true, "wire"]);
});

test("the request is a GET with the query and no header of ours but Accept", async (t) => {
  const served = await serve(t, servers.wireAnswer);
  await ask(served);
  const [request] = served.seen;
  assert.ok(request);
  assert.equal(request.method, "GET");
  assert.equal(request.url.searchParams.get("dns"), query().wire);
  assert.equal(request.headers.accept, "application/dns-message");
  for (const name of ["cookie", "referer", "authorization", "content-type"]) assert.equal(request.headers[name], undefined);
});

test("a parameter that belongs to the resolver's address stays", async (t) => {
  const served = await serve(t, servers.wireAnswer);
  await askOne(query(), resolverAt({ url: `${served.url}?key=1` }), patient, never);
  assert.equal(served.seen[0]?.url.searchParams.get("key"), "1");
});

for (const [sentence, wire] of [
  ["HTML", servers.html],
  ["HTTP 500", servers.status(500)],
  ["HTTP 404", servers.status(404)],
  ["a reset", servers.reset],
  ["an empty body", send("")],
  ["five bytes", send("short")],
  ["65,536 bytes", send(Buffer.alloc(maxBody + 1))],
] as [string, Handler][]) {
  test(`after ${sentence} on the wire path the JSON path is asked at once`, async (t) => {
    const served = await serve(t, servers.paths(wire, servers.jsonAnswer));
    const { answer, settled, format } = await ask(served);
    assert.equal(answer.body, servers.json);
    assert.equal(answer.failure, undefined);
    assert.deepEqual([settled, format], [true, "json"]);
    const asked = served.seen[served.seen.length - 1]?.url.searchParams;
    assert.deepEqual([asked?.get("name"), asked?.get("type")], ["abc.com", "A"]);
  });
}

test("JSON that calls itself plain text is JSON", async (t) => {
  const { answer, settled } = await askHandler(t, servers.paths(servers.reset, send(servers.json, "text/plain")));
  assert.equal(answer.body, servers.json);
  assert.equal(settled, true);
});

test("a message without a content type is a message", async (t) => {
  const { answer, settled } = await askHandler(t, send(servers.message, ""));
  assert.equal(answer.bodyBase64, servers.message.toString("base64"));
  assert.equal(settled, true);
});

test("64 kB of random bytes are handed on as they are", async (t) => {
  const bytes = Buffer.alloc(maxBody, 0).map((_, index) => (index * 7919) % 251);
  const { answer } = await askHandler(t, send(Buffer.from(bytes)));
  assert.equal(answer.bodyBase64, Buffer.from(bytes).toString("base64"));
});

test("a resolver that never answers is a timeout, and is not asked twice", async (t) => {
  const served = await serve(t, servers.hang);
  const { answer, settled } = await ask(served, brief);
  assert.deepEqual([answer.failure, answer.status, settled], ["timeout", undefined, false]);
  assert.equal(served.seen.length, 1);
});

test("a body that never ends is a timeout with its status", async (t) => {
  const { answer } = await askHandler(
    t,
    (_request, response) => {
      response.writeHead(200, { "content-type": "application/dns-message" });
      response.write(servers.message);
    },
    enoughForHeaders,
  );
  assert.deepEqual([answer.failure, answer.status], ["timeout", 200]);
});

test("both paths share one limit of time", async (t) => {
  const { answer } = await askHandler(t, servers.paths(servers.status(500), servers.hang), enoughForHeaders);
  assert.deepEqual([answer.status, answer.body, answer.failure], [500, "no", undefined]);
});

test("a reset on both paths is blocked: no readable answer, and no more is known", async (t) => {
  const served = await serve(t, servers.reset);
  const { answer, settled } = await ask(served);
  assert.deepEqual([answer.failure, answer.status, settled], ["blocked", undefined, false]);
});

test("a port where nobody listens is blocked", async () => {
  const { answer } = await ask({ url: await servers.deadUrl(), seen: [] });
  assert.equal(answer.failure, "blocked");
});

test("HTML on both paths is handed on as text, with its status", async (t) => {
  const { answer, settled } = await askHandler(t, servers.html);
  assert.deepEqual([answer.status, answer.contentType, settled], [200, "text/html", false]);
  assert.match(answer.body ?? "", /Log in/);
});

test("a status tells more than a reset", async (t) => {
  const { answer } = await askHandler(t, servers.paths(servers.reset, servers.status(503)));
  assert.deepEqual([answer.status, answer.failure], [503, undefined]);
});

test("who answers 429 is not asked again", async (t) => {
  const served = await serve(t, servers.status(429));
  const { answer } = await ask(served);
  assert.equal(answer.status, 429);
  assert.equal(served.seen.length, 1);
});

test("a body that breaks off is unreadable", async (t) => {
  const { answer } = await askHandler(t, (_request, response) => {
    response.writeHead(200, { "content-type": "application/dns-message", "content-length": "100" });
    response.write(servers.message, () => response.destroy());
  });
  assert.deepEqual([answer.failure, answer.status, answer.bodyBase64], ["unreadable", 200, undefined]);
});

test("a flood is cut off at 64 kB and called unreadable", async (t) => {
  let closed = 0;
  const flood: Handler = (_request, response) => {
    response.writeHead(200, { "content-type": "application/dns-message" });
    const pour = (): void => {
      while (response.write(Buffer.alloc(16384)));
    };
    response.on("drain", pour).on("close", () => (closed += 1));
    pour();
  };
  const { answer } = await askHandler(t, flood);
  assert.deepEqual([answer.failure, answer.status], ["unreadable", 200]);
  assert.ok(closed <= 2);
});

test("a content type of 10,000 characters is shortened", async (t) => {
  const { answer } = await askHandler(t, send(servers.message, `application/${"x".repeat(10000)}`));
  assert.equal(answer.contentType?.length, 200);
});

test("without a network nothing is asked", async (t) => {
  const served = await serve(t, servers.wireAnswer);
  const { answer } = await ask(served, { ...patient, online: () => false });
  assert.equal(answer.failure, "offline");
  assert.equal(served.seen.length, 0);
});

test("the JSON path goes first where it is known to work", async (t) => {
  const served = await serve(t, servers.jsonAnswer);
  await ask(served, { ...patient, firstFormat: "json" });
  assert.deepEqual(
    served.seen.map(({ url }) => servers.isWire(url)),
    [false],
  );
});

test("the wire path is the second where JSON went first", async (t) => {
  const { answer, format } = await askHandler(t, servers.paths(servers.wireAnswer, servers.html), {
    ...patient,
    firstFormat: "json",
  });
  assert.equal(format, "wire");
  assert.ok(answer.bodyBase64);
});

test("a query without validation says so in the JSON form and in its answer", async (t) => {
  const served = await serve(t, servers.jsonAnswer);
  const options: AskOptions = { ...patient, firstFormat: "json" };
  const asked = await askOne({ ...query(), checkingDisabled: true }, resolverAt(served), options, never);
  assert.equal(asked?.answer.checkingDisabled, true);
  await askOne(query(), resolverAt(served), options, never);
  assert.deepEqual(
    served.seen.map(({ url }) => url.searchParams.get("cd")),
    ["1", null],
  );
});

test("a JSON path that wants to be named is named", async (t) => {
  const served = await serve(t, servers.jsonAnswer);
  const resolver = { ...resolverAt(served), jsonAccept: "application/dns-json" };
  await askOne(query(), resolver, { ...patient, firstFormat: "json" }, never);
  assert.equal(served.seen[0]?.headers.accept, "application/dns-json");
});

test("after a cancel there is no answer", async (t) => {
  const controller = new AbortController();
  const served = await serve(t, () => controller.abort());
  assert.equal(await askOne(query(), resolverAt(served), patient, controller.signal), undefined);
});

test("what was cancelled before it began asks nothing", async (t) => {
  const controller = new AbortController();
  controller.abort();
  const served = await serve(t, servers.wireAnswer);
  assert.equal(await askOne(query(), resolverAt(served), patient, controller.signal), undefined);
  assert.equal(served.seen.length, 0);
});

// ---------------------------------------------------------------- asked to slow down

const at429: [string, number, Record<string, string>, { limited: boolean; retryAfter: number | undefined; requests: number }][] = [
  ["429", 429, {}, { limited: true, retryAfter: undefined, requests: 1 }],
  ["429 with seconds", 429, { "retry-after": "30" }, { limited: true, retryAfter: 30, requests: 1 }],
  ["503 with seconds", 503, { "retry-after": "5" }, { limited: true, retryAfter: 5, requests: 1 }],
  ["503 with a date", 503, { "retry-after": "Mon, 23 Nov 2026 08:01:00 GMT" }, { limited: true, retryAfter: 60, requests: 1 }],
  ["a date that is over", 429, { "retry-after": "Mon, 23 Nov 2020 08:01:00 GMT" }, { limited: true, retryAfter: undefined, requests: 1 }],
  ["no time", 429, { "retry-after": "soon" }, { limited: true, retryAfter: undefined, requests: 1 }],
  ["503 alone is a failure like others", 503, {}, { limited: false, retryAfter: undefined, requests: 2 }],
  ["500 with seconds too", 500, { "retry-after": "5" }, { limited: false, retryAfter: 5, requests: 2 }],
];

for (const [what, status, headers, { requests, ...expected }] of at429) {
  test(`${what}: ${expected.limited ? "the resolver is asked once, and it is told" : "the other format is tried"}`, async (t) => {
    const served = await serve(t, (_request, response) => void response.writeHead(status, headers).end());
    const { limited, retryAfter, settled } = await ask(served);
    assert.deepEqual({ limited, retryAfter }, expected);
    assert.equal(settled, false);
    assert.equal(served.seen.length, requests);
  });
}
