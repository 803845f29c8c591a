// The modules that the plugins of esbuild make; no file has them.

declare const __VERSION__: string; // of CMakeLists.txt

declare module "*.css" {
  const text: string; // minified, for adoptedStyleSheets
  export default text;
}

// Made by tools/plugins/shell-words.mjs: the modules with the words that the shell needs before any locale file, by tag, and
// the titles of frames.
declare module "shell-words" {
  type Key = "title" | "lead" | "language" | "start" | "subject" | "complaint" | "run" | "new-tab" | "reload" | "core-not-loaded";
  export type ShellWords = Partial<Record<Key, string>> & { chips?: Record<string, string> };
  const words: Record<string, string>;
  export default words;
}
declare module "frame-titles" {
  const titles: Record<string, string>;
  export default titles;
}

// Made by tools/plugins/guide-data.mjs: the guide's problems and everything that belongs to them; sources are addresses.
declare module "guide-data" {
  interface Described {
    id: string;
    from: string;
    source?: string;
    needs?: string; // a value that only a diagnosis knows
    commands?: Record<string, string[]>;
  }
  interface Problem {
    id: string;
    severity: string;
    symptoms: Described[];
    notes: Described[];
    causes: { id: string; from: string; source?: string; meanwhile: string[]; steps: string[]; verify: string[] }[];
  }
  export const problems: Problem[];
  export const steps: Described[];
  export const verifications: Described[];
}

// Made by tools/plugins/guide-data.mjs: the addresses that may be links, as texts write them, without a final slash.
declare module "address-data" {
  export const addresses: string[];
}

// Made by tools/plugins/guide-data.mjs.
declare module "faq-data" {
  export const faq: { id: string; source?: string }[];
}

// Made by tools/plugins/guide-data.mjs.
declare module "question-data" {
  export const questions: { id: string; kind?: "choice" | "number"; options?: string[] }[];
}

// Made by tools/plugins/locale-keys.mjs: the hash by which texts are found, and a part of the names of their files by the tag
// of the language; the packs of families of findings, and of questions (tools/plugins/word-packs.mjs).
declare module "locale-keys" {
  export function hashOf(key: string): number;
  export const versions: Record<string, string>;
  export const findingPacks: Record<string, readonly string[]>; // families by pack
  export const questionPacks: Record<string, readonly string[]>; // questions by pack
  export const awaitedPacks: Record<string, readonly string[]>; // of findings that lookups may bring, by problem
  export const listPacks: readonly string[]; // of a list of domains
}

// Made by tools/plugins/hashed.mjs: names with a hash of the content, relative to the code.
declare module "asset-names" {
  export const wasm: string;
  export const wordsWasm: string;
  export const lexicon: string;
  export const examples: Record<string, string>; // by id
}

// The glue that Emscripten writes (build/wasm/alimail-core.mjs).
declare module "alimail-core" {
  interface CoreModule {
    readonly HEAPU8: Uint8Array;
    room(bytes: number): number;
    proceed(bytes: number, kept: number): number;
    turn(): number;
    learn(bytes: number): void;
    advance(caseText: string): string;
    version(): string;
  }
  interface CoreOptions {
    instantiateWasm?(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance, module?: WebAssembly.Module) => void): object;
  }
  const createCore: (options?: CoreOptions) => Promise<CoreModule>;
  export default createCore;
}

// The same factory, made by tools/dist/fallback.mjs. It has no bytes to compile, so `instantiateWasm` starts it.
declare module "alimail-core-fallback" {
  type Imports = Record<string, Record<string, (...args: number[]) => unknown>>;
  type Exports = Record<string, unknown>;
  interface CoreModule {
    readonly HEAPU8: Uint8Array;
    room(bytes: number): number;
    proceed(bytes: number, kept: number): number;
    turn(): number;
    learn(bytes: number): void;
    advance(caseText: string): string;
    version(): string;
  }
  const createCore: (options: {
    instantiateWasm(imports: Imports, done: (instance: { exports: Exports }) => void): Exports;
  }) => Promise<CoreModule>;
  export default createCore;
  export const instantiate: (imports: Imports) => Exports;
}
