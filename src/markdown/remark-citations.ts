import type { FootnoteDefinition, Paragraph, Root } from 'mdast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import type { PublishedNote } from '#publication/publish-note.ts';
import { noteCitation } from './note.ts';

export interface Options {
  /**
   * The checked notes of the document at `path` (absolute) whose text, front matter blanked, is `text`. Throws where the
   * text is not the one that was checked.
   */
  readonly notesOf: (path: string, text: string) => CheckedNotes;
}

export interface CheckedNotes {
  readonly notes: readonly PublishedNote[];
  /** Is it a page that only its author sees, with problems that are told elsewhere? */
  readonly isDraft: boolean;
}

/**
 * Replace the citations of each footnote by the words of the source and the way to them. Checks nothing: that was done
 * before. The editor's note, in later paragraphs, stays. A reference has the kind of its note as `data-kind`.
 */
export const remarkCitations: Plugin<[Options], Root> =
  ({ notesOf }) =>
  (tree, file) => {
    const { notes, isDraft } = notesOf(file.path, String(file.value));
    const byIdentifier = new Map(notes.map((note) => [note.identifier, note]));
    visit(tree, 'footnoteDefinition', (definition) => {
      const note = byIdentifier.get(definition.identifier);
      if (note && note.citations.length > 0) writeNote(definition, note);
      else if (isDraft) definition.children = [{ type: 'paragraph', children: [{ type: 'text', value: UNPROVEN }] }];
      else throw new Error(`Footnote \`${definition.identifier}\` was not checked`);
    });
    visit(tree, 'footnoteReference', (reference) => {
      const dataKind = byIdentifier.get(reference.identifier)?.kind;
      reference.data = { ...reference.data, hProperties: { dataKind } };
    });
  };

const UNPROVEN = 'This footnote has a problem; its words are not shown.';

function writeNote(definition: FootnoteDefinition, { citations, isOnlySource }: PublishedNote): void {
  const [, ...remarks] = definition.children;
  definition.children = [
    // `mdast-util-to-hast` builds what `data` says: the node's own type and children do not matter.
    ...citations.map((citation, index): Paragraph => {
      // It is said of the whole note, once, where that ends.
      const isSaid = isOnlySource && index === citations.length - 1;
      const { tagName: hName, properties: hProperties, children: hChildren } = noteCitation(citation, isSaid);
      return { type: 'paragraph', children: [], data: { hName, hProperties, hChildren } };
    }),
    ...remarks.map((remark) => ({ ...remark, data: { ...remark.data, hProperties: { className: ['editors-note'] } } })),
  ];
}
