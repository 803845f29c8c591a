// A file that stalls fails like one that is missing, with its name; and whether the host has another version.

import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { after, test, type TestContext } from "node:test";
import { fetchInTime, inTime, LoadError, patience } from "../../../web/src/load/in-time";
import { isReplaced } from "../../../web/src/load/replaced";

const fault = async (work: Promise<unknown>): Promise<LoadError> => {
  const error = await work.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  assert.ok(error instanceof LoadError, String(error));
  return error;
};

/** Keeps timers of that length from running until the function is called. */
function heldTimers(t: TestContext): () => void {
  const held: (() => void)[] = [];
  const real = globalThis.setTimeout;
  t.after(() => void (globalThis.setTimeout = real));
  globalThis.setTimeout = ((work: () => void, time: number) => (time === patience ? held.push(work) : real(work, time))) as typeof real;
  return () => held.forEach((work) => work());
}

const shells: Record<string, string> = {
  "/same/": 'import("./main-ABCDEFGH.js")',
  "/other/": 'import("./main-ZZZZZZZZ.js")',
  "/odd/": "<html>a page of errors</html>",
};
const server: Server = createServer((request, response) => {
  const [, folder = ""] = /^(\/\w+\/)alimail-checker\.js$/.exec(request.url ?? "") ?? [];
  if (request.url === "/stalls.wasm") return;
  response.writeHead(shells[folder] === undefined ? 404 : 200).end(shells[folder] ?? "");
});
await new Promise((done) => server.listen(0, "127.0.0.1", () => done(undefined)));
const home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
after(() => server.closeAllConnections());
after(() => server.close());

test("what arrives in time is given on", async () => assert.equal(await inTime("x", Promise.resolve(7)), 7));

test("an import that stalls is late, with its name", async (t) => {
  const runOut = heldTimers(t);
  const caught = fault(inTime("result", new Promise(() => {})));
  runOut();
  assert.deepEqual([(await caught).fault, (await caught).file], ["late", "result"]);
});

test("an import that fails is missing, with the name that the error gives", async () => {
  const { fault: kind, file } = await fault(inTime("result", Promise.reject(new TypeError("Failed: https://x.example/result-ABC.js"))));
  assert.deepEqual([kind, file], ["missing", "result-ABC.js"]);
});

test("a fetch that stalls is ended, and late", async (t) => {
  const runOut = heldTimers(t);
  const ended = new Promise((done) => server.once("request", (request) => request.once("close", done)));
  const asked = new Promise((done) => server.once("request", done));
  const caught = fault(fetchInTime(`${home}/stalls.wasm`, (response) => response.text()));
  await asked;
  runOut();
  assert.deepEqual([(await caught).fault, (await caught).file], ["late", "stalls.wasm"]);
  await ended;
});

test("a file that is not there is missing, and so is one that cannot be read", async () => {
  assert.equal((await fault(fetchInTime(`${home}/no/x.json?1`, (response) => response.text()))).file, "x.json");
  const unread = fetchInTime(`${home}/same/alimail-checker.js`, (response) => response.json());
  assert.deepEqual([(await fault(unread)).fault, (await fault(unread)).file], ["missing", "alimail-checker.js"]);
});

for (const [folder, expected] of [
  ["same", false],
  ["other", true],
  ["odd", false],
  ["gone", false],
] as const) {
  test(`the host's shell is ${folder}: replaced is ${expected}`, async () =>
    assert.equal(await isReplaced(`${home}/${folder}/main-ABCDEFGH.js`), expected));
}
