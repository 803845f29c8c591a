// Turns the flat list of the SPF record and its includes into a tree.
import type { PolicyNode } from "../../contract";

export interface Branch {
  node: PolicyNode;
  below: Branch[];
}

export function branches(nodes: readonly PolicyNode[]): Branch[] {
  const roots: Branch[] = [];
  const open: Branch[] = []; // the last branch of each depth
  for (const node of nodes) {
    const branch: Branch = { node, below: [] };
    const above = open[Math.min(node.depth, open.length) - 1]; // a skipped depth does not lose the node
    (above ? above.below : roots).push(branch);
    open.length = Math.min(node.depth, open.length);
    open.push(branch);
  }
  return roots;
}
