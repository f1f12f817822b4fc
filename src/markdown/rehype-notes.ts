import type { Element, Root, RootContent, Text } from 'hast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import { NOTE_PREFIX } from '#document/anchors.ts';
import type { SpeechKind } from '#source/record.ts';
import { KIND_LABELS } from './note.ts';

/** Options of `mdast-util-to-hast` for footnotes. */
export const FOOTNOTE_OPTIONS = {
  clobberPrefix: NOTE_PREFIX,
  footnoteLabel: 'Notes',
  footnoteLabelProperties: { className: ['notes-title'] },
  // The typeface has no arrow that turns back.
  footnoteBackContent: '↑',
  footnoteBackLabel: (note: number, use: number) => `Back to statement ${use > 1 ? `${use} ` : ''}of note ${note + 1}`,
};

/** Separates the numbers of adjacent references and keeps them on one line. */
const NARROW_NO_BREAK_SPACE = '\u202f';

/**
 * Adapt the footnotes of `mdast-util-to-hast`: roles of DPUB-ARIA 1.0, a space between adjacent references, back
 * references at the end of the last line, and `popover` on each note, so that it opens at its reference without script
 * but is also in the list at the end. The alignment of table cells becomes a class, since a strict Content Security
 * Policy blocks inline styles.
 */
export const rehypeNotes: Plugin<[], Root> = () => (tree) => {
  visit(tree, 'element', (element, index, parent) => {
    const { properties } = element;
    if (properties['dataFootnoteRef'] !== undefined) {
      element.properties = { href: properties['href'], role: 'doc-noteref' };
    } else if (properties['dataFootnoteBackref'] !== undefined) {
      const { href, ariaLabel } = properties;
      element.properties = { href, ariaLabel, role: 'doc-backlink' };
    } else if (properties['dataFootnotes'] !== undefined) {
      properties['role'] = 'doc-endnotes';
      properties['ariaLabelledBy'] = ['footnote-label'];
    } else if (typeof properties['align'] === 'string') {
      properties['className'] = [`align-${properties['align']}`];
      delete properties['align'];
    }

    if (element.tagName === 'li' && String(properties['id']).startsWith(NOTE_PREFIX)) {
      properties['popover'] = '';
      moveBackReferences(element);
    }
    const link = linkOf(element);
    if (!link) return;
    addOpener(element, link);
    if (parent && index !== undefined && linkOf(parent.children[index + 1])) {
      parent.children.splice(index + 1, 0, { type: 'text', value: NARROW_NO_BREAK_SPACE });
    }
  });
};

/** The link in a reference to a note; undefined for any other node. */
function linkOf(node: RootContent | undefined): Element | undefined {
  if (node?.type !== 'element') return undefined;
  return node.children.find((child) => child.type === 'element' && child.properties['dataFootnoteRef'] !== undefined) as
    | Element
    | undefined;
}

/**
 * Add a button that opens the note in place; a style sheet shows either it or the link. Their parent gets the id, so
 * that the back reference works with both.
 */
function addOpener(reference: Element, link: Element): void {
  const { id, href } = link.properties;
  const { dataKind: kind } = reference.properties;
  // `mdast-util-to-hast` puts only the number in it.
  const [number] = link.children as [Text];
  const label = `Note ${number.value}`;
  reference.properties = { id, className: ['reference'], dataKind: kind };
  reference.children.push({
    type: 'element',
    tagName: 'button',
    properties: {
      type: 'button',
      popoverTarget: String(href).slice(1),
      ariaLabel: kind ? `${label}, ${KIND_LABELS[kind as SpeechKind].toLowerCase()}` : label,
    },
    children: [{ ...number }],
  });
}

/** After a citation, which is not a paragraph, they would be on a line of their own. */
function moveBackReferences({ children }: Element): void {
  const first = children.findIndex((node) => node.type === 'element' && 'dataFootnoteBackref' in node.properties);
  if (first === -1) return;
  const citation = children.slice(0, first).findLast((node) => node.type === 'element');
  const origin = citation?.children.findLast((node) => node.type === 'element');
  origin?.children.push({ type: 'text', value: ' ' }, ...children.splice(first));
}
