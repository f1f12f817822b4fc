import { rehypeHeadingIds } from '@astrojs/markdown-remark';
import type { Root } from 'mdast';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { nodesOf } from '#citation/nodes.ts';
import { isUnraveled } from '#citation/prose.ts';
import { isComment } from '#corpus/jsx.ts';
import { rehypeCurl } from './rehype-curl.ts';
import { FOOTNOTE_OPTIONS, rehypeNotes } from './rehype-notes.ts';
import { type CheckedNotes, remarkCitations } from './remark-citations.ts';
import { type DocumentNames, remarkNames } from './remark-names.ts';
import { writeHtml } from './write-html.ts';

/** What HTML is written for here. All else (elements, expressions, code, pictures, boxes of tasks) is for MDX itself. */
const SET = new Set<string>([
  ...['root', 'heading', 'blockquote', 'thematicBreak', 'list'],
  ...['text', 'emphasis', 'strong', 'delete', 'inlineCode', 'break', 'link', 'linkReference', 'definition'],
  ...['table', 'tableRow', 'tableCell', 'footnoteReference', 'footnoteDefinition'],
]);

/** Is there nothing in a document but what `setBody` sets? */
export function canSetBody(tree: Root): boolean {
  return nodesOf(tree).every((node) => {
    // MDX takes a paragraph of nothing but comments away.
    if (node.type === 'paragraph') return !isUnraveled(node);
    if (node.type === 'listItem') return typeof node.checked !== 'boolean';
    return SET.has(node.type) || isComment(node);
  });
}

/**
 * Set the body of a document as HTML: the same to the byte as what Astro prints of its MDX, whose way over a module of its own
 * takes ten times as long. The plugins are those of the site, in its order.
 *
 * @param tree That of the text that was checked; `canSetBody` holds for it. It is changed.
 */
export function setBody(tree: Root, notes: CheckedNotes, names: DocumentNames): string {
  const processor = unified()
    .use(remarkCitations, { notesOf: () => notes })
    .use(remarkNames, { namesOf: () => names })
    .use(remarkRehype, { ...FOOTNOTE_OPTIONS, passThrough: ['mdxFlowExpression', 'mdxTextExpression'] })
    .use(rehypeNotes)
    .use(rehypeCurl)
    .use(rehypeHeadingIds);
  return writeHtml(processor.runSync(tree));
}
