// Loading the core: each way to fail has its name, a retry really retries, and the real module works.

import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { lexicon, wasm, wordsWasm } from "asset-names";
import type { Case } from "../../../web/src/contract";
import { CoreError, loadCore, startCore, type Core } from "../../../web/src/core/core";
import {
  compiled,
  coreBytes,
  loadCoreNode,
  loadCoreText,
  loadFallbackText,
  readFactory,
  readLexicon,
  wordsBytes,
} from "../support/core-node";
import { serve } from "../support/server";

const bytes = await coreBytes();
const empty: Case = { version: 1, now: "2026-11-23T08:00:00Z", subject: "", complaint: "" };

const named = (code: string) => (error: unknown) => error instanceof CoreError && error.code === code;

const refuses = (): Promise<never> => Promise.reject(new WebAssembly.CompileError("refused by the policy"));

function withoutWasm(t: TestContext): void {
  const scope = globalThis as { WebAssembly?: typeof WebAssembly };
  const kept = scope.WebAssembly;
  scope.WebAssembly = undefined;
  t.after(() => (scope.WebAssembly = kept));
}

// A core that stopped is not kept: the next call of loadCore() starts another one.
function stop(core: Core): void {
  assert.throws(() => core.advance(BigInt(1) as never), named("core-stopped"));
}

// The order matters: the promise of the last success lasts as long as the page.

test("without WebAssembly, as in Lockdown Mode, the fallback answers and no bytes are downloaded", async (t) => {
  const { seen, url } = await serve(t, (_request, response) => response.end(bytes));
  const wanted = (await loadCoreNode()).advance(empty);
  withoutWasm(t);
  const core = await loadCore(false, { base: url });
  assert.deepEqual(core.advance(empty), wanted);
  assert.equal(seen.length, 0);
  stop(core);
});

test("a policy that refuses WebAssembly gets the fallback, too", async (t) => {
  const { seen, url } = await serve(t, (_request, response) => response.end(bytes));
  t.mock.method(WebAssembly, "compile", refuses);
  const core = await loadCore(false, { base: url });
  assert.match(core.version(), /^\d+\.\d+/);
  assert.equal(seen.length, 0);
  stop(core);
});

test("where the fallback does not come either, the error says what is the matter with WebAssembly", async (t) => {
  const none = (): Promise<never> => Promise.reject(new TypeError("Failed to fetch"));
  await t.test("it is missing", async (t) => {
    withoutWasm(t);
    await assert.rejects(loadCore(false, { base: "https://nowhere.invalid", fallback: none }), named("wasm-missing"));
  });
  await t.test("it is refused", async (t) => {
    t.mock.method(WebAssembly, "compile", refuses);
    await assert.rejects(loadCore(false, { base: "https://nowhere.invalid", fallback: none }), named("wasm-refused"));
  });
});

test("the fallback takes a case of megabytes: its memory grows", async () => {
  const [wasm, fallback] = [await loadCoreText(), await loadFallbackText()];
  const text = JSON.stringify({ ...empty, complaint: "x".repeat(30_000_000) }); // its memory starts with 16 MB
  assert.equal(fallback(text), wasm(text));
  assert.equal(fallback(JSON.stringify(empty)), wasm(JSON.stringify(empty)));
});

test("bytes that do not arrive are core-not-loaded", async (t) => {
  const { url } = await serve(t, (_request, response) => response.writeHead(404).end("no such file"));
  await assert.rejects(loadCore(false, { base: url }), named("core-not-loaded"));
});

test("a page of HTML in place of the bytes is core-not-loaded", async (t) => {
  const { url } = await serve(t, (_request, response) => response.writeHead(200).end("<html>"));
  await assert.rejects(loadCore(false, { base: url }), named("core-not-loaded"));
});

test("after failures the next call tries again, whatever type the host sends, and the page has one core", async (t) => {
  const { seen, url } = await serve(t, (_request, response) => {
    response.writeHead(200, { "content-type": "text/plain" }).end(bytes);
  });
  const [one, two] = await Promise.all([loadCore(false, { base: url }), loadCore(false, { base: url })]);
  assert.equal(one, two);
  assert.equal(await loadCore(false), one);
  assert.deepEqual(
    seen.map((request) => request.url.pathname),
    [`/${wasm}`],
  );
  assert.match(one.version(), /^\d+\.\d+/);
});

// The next tests go on with the core that the last one loaded.
const complaint: Case = { ...empty, complaint: "the account is frozen" };

const ofWords = new Map([
  [`/${lexicon}`, await readLexicon()],
  [`/${wordsWasm}`, await wordsBytes()],
]);

for (const [what, missing] of [
  ["a lexicon", lexicon],
  ["the part of the wasm that reads words", wordsWasm],
]) {
  test(`${what} that does not arrive is core-not-loaded, and only words need it`, async (t) => {
    const { url } = await serve(t, (_request, response, { pathname }) => {
      const file = pathname === `/${missing}` ? undefined : ofWords.get(pathname);
      response.writeHead(file ? 200 : 404).end(file);
    });
    await assert.rejects(
      loadCore(true, { base: url }),
      (error) => named("core-not-loaded")(error) && (error as CoreError).file === missing,
    );
    const core = await loadCore(false, { base: url });
    assert.ok("subject" in core.advance(empty));
    assert.deepEqual(Object.values(core.advance(complaint)), [{ code: "no-lexicon", detail: "" }]);
  });
}

test("a module that does not fit, in place of that part, is core-not-loaded", async () => {
  const withUnknownImport = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 2, 11, 1, 4, 99, 111, 114, 101, 2, 110, 111, 0, 0];
  const words = await WebAssembly.compile(new Uint8Array(withUnknownImport));
  const lesson = { lexicon: await readLexicon(), words };
  await assert.rejects(startCore(await readFactory(), await compiled(coreBytes()), lesson), named("core-not-loaded"));
});

test("with both the same core reads words, and they are loaded once", async (t) => {
  const { seen, url } = await serve(t, (_request, response, { pathname }) => response.end(ofWords.get(pathname)));
  const [one, two] = await Promise.all([loadCore(true, { base: url }), loadCore(true, { base: url })]);
  assert.equal(one, two);
  assert.deepEqual(one.advance(complaint), (await loadCoreNode()).advance(complaint));
  await loadCore(true);
  assert.deepEqual(seen.map((request) => request.url.pathname).sort(), [...ofWords.keys()].sort());
});

test("a module that traps is core-stopped, from either door", async () => {
  const trap = (): never => {
    throw new Error("unreachable");
  };
  const traps = { HEAPU8: new Uint8Array(), room: trap, proceed: trap, turn: trap, learn: trap, advance: trap, version: trap };
  const core = await startCore(() => Promise.resolve(traps), await compiled(coreBytes()));
  assert.throws(() => core.advance(empty), named("core-stopped"));
  assert.throws(() => core.version(), named("core-stopped"));
});

test("a case without a subject gives a turn", async () => {
  const core = await loadCoreNode();
  const turn = core.advance(empty);
  assert.ok("subject" in turn);
  assert.equal(turn.subject.kind, "empty");
});

test("what is no JSON is refused by name, and the module lives on", async () => {
  const advance = await loadCoreText();
  assert.deepEqual(Object.keys(JSON.parse(advance("{")) as object), ["error"]);
  assert.deepEqual(Object.keys(JSON.parse(advance("[".repeat(100000))) as object), ["error"]);
  assert.ok("subject" in (JSON.parse(advance(JSON.stringify(empty))) as object));
});
