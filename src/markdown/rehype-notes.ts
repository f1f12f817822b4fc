import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import { NOTE_PREFIX } from '#document/anchors.ts';
import type { SpeechKind } from '#source/record.ts';
import { KIND_LABELS } from './note.ts';
import { wrapStatements } from './statement-spans.ts';

/** The typeface has no arrow that turns back. */
const BACK = '↑';

/** Options of `mdast-util-to-hast` for footnotes. */
export const FOOTNOTE_OPTIONS = {
  clobberPrefix: NOTE_PREFIX,
  footnoteLabel: 'Notes',
  footnoteLabelProperties: { className: ['notes-title'] },
  footnoteBackContent: (_note: number, use: number) => `${BACK}${use}`,
  footnoteBackLabel: (note: number, use: number) => `Back to statement ${use} of note ${note + 1}`,
};

/**
 * Adapt the footnotes of `mdast-util-to-hast`: roles of DPUB-ARIA 1.0, statements in elements of their own with their
 * references at the end, back references at the end of the last line, and `popover` on each note, so that it opens at
 * its reference without script but is also in the list at the end. The alignment of table cells becomes a class, since
 * a strict Content Security Policy blocks inline styles.
 */
export const rehypeNotes: Plugin<[], Root> = () => (tree) => {
  let notes = 0;
  visit(tree, 'element', (element) => {
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
      notes += 1;
      properties['popover'] = '';
      properties['className'] = ['sheet'];
      moveBackReferences(element);
      withoutNumber(element);
      element.children.unshift(barOf(String(properties['id']), notes));
    }
    const [link] = element.children;
    if (link?.type === 'element' && 'dataFootnoteRef' in link.properties) addOpener(element, link);
  });
  visit(tree, 'element', wrapStatements);
};

/**
 * Add a button that opens the note in place; a style sheet shows either it or the link. Their parent gets the id, so
 * that the back reference works with both.
 */
function addOpener(reference: Element, link: Element): void {
  const { id, href } = link.properties;
  const { dataKind: kind } = reference.properties;
  // `mdast-util-to-hast` puts only the number in it.
  const [number] = link.children;
  const label = `Note ${number?.type === 'text' ? number.value : ''}`;
  reference.properties = { id, className: ['reference'], dataKind: kind };
  const ariaLabel = kind ? `${label}, ${KIND_LABELS[kind as SpeechKind].toLowerCase()}` : label;
  reference.children.push(
    h('button', { type: 'button', popoverTarget: String(href).slice(1), ariaLabel }, number ? [{ ...number }] : []),
  );
}

/** The top of an open note: its number, and a way to close it. */
function barOf(id: string, number: number): Element {
  return h('div', { className: ['note-bar'], dataPagefindIgnore: '' }, [
    h('b', `Note ${number}`),
    h('button', { type: 'button', popoverTarget: id, popoverTargetAction: 'hide' }, 'Close'),
  ]);
}

/** After a citation, which is not a paragraph, they would be on a line of their own. */
function moveBackReferences(note: Element): void {
  const { children } = note;
  const first = children.findIndex((node) => node.type === 'element' && 'dataFootnoteBackref' in node.properties);
  if (first === -1) return;
  const citation = children.slice(0, first).findLast((node) => node.type === 'element');
  const last = citation?.children.findLast((node) => node.type === 'element');
  last?.children.push({ type: 'text', value: ' ' }, ...children.splice(first));
}

/** The only back reference of a note needs no number. */
function withoutNumber(note: Element): void {
  const links: Element[] = [];
  visit(note, 'element', (element) => {
    if ('dataFootnoteBackref' in element.properties) links.push(element);
  });
  const [link, ...more] = links;
  if (!link || more.length > 0) return;
  link.children = [{ type: 'text', value: BACK }];
  link.properties['ariaLabel'] = String(link.properties['ariaLabel']).replace(' 1 ', ' ');
}
