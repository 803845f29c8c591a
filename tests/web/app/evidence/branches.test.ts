// The tree of an SPF record, made from its flat list.

import assert from "node:assert/strict";
import { test } from "node:test";
import { branches, type Branch } from "../../../../web/src/app/evidence/branches";
import type { PolicyNode } from "../../../../web/src/contract";

const node = (depth: number, domain: string): PolicyNode => ({ depth, domain, term: "", record: "", state: "fine", lookups: 0 });
const shape = (list: Branch[]): string =>
  list.map(({ node: { domain }, below }) => domain + (below.length ? `(${shape(below)})` : "")).join(" ");

for (const [nodes, expected] of [
  [[], ""],
  [[node(0, "a"), node(1, "b"), node(2, "c"), node(1, "d")], "a(b(c) d)"],
  [[node(0, "a"), node(3, "b"), node(1, "c")], "a(b c)"],
  [[node(2, "a"), node(0, "b")], "a b"],
] as [PolicyNode[], string][]) {
  test(`the tree is ${expected || "empty"}`, () => assert.equal(shape(branches(nodes)), expected));
}
