// The wasm core with the size of its memory.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { CoreModule } from "../../../web/src/core/module";
import { taught } from "./core-node";
import { root } from "./root";

const folder = join(root, "build/wasm");

export interface Measured {
  module: CoreModule;
  bytes(): number;
}

export async function startMeasured(): Promise<Measured> {
  const { default: factory } = (await import(pathToFileURL(join(folder, "alimail-core.mjs")).href)) as typeof import("alimail-core");
  const { module, instance } = await new Promise<{ module: CoreModule; instance: WebAssembly.Instance }>((resolve, reject) => {
    let started: WebAssembly.Instance;
    const made = factory({
      instantiateWasm(imports, done) {
        readFile(join(folder, "alimail-core.wasm"))
          .then((bytes) => WebAssembly.compile(new Uint8Array(bytes)))
          .then((compiled) => WebAssembly.instantiate(compiled, imports))
          .then((instance) => {
            started = instance;
            done(instance);
          })
          .catch(reject);
        return {};
      },
    });
    made.then((module) => resolve({ module, instance: started }), reject);
  });
  const memory = Object.values(instance.exports).find((each) => each instanceof WebAssembly.Memory)!;
  return { module: await taught(module), bytes: () => memory.buffer.byteLength };
}
