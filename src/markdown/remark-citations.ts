import type { FootnoteDefinition, Paragraph, Root } from 'mdast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import type { PublishedNote } from '#corpus/publish-note.ts';
import { noteCitation } from './note.ts';

export interface Options {
  /**
   * The checked notes of the document at `path` (absolute) whose text, front matter blanked, is `text`. Throws where the
   * text is not the one that was checked, or has problems.
   */
  readonly notesOf: (path: string, text: string) => readonly PublishedNote[];
}

/**
 * Replace the citations of each footnote by the words of the source and the way to them. Checks nothing: that was done
 * before. The editor's note, in later paragraphs, stays.
 */
export const remarkCitations: Plugin<[Options], Root> =
  ({ notesOf }) =>
  (tree, file) => {
    const notes = new Map(notesOf(file.path, String(file.value)).map((note) => [note.identifier, note]));
    visit(tree, 'footnoteDefinition', (definition) => {
      const note = notes.get(definition.identifier);
      if (!note) throw new Error(`Footnote \`${definition.identifier}\` was not checked`);
      writeNote(definition, note);
    });
  };

function writeNote(definition: FootnoteDefinition, { citations }: PublishedNote): void {
  const [, ...remarks] = definition.children;
  definition.children = [
    // `mdast-util-to-hast` builds what `data` says: the node's own type and children do not matter.
    ...citations.map((citation): Paragraph => {
      const element = noteCitation(citation);
      if (element.type !== 'element') throw new TypeError('Expected an element');
      return {
        type: 'paragraph',
        children: [],
        data: { hName: element.tagName, hProperties: element.properties, hChildren: element.children },
      };
    }),
    ...remarks.map((remark) => ({ ...remark, data: { ...remark.data, hProperties: { className: ['editors-note'] } } })),
  ];
}
