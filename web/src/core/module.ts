// The compiled core as its glue exports it, with WebAssembly or without: text in, text out.

/** The default export of the Emscripten glue, as far as it is used here. */
export type CoreFactory = (options: { instantiateWasm: Instantiate }) => Promise<CoreModule>;

/** How the glue takes a module that is compiled already. What it returns is not used. */
type Instantiate = (imports: WebAssembly.Imports, receive: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void) => object;

/** What core-fallback.ts is: the same module without WebAssembly. */
export type CoreFallback = () => Promise<{ startFallback: () => Promise<CoreModule> }>;

/** wasm/bindings.cpp says what the functions do. */
export interface CoreModule {
  readonly HEAPU8: Uint8Array; // another one when the memory has grown
  room(bytes: number): number;
  proceed(bytes: number, kept: number): number;
  turn(): number;
  learn(bytes: number): void;
  advance(caseText: string | Uint8Array): string; // the core as a library; the page has what is below
  version(): string;
}

/** What reading a complaint takes (core/door/embedded_data.h): before it, a case with a complaint is refused. */
export function teach(module: CoreModule, lexicon: Uint8Array): void {
  give(module, lexicon);
  module.learn(lexicon.length);
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * Text in, text out. The case goes on behind the first `kept` answers of the case before, which its text omits; see
 * core/door/door.h. The bytes are moved at once, because the glue converts text letter by letter.
 */
export function advanceText(module: CoreModule, caseText: string, kept = 0): string {
  const bytes = encoder.encode(caseText);
  give(module, bytes);
  const length = module.proceed(bytes.length, kept);
  const at = module.turn();
  return decoder.decode(module.HEAPU8.subarray(at, at + length));
}

function give(module: CoreModule, bytes: Uint8Array): void {
  const room = module.room(bytes.length); // before HEAPU8 is read: the memory may grow
  module.HEAPU8.set(bytes, room);
}
