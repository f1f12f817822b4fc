import type { Nodes, Root } from 'mdast';

const nodesOfTrees = new WeakMap<Root, readonly Nodes[]>();

/**
 * List all nodes of a tree, parents before their children, in the order of the file. Listed once for each tree: for trees that
 * nobody changes.
 */
export function nodesOf(tree: Root): readonly Nodes[] {
  const known = nodesOfTrees.get(tree);
  if (known) return known;
  const nodes: Nodes[] = [];
  const waiting: Nodes[] = [tree];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    nodes.push(node);
    if (!('children' in node)) continue;
    waiting.push(...node.children.toReversed());
  }
  nodesOfTrees.set(tree, nodes);
  return nodes;
}
