// The core where there is no WebAssembly: binaryen's translation of the same module to JavaScript, under Emscripten's own
// glue. Only core.ts imports it, and only then; tools/dist/fallback.mjs makes what it holds.

import createCore, { instantiate } from "alimail-core-fallback";
import type { CoreModule } from "./module";

export function startFallback(): Promise<CoreModule> {
  return createCore({
    instantiateWasm(imports, done) {
      const exports = instantiate(imports);
      done({ exports });
      return exports;
    },
  });
}
