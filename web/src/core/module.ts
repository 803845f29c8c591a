// The compiled core as its glue gives it, with WebAssembly or without: text in, text out.

/** What the Emscripten glue exports by default, as far as it is used here. */
export type CoreFactory = (options: { wasmBinary: ArrayBuffer | Uint8Array }) => Promise<CoreModule>;

/** What core-fallback.ts is: the same module without WebAssembly. */
export type CoreFallback = () => Promise<{ startFallback: () => Promise<CoreModule> }>;

export interface CoreModule {
  advance(caseText: string): string;
  version(): string;
}
