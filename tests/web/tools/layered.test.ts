// The order of rooms that the lint checks, on small trees of TypeScript and C++.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { root } from "../support/root";

type ImportsOf = (file: string, text: string, known: Map<string, string>) => string[];
interface Layered {
  layered(rooms: { room: string; knows: string }[], files: string[], importsOf: (file: string) => string[], base: string): string[];
  importsOfTypeScript: ImportsOf;
  includesOfCpp: ImportsOf;
}

// Not part of the page, so it is loaded as it is, not bundled.
const { layered, importsOfTypeScript, includesOfCpp } = (await import(
  pathToFileURL(join(root, "tests/tools/lint/layered.mjs")).href
)) as Layered;

function faults(rooms: string[], importsOf: ImportsOf, texts: Record<string, string>): string[] {
  const known = new Map(Object.entries(texts));
  const data = rooms.map((room) => ({ room, knows: "" }));
  return layered(data, [...known.keys()], (file) => importsOf(file, known.get(file)!, known), "base");
}

test("down and within a room is allowed, also to a file of the root and out of a nested room", () => {
  const texts = {
    "contract.ts": "",
    "app/parts/rich.tsx": 'import { a } from "../../contract";\nimport { b } from "./copy";',
    "app/parts/copy.ts": 'import "./copy.css";',
    "app/parts/copy.css": "",
    "app/main.tsx": 'const late = () => import("./parts/rich");',
  };
  assert.deepEqual(faults(["contract", "app/parts", "app"], importsOfTypeScript, texts), []);
});

test("an import that runs upward is named, with what to do", () => {
  const texts = {
    "lookup/ask.ts": 'import type { App } from "../app/app";',
    "app/app.tsx": 'import { ask } from "../lookup/ask";',
  };
  assert.deepEqual(faults(["lookup", "app"], importsOfTypeScript, texts), [
    "base/lookup/ask.ts imports app/app, of a room above it: move what both need to a room below lookup/, or hand it in as an argument",
  ]);
});

test("a circle within a room is named once", () => {
  const texts = {
    "run/a.ts": 'import { b } from "./b";',
    "run/b.ts": 'import { c } from "./c";',
    "run/c.ts": 'import { a } from "./a";',
    "run/d.ts": 'import { a } from "./a";',
  };
  assert.deepEqual(faults(["run"], importsOfTypeScript, texts), [
    "base/run/a -> base/run/b -> base/run/c -> base/run/a: these import each other in a circle: move what they share to another file",
  ]);
});

test("a header and its source file are one, so they can be in a circle with another pair", () => {
  const texts = {
    "dns/name.h": "#pragma once\n",
    "dns/name.cpp": '#include "dns/name.h"\n#include <string>\n#include "dns/text.h"\n',
    "dns/text.h": "",
    "dns/text.cpp": '#include "dns/text.h"\n  #  include "dns/name.h"\n',
    "base/digits.h": '#include "dns/text.h"\n#include "generated.h"\n',
  };
  assert.deepEqual(faults(["base", "dns"], includesOfCpp, texts), [
    "base/base/digits.h imports dns/text, of a room above it: move what both need to a room below base/, or hand it in as an argument",
    "base/dns/name -> base/dns/text -> base/dns/name: these import each other in a circle: move what they share to another file",
  ]);
});

test("a file without a room and a room without a file are named", () => {
  assert.deepEqual(faults(["core", "lookup"], importsOfTypeScript, { "core/core.ts": "", "odd.ts": "" }), [
    "base/odd.ts is in no room: move it into one, or name its folder in base/rooms.json",
    "base/rooms.json names lookup, where there is no file: remove the line",
  ]);
});
