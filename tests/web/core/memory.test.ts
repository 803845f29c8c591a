// The wasm gives the memory of a turn back when the turn is made, so it needs as much as its largest case, however many
// cases it was asked.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { advanceText, type CoreModule } from "../../../web/src/core/module";
import type { Case } from "../../../web/src/contract";
import { root } from "../support/root";

const folder = join(root, "build/wasm");
const now = "2026-11-23T08:00:00Z";

interface Measured {
  module: CoreModule;
  bytes(): number;
}

async function start(): Promise<Measured> {
  const { default: factory } = (await import(pathToFileURL(join(folder, "alimail-core.mjs")).href)) as typeof import("alimail-core");
  const { module, instance } = await new Promise<{ module: CoreModule; instance: WebAssembly.Instance }>((resolve, reject) => {
    let started: WebAssembly.Instance;
    const made = factory({
      instantiateWasm(imports, done) {
        readFile(join(folder, "alimail-core.wasm"))
          .then((bytes) => WebAssembly.compile(new Uint8Array(bytes)))
          .then((compiled) => WebAssembly.instantiate(compiled, imports))
          .then((instance) => {
            started = instance;
            done(instance);
          })
          .catch(reject);
        return {};
      },
    });
    made.then((module) => resolve({ module, instance: started }), reject);
  });
  const memory = Object.values(instance.exports).find((each) => each instanceof WebAssembly.Memory)!;
  return { module, bytes: () => memory.buffer.byteLength };
}

const caseText = (complaint: string, more: Partial<Case> = {}): string =>
  JSON.stringify({ version: 1, now, subject: "abc.example", complaint, ...more });

const small = caseText("my account is frozen");

test("a thousand cases need no more memory than one", async () => {
  const { module, bytes } = await start();
  const turn = advanceText(module, small);
  const needed = bytes();
  for (let i = 0; i < 1000; ++i) assert.equal(advanceText(module, small), turn);
  assert.equal(bytes(), needed);
});

test("after a case of 8 MiB, small ones give the same turns as before, and the next large one needs no more memory", async () => {
  const { module, bytes } = await start();
  const turn = advanceText(module, small);
  const large = [caseText("frozen. ".repeat(1_040_000)), `[${"[],".repeat(2_790_000)}0]`];
  let needed = 0;
  for (let round = 0; round < 3; ++round) {
    for (const text of large) {
      assert.doesNotMatch(advanceText(module, text), /too-large/);
      assert.equal(advanceText(module, small), turn);
    }
    needed ||= bytes();
    assert.equal(bytes(), needed);
  }
});
