// A story of tests/scenarios as a script for the target "cases" (script.h): only what differs from the healthy domain, so that
// a change of one byte often changes what the story is about.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../web/support/root";
import { type ResolverTale, type Story, worlds, zoneOf } from "../web/support/story";
import type { Node, Zone } from "../web/support/zone";

const longest = 40; // values of one name and type
const resolverNames = ["a", "b"];

// The lines of script.cpp, by name and type.
const healthy = groupsOf(/R"\(([^]*?)\)"/.exec(readFileSync(join(root, "tests/fuzz/script.cpp"), "utf8"))![1]!.split("\n"));

export function scriptOf(story: Story): string {
  const lines = [`subject ${story.subject}`];
  if (story.complaint) lines.push(`complaint ${escaped(story.complaint)}`);
  if (story.start) lines.push(`start ${story.start}`);
  for (const [question, value] of Object.entries(story.replies ?? {})) lines.push(`reply ${question} ${value}`);
  if (story.probes === "reached") lines.push("probe reached");
  lines.push(...faultLines("*", story.fails));
  const tales: ResolverTale[] = Object.values(story.resolvers ?? { one: {} }).slice(0, resolverNames.length);
  for (const [index, tale] of tales.entries()) {
    const who = tales.length > 1 ? resolverNames[index]! : "*";
    lines.push(...faultLines(who, tale.fails), ...zoneLines(ownNames(story, tale), who));
  }
  return withProvider(lines).join("\n");
}

/** The names of the story and of its world, without those of the provider. */
export function ownNames(story: Story, tale: ResolverTale = {}): Zone {
  const names = Object.entries(zoneOf(story, tale)).filter(([name, node]) => node !== worlds["provider"]![name]);
  return Object.fromEntries(names);
}

function faultLines(who: string, fails: Story["fails"]): string[] {
  return Object.entries(typeof fails === "string" ? { "*": fails } : (fails ?? {})).map(([what, fault]) => {
    const [name, type] = /^[A-Z]+$/.test(what) ? ["*", what] : what.split(" ");
    return `${who} ${name} ${type ?? "*"} ${faultOf(fault)}`;
  });
}

const otherNames: Record<string, string> = {
  stray: "other",
  "other-question": "other",
  bogus: "error 6 no valid RRSIG",
  lame: "error 22 At delegation abc.example",
  silent: "error 23 timed out",
  censored: "error 15 censored",
  filtered: "error 17 filtered",
};

const faultOf = (fault: string): string => (fault.startsWith("http-") ? `http ${fault.slice(5)}` : (otherNames[fault] ?? fault));

function zoneLines(zone: Zone, who: string): string[] {
  const own = groupsOf(Object.entries(zone).flatMap(([name, node]) => (node === null ? [`* ${name} * nxdomain`] : nodeLines(name, node))));
  const changed = [...own].filter(([key, lines]) => healthy.get(key)?.join() !== lines.join()).flatMap(([, lines]) => lines);
  const missing = [...healthy.keys()].filter((key) => key.includes("abc.example") && !own.has(key));
  return [...changed, ...missing.map((key) => `* ${key} nodata`)].map((line) => who + line.slice(1));
}

const nodeLines = (name: string, node: Node): string[] =>
  Object.entries(node).flatMap(([type, values]) => {
    if (!Array.isArray(values)) return [];
    if (values.length === 0) return [`* ${name} ${type} nodata`];
    return values.slice(0, longest).map((value) => `* ${name} ${type} has ${escaped([value].flat().join(""))}`);
  });

function groupsOf(lines: string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const line of lines.filter(Boolean)) {
    const key = line.split(" ").slice(1, 3).join(" ");
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return groups;
}

// Adds the names of the provider that the lines speak of, and those that these speak of.
function withProvider(lines: string[]): string[] {
  const all = [...lines];
  const added = new Set<string>();
  for (const line of all) {
    for (const [name] of line.matchAll(/[\w-]+(?:\.[\w-]+)+/g)) {
      const node = worlds["provider"]![name];
      if (!node || added.has(name) || [...healthy.keys()].some((key) => key.startsWith(`${name} `))) continue;
      added.add(name);
      all.push(...nodeLines(name, node));
    }
  }
  return all;
}

const escaped = (text: string): string => text.replace(/[\r\n\\]/g, (c) => `\\0${String(c.charCodeAt(0)).padStart(2, "0")}`);
