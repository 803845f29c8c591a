// The wasm core for tests in node: both its parts, as they are shipped, from the disk.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { startFallback } from "../../../web/src/core/core-fallback";
import { startCore, type Core, type Lesson } from "../../../web/src/core/core";
import { advanceText, teach, type CoreFactory, type CoreModule } from "../../../web/src/core/module";
import { join as joinParts, start, type Started } from "../../../web/src/core/parts";
import { root } from "./root";

const folder = join(root, "build/wasm");

export const coreBytes = (): Promise<Uint8Array> => readFile(join(folder, "parts/alimail-core.wasm"));
export const wordsBytes = (): Promise<Uint8Array> => readFile(join(folder, "parts/alimail-words.wasm"));
export const readLexicon = (): Promise<Uint8Array> => readFile(join(folder, "alimail-lexicon.json"));

export async function loadCoreNode(): Promise<Core> {
  return startCore(await readFactory(), await compiled(coreBytes()), await readLesson());
}

/** The module itself, which can read a complaint. */
export const loadCoreModule = async (): Promise<CoreModule> => (await startWhole()).module;

export async function startWhole(): Promise<Started> {
  const started = await startFirstPart();
  await joinParts(started, await compiled(wordsBytes()));
  teach(started.module, await readLexicon());
  return started;
}

/** The same without WebAssembly. */
export async function loadFallbackModule(): Promise<CoreModule> {
  const module = await startFallback();
  teach(module, await readLexicon());
  return module;
}

/** Text in and text out, to compare bytes. */
export const loadCoreText = async (): Promise<Advance> => advanceOf(await loadCoreModule());

/** The same without the part that reads a complaint. */
export const loadFirstPartText = async (): Promise<Advance> => advanceOf((await startFirstPart()).module);

/** The same for the core without WebAssembly. */
export const loadFallbackText = async (): Promise<Advance> => advanceOf(await loadFallbackModule());

type Advance = (caseText: string) => string;

const advanceOf =
  (module: CoreModule): Advance =>
  (caseText) =>
    advanceText(module, caseText);

const startFirstPart = async (): Promise<Started> => start(await readFactory(), await compiled(coreBytes()));

const readLesson = async (): Promise<Lesson> => ({ lexicon: await readLexicon(), words: await compiled(wordsBytes()) });

export const compiled = async (bytes: Promise<Uint8Array>): Promise<WebAssembly.Module> => WebAssembly.compile(new Uint8Array(await bytes));

export async function readFactory(): Promise<CoreFactory> {
  const glue = pathToFileURL(join(folder, "alimail-core.mjs")).href;
  return ((await import(glue)) as { default: CoreFactory }).default;
}
