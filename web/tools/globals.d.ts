// What web/build.mjs puts in place of these.

declare const __VERSION__: string; // of CMakeLists.txt

declare module "*.css" {
  const text: string; // minified, for adoptedStyleSheets
  export default text;
}

// Made by tools/shell-words.mjs: tag, key, text.
declare module "shell-words" {
  const texts: Record<string, Record<string, string>>;
  export default texts;
}

// The words that the shell needs before any locale file (web/tools/shell-words.mjs): texts[language][key].
declare module "shell-words" {
  const texts: Record<string, Record<string, string>>;
  export default texts;
}

// Made by tools/locale-keys.mjs: what the words of a locale file belong to, and the hash in its name.
declare module "locale-keys" {
  export const keys: readonly string[];
  export const hash: string;
}

// The glue that Emscripten writes (build/wasm/alimail-core.mjs).
declare module "alimail-core" {
  interface CoreModule {
    advance(caseText: string): string;
    version(): string;
  }
  interface CoreOptions {
    wasmBinary?: ArrayBuffer | Uint8Array;
    locateFile?(name: string, directory: string): string;
    instantiateWasm?(
      imports: WebAssembly.Imports,
      done: (instance: WebAssembly.Instance, module?: WebAssembly.Module) => void,
    ): object;
  }
  const createCore: (options?: CoreOptions) => Promise<CoreModule>;
  export default createCore;
}
