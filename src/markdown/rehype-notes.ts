import type { Element, Root, RootContent } from 'hast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';

/** Keeps the numbers of neighbouring references apart and on one line. */
const NARROW_NO_BREAK_SPACE = '\u202f';

/**
 * Finish what `mdast-util-to-hast` makes of footnotes: the roles of DPUB-ARIA 1.0, a space between neighbouring references,
 * back references at the end of the last line. The inline alignment of table cells goes, which a strict Content Security
 * Policy blocks.
 */
export const rehypeNotes: Plugin<[], Root> = () => (tree) => {
  visit(tree, 'element', (element, index, parent) => {
    const { properties } = element;
    if (properties['dataFootnoteRef'] !== undefined) {
      properties['role'] = 'doc-noteref';
      delete properties['ariaDescribedBy'];
    } else if (properties['dataFootnoteBackref'] !== undefined) {
      properties['role'] = 'doc-backlink';
    } else if (properties['dataFootnotes'] !== undefined) {
      properties['role'] = 'doc-endnotes';
      properties['ariaLabelledBy'] = ['footnote-label'];
    } else if (typeof properties['align'] === 'string') {
      properties['className'] = [`align-${properties['align']}`];
      delete properties['align'];
    }

    if (element.tagName === 'li') moveBackReferences(element);
    if (parent && index !== undefined && isReference(element) && isReference(parent.children[index + 1])) {
      parent.children.splice(index + 1, 0, { type: 'text', value: NARROW_NO_BREAK_SPACE });
    }
  });
};

function isReference(node: RootContent | undefined): boolean {
  if (node?.type !== 'element' || node.tagName !== 'sup') return false;
  const [link] = node.children;
  return link?.type === 'element' && link.properties['dataFootnoteRef'] !== undefined;
}

/** Behind a citation, which is no paragraph, they stand on a line of their own at first. */
function moveBackReferences({ children }: Element): void {
  const first = children.findIndex((node) => node.type === 'element' && 'dataFootnoteBackref' in node.properties);
  const citation = children.slice(0, first).findLast((node) => node.type === 'element');
  const origin = citation?.children.findLast((node) => node.type === 'element');
  if (first === -1 || !origin) return;
  origin.children.push({ type: 'text', value: ' ' }, ...children.splice(first));
}
