import type { Nodes, Root } from 'mdast';
import type { Problem } from '#problem/problem.ts';
import { placeOfNode, spanOf } from '#text/location.ts';
import { isJsx } from './jsx.ts';

/** Report links and footnote references inside of links: HTML has no link in a link, and browsers end the outer one. */
export function nestedLinks(tree: Root, text: string, file: string): Problem[] {
  const problems: Problem[] = [];
  const read = (node: Nodes, isInLink: boolean) => {
    const isReference = node.type === 'footnoteReference';
    const isLink = isReference || node.type === 'link' || node.type === 'linkReference' || isAnchor(node);
    if (isInLink && isLink) {
      const place = placeOfNode(node);
      const { start, end } = spanOf(place);
      const fault = isReference ? 'reference' : 'link';
      problems.push({ ruleId: 'article-invalid', part: 'link', fault, written: text.slice(start, end), file, place });
    } else if ('children' in node) for (const child of node.children) read(child, isInLink || isLink);
  };
  read(tree, false);
  return problems;
}

function isAnchor(node: Nodes): boolean {
  return isJsx(node) && node.name === 'a';
}
