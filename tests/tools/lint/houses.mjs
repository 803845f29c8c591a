// The trees of code whose rooms have an order, and how that order is printed in their READMEs.
import { readFileSync, writeFileSync } from "node:fs";
import { join, posix } from "node:path";
import { root } from "../../../web/tools/root.mjs";
import { importsOfTypeScript, includesOfCpp, layered } from "./layered.mjs";

// `roots`: folders of rooms, which may have at most four source files of their own.
const houses = [
  { base: "core", source: /\.(cpp|h)$/, importsOf: includesOfCpp, readme: "core/README.md", roots: ["core"] },
  {
    base: "web/src",
    source: /\.(tsx?|css|json)$/,
    importsOf: importsOfTypeScript,
    readme: "web/README.md",
    roots: ["web/src", "web/src/app"],
  },
];

const mostAtRoot = 4;
const [begin, end] = ["<!-- rooms: written by `node tests/tools/lint.mjs --draw` -->", "<!-- /rooms -->"];

/** @param {{path: string, text: string}[]} all files of the repository */
export function roomFaults(all) {
  return houses.flatMap(({ base, source, importsOf }) => {
    const own = all.filter(({ path }) => path.startsWith(`${base}/`) && source.test(path) && path !== `${base}/rooms.json`);
    const texts = new Map(own.map(({ path, text }) => [path.slice(base.length + 1), text]));
    return layered(roomsOf(base), [...texts.keys()], (file) => importsOf(file, texts.get(file) ?? "", texts), base);
  });
}

/** @param {{path: string}[]} all */
export function crowdedRoots(all) {
  return houses.flatMap(({ source, roots }) =>
    roots.flatMap((folder) => {
      const loose = all
        .map(({ path }) => path)
        .filter((path) => path.startsWith(`${folder}/`) && !path.slice(folder.length + 1).includes("/"));
      const files = loose.filter((path) => source.test(path) && !path.endsWith("/rooms.json"));
      return files.length > mostAtRoot
        ? `${folder}/ has ${files.length} files of its own, at most ${mostAtRoot}: move them into rooms`
        : [];
    }),
  );
}

/** tests/web/ has the rooms of web/src/, plus stories/ and tools/. @param {{path: string}[]} all */
export function strayTests(all) {
  const rooms = new Set([...roomsOf("web/src").map(({ room }) => `tests/web/${room}`), "tests/web/stories", "tests/web/tools"]);
  return all
    .filter(({ path }) => /^tests\/web\/.*\.test\.tsx?$/.test(path) && !rooms.has(posix.dirname(path)))
    .map(({ path }) => `${path} is in no room of web/src/rooms.json: move it to the room of what it tests, or to stories/ or tools/`);
}

/** READMEs that print another order than the data. */
export function staleDrawings() {
  return houses
    .filter(({ base, readme }) => read(readme) !== drawn(base, readme))
    .map(({ base, readme }) => `${readme} differs from ${base}/rooms.json: node tests/tools/lint.mjs --draw`);
}

export function draw() {
  for (const { base, readme } of houses) writeFileSync(join(root, readme), drawn(base, readme));
}

function drawn(base, readme) {
  const rows = roomsOf(base).map(({ room, knows }) => `| \`${room}\` | ${knows} |`);
  const text = read(readme);
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${readme} lacks the lines "${begin}" and "${end}"`);
  return `${text.slice(0, from)}${begin}\n\n| room | knows |\n|---|---|\n${rows.join("\n")}\n\n${text.slice(to)}`;
}

const roomsOf = (base) => JSON.parse(read(`${base}/rooms.json`));
const read = (path) => readFileSync(join(root, path), "utf8");
