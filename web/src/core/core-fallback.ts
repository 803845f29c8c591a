// The core without WebAssembly: the same module, translated to JavaScript by binaryen (tools/dist/fallback.mjs), with
// Emscripten's own glue. core.ts imports it only when it is needed.

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
