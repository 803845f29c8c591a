// The core as plain JavaScript, for browsers in which WebAssembly is switched off or refused: binaryen's wasm2js translates
// alimail-core.wasm, and Emscripten's own glue drives it (build/wasm/alimail-core-fallback.mjs).
//
// The file exports the factory, like alimail-core.mjs, and `instantiate(imports)`, which returns the exports that a
// WebAssembly.Instance would have. There is no eval, so it runs under the policy that refuses WebAssembly.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Makes the file again if wasm, glue or this tool are newer: wasm2js takes seconds. */
export function makeFallback(folder) {
  const made = join(folder, "alimail-core-fallback.mjs");
  const from = ["alimail-core.wasm", "alimail-core.mjs"].map((name) => join(folder, name));
  const changed = Math.max(...[...from, fileURLToPath(import.meta.url)].map((file) => statSync(file).mtimeMs));
  if (existsSync(made) && statSync(made).mtimeMs > changed) return;
  const [wasm, glue] = from;
  // Only the wasm features that the module declares: with all of them, wasm2js may write code that no engine runs.
  // Functions stay apart as they are in the wasm: no engine optimizes one that is too long.
  const options = ["-Oz", "--one-caller-inline-max-function-size=0", "--emscripten"];
  const code = execFileSync("wasm2js", [...options, wasm, "-o", "-"], { encoding: "utf8", maxBuffer: 1 << 26 });
  writeFileSync(
    made,
    [shadow, readFileSync(glue, "utf8"), wroteText, importsAsOne(textForBase64(code)), "export { instantiate };"].join("\n"),
  );
}

// The glue tests for WebAssembly and throws its RuntimeError. It gets both from this object and never sees the browser's.
const shadow = "const WebAssembly = { RuntimeError: Error };";

// Most of the data is JSON with Chinese text. As text it takes 16 kB less of brotli than as base64, which hides repetition.
// Bytes that are not UTF-8 become lone surrogates U+DC80 to U+DCFF, one per byte, as in Python.
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

/** The length of the UTF-8 sequence that begins here; 0 if none does. */
function sequenceLength(bytes, at) {
  const first = bytes[at];
  const length = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  const sequence = bytes.subarray(at, at + length);
  return length === sequence.length && Buffer.from(sequence.toString("utf8")).equals(sequence) ? length : 0;
}

// Binaryen 108 (Debian 12) takes the functions of all import modules from one object; later versions take one object per
// module. Emscripten has only one module, whatever its name.
function importsAsOne(code) {
  const modules = [...code.matchAll(/^ ?var (\w+) = imports\.(\w+);$/gm)];
  const argument = modules.length ? `{ ${modules.map(([, , module]) => `${JSON.stringify(module)}: functions`).join(", ")} }` : "functions";
  return `${code.replace("function instantiate(", "function instantiateModule(")}\nconst instantiate = (imports) => {
  const functions = { ...Object.values(imports)[0], abort() { throw new Error("unreachable"); } };
  return instantiateModule(${argument});
};`;
}
