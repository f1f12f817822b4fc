import type { FootnoteDefinition, Paragraph, Root } from 'mdast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import type { PublishedNote } from '#publication/publish-note.ts';
import type { Options } from './checked-document.ts';
import { noteCitation } from './note.ts';

/**
 * Replace the citations of each footnote by the words of the source with a link to them. The check was done before. The
 * editor's note, in later paragraphs, stays. A reference gets the kind of its note as `data-kind`.
 */
export const remarkCitations: Plugin<[Options], Root> =
  ({ documentOf }) =>
  (tree, file) => {
    const { notes, hasProblems } = documentOf(file.path, String(file.value));
    const byIdentifier = new Map(notes.map((note) => [note.identifier, note]));
    visit(tree, 'footnoteDefinition', (definition) => {
      const note = byIdentifier.get(definition.identifier);
      if (note && note.citations.length > 0) writeNote(definition, note);
      else if (hasProblems)
        definition.children = [{ type: 'paragraph', children: [{ type: 'text', value: UNPROVEN }] }];
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
    // `mdast-util-to-hast` renders `data`, whatever the node's own type and children.
    ...citations.map((citation, index): Paragraph => {
      const isLast = index === citations.length - 1;
      const element = noteCitation(citation, isOnlySource && isLast);
      const { tagName: hName, properties: hProperties, children: hChildren } = element;
      return { type: 'paragraph', children: [], data: { hName, hProperties, hChildren } };
    }),
    ...remarks.map((remark) => ({ ...remark, data: { ...remark.data, hProperties: { className: ['editors-note'] } } })),
  ];
}
