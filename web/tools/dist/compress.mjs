// Writes .br and .gz next to each file that is worth compressing, reproducibly: hosts send them as they are, at the best
// quality and without work.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { encodings, isCompressible } from "./hosting.mjs";

const ways = {
  br: (bytes) =>
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  gzip: async (bytes) => {
    const zipped = await promisify(gzip)(bytes, { level: 9 });
    zipped[9] = 255; // the operating system: any
    return zipped;
  },
};

/** @param {string} folder @param {string[]} files relative to it */
export async function compress(folder, files) {
  const each = async (name, [encoding, ending]) => {
    const bytes = await readFile(join(folder, name));
    await writeFile(join(folder, name + ending), await ways[encoding](bytes));
  };
  const wanted = files.filter(isCompressible);
  await Promise.all(wanted.flatMap((name) => Object.entries(encodings).map((way) => each(name, way))));
}
