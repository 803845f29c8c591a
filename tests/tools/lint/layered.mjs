// The order of rooms, for any language: a file takes only from its own room and from the rooms below it, and files do not go
// round in a circle.
import { posix } from "node:path";

/**
 * A room is a folder with its folders, unless these are rooms of their own; or a single file of the root, named without its
 * ending.
 * @typedef {{ room: string, knows: string }} Room
 */

/** A header and its source file are one: "dns/name.h" and "dns/name.cpp" are both "dns/name". @param {string} path */
const unitOf = (path) => path.replace(/(\.d)?\.\w+$/, "");

/** @param {string[]} names of the rooms @param {string} path @returns {string | undefined} */
export function roomOf(names, path) {
  const unit = unitOf(path);
  const around = names.filter((name) => name === unit || path.startsWith(`${name}/`));
  return around.sort((a, b) => b.length - a.length)[0];
}

/**
 * @param {Room[]} rooms from the ground up
 * @param {string[]} files relative to the folder that holds the rooms
 * @param {(file: string) => string[]} importsOf the files that a file imports or includes, relative to the same folder
 * @param {string} base the folder, for the sentences
 * @returns {string[]} a sentence for each fault
 */
export function layered(rooms, files, importsOf, base) {
  const names = rooms.map(({ room }) => room);
  const imports = files.map((file) => ({ file, to: importsOf(file) }));
  return [
    ...strangers(names, files, base),
    ...upward(names, imports, base),
    // A circle through several rooms has an import that runs upward, and is named by that.
    ...circles(imports.map(({ file, to }) => ({ file, to: to.filter((other) => roomOf(names, other) === roomOf(names, file)) }))).map(
      (circle) => {
        const shown = [...circle, circle[0]].map((unit) => `${base}/${unit}`).join(" -> ");
        return `${shown}: these import each other in a circle: move what they share to another file`;
      },
    ),
  ];
}

function strangers(names, files, base) {
  const rooms = new Set(files.map((file) => roomOf(names, file)));
  return [
    ...files
      .filter((file) => !roomOf(names, file))
      .map((file) => `${base}/${file} is in no room: move it into one, or name its folder in ${base}/rooms.json`),
    ...names.filter((name) => !rooms.has(name)).map((name) => `${base}/rooms.json names ${name}, where there is no file: remove the line`),
  ];
}

function upward(names, imports, base) {
  return imports.flatMap(({ file, to }) => {
    const own = roomOf(names, file);
    if (!own) return [];
    return to.flatMap((target) => {
      const other = roomOf(names, target);
      if (!other || names.indexOf(other) <= names.indexOf(own)) return [];
      return `${base}/${file} imports ${unitOf(target)}, of a room above it: move what both need to a room below ${own}/, or hand it in as an argument`;
    });
  });
}

/** The shortest way round from each file that is on one, each circle once. */
function circles(imports) {
  /** @type {Map<string, Set<string>>} */
  const graph = new Map();
  for (const { file, to } of imports) {
    const unit = unitOf(file);
    const next = graph.get(unit) ?? new Set();
    for (const target of to) if (unitOf(target) !== unit) next.add(unitOf(target));
    graph.set(unit, next);
  }
  const found = new Map();
  for (const start of graph.keys()) {
    const circle = wayBack(graph, start);
    if (circle) found.set([...circle].sort().join(), found.get([...circle].sort().join()) ?? circle);
  }
  return [...found.values()];
}

function wayBack(graph, start) {
  const from = new Map();
  const queue = [start];
  for (const unit of queue) {
    for (const next of graph.get(unit) ?? []) {
      if (next === start) {
        const way = [unit];
        while (way[0] !== start) way.unshift(from.get(way[0]));
        return way;
      }
      if (!from.has(next)) {
        from.set(next, unit);
        queue.push(next);
      }
    }
  }
  return undefined;
}

/** Relative imports of TypeScript: `from "./x"`, `import("./x")`, `import "./x.css"`. @param {string} file @param {string} text */
export function importsOfTypeScript(file, text, known) {
  return [...text.matchAll(/(?:\bfrom |\bimport\(|\bimport )"(\.[^"]+)"/g)].flatMap(([, address]) => {
    const path = posix.join(posix.dirname(file), address);
    return ["", ".ts", ".tsx"]
      .map((ending) => path + ending)
      .filter((one) => known.has(one))
      .slice(0, 1);
  });
}

/** `#include "dns/name.h"`, which names a file from the folder of all rooms. @param {string} text */
export function includesOfCpp(_file, text, known) {
  return [...text.matchAll(/^\s*#\s*include "([^"]+)"/gm)].map(([, path]) => path).filter((path) => known.has(path));
}
