// The wasm core for tests in node. The bytes of the module in build/wasm are read from the disk, as the glue of the oldest
// Emscripten would try to fetch a path.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { startFallback } from "../../../web/src/core/core-fallback";
import { startCore, type Core } from "../../../web/src/core/core";
import { advanceText, type CoreFactory, type CoreModule } from "../../../web/src/core/module";
import { root } from "./root";

const folder = join(root, "build/wasm");

export async function loadCoreNode(): Promise<Core> {
  const { factory, bytes } = await read();
  return startCore(factory, bytes);
}

/** The module itself. */
export async function loadCoreModule(): Promise<CoreModule> {
  const { factory, bytes } = await read();
  return factory({ wasmBinary: bytes });
}

/** Text in and text out, to compare bytes. */
export async function loadCoreText(): Promise<(caseText: string) => string> {
  const module = await loadCoreModule();
  return (caseText) => advanceText(module, caseText);
}

/** The same for the core without WebAssembly. */
export async function loadFallbackText(): Promise<(caseText: string) => string> {
  const module = await startFallback();
  return (caseText) => advanceText(module, caseText);
}

async function read(): Promise<{ factory: CoreFactory; bytes: Uint8Array }> {
  const glue = pathToFileURL(join(folder, "alimail-core.mjs")).href;
  const { default: factory } = (await import(glue)) as { default: CoreFactory };
  return { factory, bytes: await readFile(join(folder, "alimail-core.wasm")) };
}
