import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** List all nodes of a tree, parents before their children, in the order of the file. */
export function nodesOf(tree: Root): Nodes[] {
  const nodes: Nodes[] = [];
  visit(tree, (node) => {
    nodes.push(node);
  });
  return nodes;
}
