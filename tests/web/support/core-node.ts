// The wasm core for tests in node. The bytes of the module in build/wasm are read from the disk, as the glue of the oldest
// Emscripten would try to fetch a path.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { startFallback } from "../../../web/src/core/core-fallback";
import { startCore, type Core } from "../../../web/src/core/core";
import { advanceText, teach, type CoreFactory, type CoreModule } from "../../../web/src/core/module";
import { root } from "./root";

const folder = join(root, "build/wasm");

export async function loadCoreNode(): Promise<Core> {
  const { factory, bytes } = await read();
  return startCore(factory, bytes, await readLexicon());
}

/** The module itself, which can read a complaint. */
export async function loadCoreModule(): Promise<CoreModule> {
  const { factory, bytes } = await read();
  return taught(await factory({ wasmBinary: bytes }));
}

/** The same without WebAssembly. */
export const loadFallbackModule = async (): Promise<CoreModule> => taught(await startFallback());

export const readLexicon = (): Promise<Uint8Array> => readFile(join(folder, "alimail-lexicon.json"));

export async function taught(module: CoreModule): Promise<CoreModule> {
  teach(module, await readLexicon());
  return module;
}

/** Text in and text out, to compare bytes. */
export async function loadCoreText(): Promise<(caseText: string) => string> {
  const module = await loadCoreModule();
  return (caseText) => advanceText(module, caseText);
}

/** The same for the core without WebAssembly. */
export async function loadFallbackText(): Promise<(caseText: string) => string> {
  const module = await loadFallbackModule();
  return (caseText) => advanceText(module, caseText);
}

async function read(): Promise<{ factory: CoreFactory; bytes: Uint8Array }> {
  const glue = pathToFileURL(join(folder, "alimail-core.mjs")).href;
  const { default: factory } = (await import(glue)) as { default: CoreFactory };
  return { factory, bytes: await readFile(join(folder, "alimail-core.wasm")) };
}
