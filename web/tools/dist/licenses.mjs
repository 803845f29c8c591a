// The licences of all that dist/ is made of beside our own code, as one text. What npm packages are in it, esbuild's metafile
// says; what is in the wasm, this file knows. Nothing is copied into the repository: each text is found where the build finds
// the library.
import { existsSync, readFileSync, readdirSync, realpathSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { root } from "../root.mjs";

/** The npm packages whose code is in the bundle. @param {{inputs: Record<string, unknown>}} meta of esbuild */
export function packagesIn({ inputs }) {
  const names = Object.keys(inputs).flatMap((path) => /.*\bnode_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []);
  return [...new Set(names)].sort();
}

/** @param {string[]} packages @returns {string} */
export function licensesText(packages) {
  const parts = [...packages.map(ofPackage), emscripten(), musl(), llvm];
  const head = "The Alibaba Mail checker contains the following works of others. Its own licence is in the file LICENSE.";
  return `${[head, ...parts.map(({ name, text }) => `${"=".repeat(80)}\n${name}\n${"=".repeat(80)}\n\n${text.trim()}`)].join("\n\n")}\n`;
}

const read = (/** @type {string} */ path) => readFileSync(path, "utf8");

/** @param {string} name */
function ofPackage(name) {
  const folder = join(root, "web/node_modules", name);
  const file = existsSync(folder) ? readdirSync(folder).find((each) => /^licen[cs]e(\.\w+)?$/i.test(each)) : undefined;
  if (!file) throw new Error(`${name} is part of the page, but ${folder} has no licence: find its text before it is shipped`);
  const { version } = JSON.parse(read(join(folder, "package.json")));
  return { name: `${name} ${version}`, text: read(join(folder, file)) };
}

// The MIT licence differs from work to work only in whose copyright it names, and our own file is one.
const mit = (/** @type {string[]} */ holders) => {
  const own = read(join(root, "LICENSE"));
  return `MIT License\n\n${holders.join("\n")}\n\n${own.slice(own.indexOf("Permission is hereby granted"))}`;
};

/** The folder with Emscripten's own files, and what Debian says of the copyright instead of the file LICENSE. */
function emscriptenFolder() {
  const emcc = (process.env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, "emcc"))
    .find(existsSync);
  const near = emcc ? [dirname(realpathSync(emcc)), dirname(dirname(realpathSync(emcc)))] : [];
  const found = [...near, "/usr/share/emscripten"].find((folder) => existsSync(join(folder, "system/lib")));
  if (!found) throw new Error("Emscripten's folder is neither near emcc nor where Debian has it");
  return found;
}

function emscripten() {
  const upstream = join(emscriptenFolder(), "LICENSE");
  const debian = "/usr/share/doc/emscripten/copyright";
  const name = "Emscripten: the glue, and the runtime in the wasm";
  if (existsSync(upstream)) return { name, text: read(upstream) };
  const holder = existsSync(debian) ? /^Copyright:\s+(\d{4}.*Emscripten Authors)$/m.exec(read(debian))?.[1] : undefined;
  if (!holder) throw new Error(`neither ${upstream} nor ${debian} says whose Emscripten is`);
  return { name, text: mit([`Copyright (c) ${holder.replace(/\s+/g, " ")}`]) };
}

const musl = () => ({
  name: "musl: the C library in the wasm",
  text: read(join(emscriptenFolder(), "system/lib/libc/musl/COPYRIGHT")),
});

const llvm = {
  name: "libc++, libc++abi and compiler-rt of the LLVM project, in the wasm",
  text: `Apache License, Version 2.0, with LLVM Exceptions: https://llvm.org/LICENSE.txt

As an exception, if, as a result of your compiling your source code, portions of this Software are embedded into an Object
form of such source code, you may redistribute such embedded portions in such Object form without complying with the
conditions of Sections 4(a), 4(b) and 4(d) of the License.`,
};
