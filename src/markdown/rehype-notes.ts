import type { Root } from 'hast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';

/**
 * Give footnotes the roles of DPUB-ARIA 1.0, which `mdast-util-to-hast` leaves out, and take the inline alignment of table
 * cells away, which a strict Content Security Policy blocks.
 */
export const rehypeNotes: Plugin<[], Root> = () => (tree) => {
  visit(tree, 'element', (element) => {
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
  });
};
