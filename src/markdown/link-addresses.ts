import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { isJsx } from '#document/jsx.ts';
import { withBase } from '#text/base-path.ts';

/** Give the links and pictures of a document, which are written without it, the base path of the site. Changes `tree`. */
export function linkAddresses(tree: Root, base: string): Root {
  visit(tree, (node) => {
    if ('url' in node) node.url = withBase(base, node.url);
    if (!isJsx(node)) return;
    for (const attribute of node.attributes) {
      const isLink = attribute.type === 'mdxJsxAttribute' && attribute.name === 'href';
      if (isLink && typeof attribute.value === 'string') attribute.value = withBase(base, attribute.value);
    }
  });
  return tree;
}
