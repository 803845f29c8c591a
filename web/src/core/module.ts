// The compiled core as its glue exports it, with WebAssembly or without: text in, text out.

/** The default export of the Emscripten glue, as far as it is used here. */
export type CoreFactory = (options: { wasmBinary: ArrayBuffer | Uint8Array }) => Promise<CoreModule>;

/** What core-fallback.ts is: the same module without WebAssembly. */
export type CoreFallback = () => Promise<{ startFallback: () => Promise<CoreModule> }>;

export interface CoreModule {
  advance(caseText: string | Uint8Array): string;
  version(): string;
}

/** Text in, text out. As bytes, because the glue converts text character by character, which takes longer than all rules. */
export const advanceText = (module: CoreModule, caseText: string): string => module.advance(new TextEncoder().encode(caseText));
