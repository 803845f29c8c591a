// The core once more as plain JavaScript, for browsers in which WebAssembly is switched off or refused: binaryen's
// wasm2js rewrites alimail-core.wasm, and Emscripten's own glue drives it (build/wasm/alimail-core-fallback.mjs).
//
// The file exports what alimail-core.mjs does, the factory, and beside it `instantiate(imports)`, which gives the exports
// that a WebAssembly.Instance would have. No eval, so it runs under the policy that refuses WebAssembly.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Makes the file anew where wasm, glue or this tool are younger than it: wasm2js takes seconds. */
export function makeFallback(folder) {
  const made = join(folder, "alimail-core-fallback.mjs");
  const from = ["alimail-core.wasm", "alimail-core.mjs"].map((name) => join(folder, name));
  const changed = Math.max(...[...from, fileURLToPath(import.meta.url)].map((file) => statSync(file).mtimeMs));
  if (existsSync(made) && statSync(made).mtimeMs > changed) return;
  const [wasm, glue] = from;
  // Of wasm's features only those that the module says it uses: with all of them, wasm2js may write what no engine knows.
  const code = execFileSync("wasm2js", ["-Oz", "--emscripten", wasm, "-o", "-"], { encoding: "utf8", maxBuffer: 1 << 26 });
  writeFileSync(made, [shadow, readFileSync(glue, "utf8"), wroteText, importsAsOne(textForBase64(code)), "export { instantiate };"].join("\n"));
}

// The glue looks whether WebAssembly is there and makes an error of its own kind; it gets both from this one, and never
// sees the browser's.
const shadow = "const WebAssembly = { RuntimeError: Error };";

// Most of the data is JSON with Chinese in it. As text it takes 16 kB less of brotli than as base64, which hides every
// repetition. What is no UTF-8 stands as lone surrogates U+DC80 to U+DCFF, one for each byte, as Python does it.
const wroteText = `
function writeText(bytes, at, text) {
  for (const character of text) {
    const point = character.codePointAt(0);
    if (point < 0x80) bytes[at++] = point;
    else if (point >= 0xdc80 && point <= 0xdcff) bytes[at++] = point - 0xdc00;
    else {
      if (point < 0x800) bytes[at++] = 0xc0 | (point >> 6);
      else {
        if (point < 0x10000) bytes[at++] = 0xe0 | (point >> 12);
        else {
          bytes[at++] = 0xf0 | (point >> 18);
          bytes[at++] = 0x80 | ((point >> 12) & 63);
        }
        bytes[at++] = 0x80 | ((point >> 6) & 63);
      }
      bytes[at++] = 0x80 | (point & 63);
    }
  }
}`;

function textForBase64(code) {
  let count = 0;
  const written = code.replace(/\bbase64DecodeToExistingUint8Array\(bufferView, (\d+), "([^"]*)"\)/g, (_all, at, data) => {
    count++;
    return `writeText(bufferView, ${at}, ${JSON.stringify(asText(Buffer.from(data, "base64")))})`;
  });
  if (!count) throw new Error("wasm2js writes the data of the module in a way that is not known here");
  return written;
}

function asText(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    text += length ? bytes.toString("utf8", at, at + length) : String.fromCharCode(0xdc00 + bytes[at]);
    at += length || 1;
  }
  return text;
}

/** Of the UTF-8 sequence that begins here; 0 where none does. */
function sequenceLength(bytes, at) {
  const first = bytes[at];
  const length = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  const sequence = bytes.subarray(at, at + length);
  return length === sequence.length && Buffer.from(sequence.toString("utf8")).equals(sequence) ? length : 0;
}

// Binaryen 108 (Debian 12) takes the functions of all import modules from one object; later ones ask it for the module.
// Emscripten knows one module only, whatever it is called.
function importsAsOne(code) {
  const modules = [...code.matchAll(/^ ?var (\w+) = imports\.(\w+);$/gm)];
  const argument = modules.length ? `{ ${modules.map(([, , module]) => `${JSON.stringify(module)}: functions`).join(", ")} }` : "functions";
  return `${code.replace("function instantiate(", "function instantiateModule(")}\nconst instantiate = (imports) => {
  const functions = { ...Object.values(imports)[0], abort() { throw new Error("unreachable"); } };
  return instantiateModule(${argument});
};`;
}
