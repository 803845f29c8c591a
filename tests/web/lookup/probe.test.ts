// The probe with real servers: what counts as reached, and that nothing else does.
//
// Redirects are left to the browser suite: node 20's fetch never settles on one in no-cors mode.

import assert from "node:assert/strict";
import { test } from "node:test";
import { probe } from "../../../web/src/lookup/probe";
import * as servers from "../support/server";
import { serve } from "../support/server";

const at = "2026-11-23T08:00:00.000Z";
const never = new AbortController().signal;
const patient = { timeoutMs: 20000, now: () => new Date(at) };

for (const code of [200, 401, 404, 503]) {
  test(`HTTP ${code} is reached: something answered`, async (t) => {
    const { url } = await serve(t, servers.status(code));
    assert.deepEqual(await probe(url, patient, never), { url, outcome: "reached", at });
  });
}

test("a page that goes on for ever is reached, for nobody reads it", async (t) => {
  const { url } = await serve(t, (_request, response) => void response.writeHead(200).write("<html>"));
  assert.equal((await probe(url, patient, never))?.outcome, "reached");
});

test("the request carries neither cookie nor referrer", async (t) => {
  const served = await serve(t, servers.html);
  await probe(served.url, patient, never);
  assert.deepEqual([served.seen[0]?.headers.cookie, served.seen[0]?.headers.referer], [undefined, undefined]);
});

test("a reset has failed", async (t) => {
  const { url } = await serve(t, servers.reset);
  assert.equal((await probe(url, patient, never))?.outcome, "failed");
});

test("a port where nobody listens has failed", async () => {
  assert.equal((await probe(await servers.deadUrl(), patient, never))?.outcome, "failed");
});

test("what is no address has failed, and nothing is thrown", async () => {
  assert.equal((await probe("https://", patient, never))?.outcome, "failed");
});

test("a server that never answers is a timeout", async (t) => {
  const { url } = await serve(t, servers.hang);
  assert.equal((await probe(url, { ...patient, timeoutMs: 50 }, never))?.outcome, "timeout");
});

test("after a cancel there is no outcome", async (t) => {
  const controller = new AbortController();
  const { url } = await serve(t, () => controller.abort());
  assert.equal(await probe(url, patient, controller.signal), undefined);
});
