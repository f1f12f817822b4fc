import { toHtml } from 'hast-util-to-html';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { PublishedNote } from '#corpus/publish-note.ts';
import { rehypeCurl } from './rehype-curl.ts';
import { FOOTNOTE_OPTIONS, rehypeNotes } from './rehype-notes.ts';
import { remarkCitations } from './remark-citations.ts';

/**
 * Set Markdown with notes as documents are set, as HTML: for a page that shows the design. `notes` are those of real
 * footnotes; the text defines each of their identifiers.
 */
export function setSample(text: string, notes: readonly PublishedNote[]): string {
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkCitations, { notesOf: () => ({ notes, isDraft: false }) })
    .use(remarkRehype, FOOTNOTE_OPTIONS)
    .use(rehypeNotes)
    .use(rehypeCurl);
  return toHtml(processor.runSync(processor.parse(text)), { collapseEmptyAttributes: true });
}
