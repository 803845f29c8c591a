// The two parts of the wasm: the one that every visitor needs, and the one that reads a complaint (tools/dist/split.mjs). The
// second one fills the places in the table of the first that are kept for it.

import type { CoreFactory, CoreModule } from "./module";

export interface Started {
  module: CoreModule;
  exports: WebAssembly.Exports; // of the instance
}

/** Until the second part is there, a call of it would be our bug: the core refuses a complaint. */
const absent = (): never => {
  throw new Error("the part that reads words is not there");
};

export const start = (factory: CoreFactory, compiled: WebAssembly.Module): Promise<Started> =>
  new Promise((resolve, reject) => {
    let exports: WebAssembly.Exports = {};
    factory({
      instantiateWasm: (imports, receive) => {
        const words = new Proxy({}, { get: () => absent });
        WebAssembly.instantiate(compiled, { ...imports, words }).then((instance) => {
          exports = instance.exports;
          receive(instance, compiled);
        }, reject);
        return {};
      },
    }).then((module) => resolve({ module, exports }), reject);
  });

export async function join({ exports }: Started, words: WebAssembly.Module): Promise<void> {
  await WebAssembly.instantiate(words, { core: exports as WebAssembly.ModuleImports });
}
