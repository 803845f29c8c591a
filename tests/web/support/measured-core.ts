// The wasm core with the size of its memory.

import type { CoreModule } from "../../../web/src/core/module";
import { startWhole } from "./core-node";

export interface Measured {
  module: CoreModule;
  bytes(): number;
}

export async function startMeasured(): Promise<Measured> {
  const { module, exports } = await startWhole();
  const memory = Object.values(exports).find((each) => each instanceof WebAssembly.Memory)!;
  return { module, bytes: () => memory.buffer.byteLength };
}
