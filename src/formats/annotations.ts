import { noteId } from '#document/anchors.ts';
import type { PublishedArticle } from '#publication/publication.ts';
import { languageMarks } from '#text/language.ts';
import type { Span } from '#text/location.ts';
import { type PublishedText, publishedSpan } from './published-text.ts';

/** How many characters of context a selector has on each side. */
const CONTEXT = 32;
/** Enough UTF-16 code units for them, with one to spare for half a character at the border. */
const MOST_UNITS = 2 * CONTEXT + 1;

/**
 * The citations of an article as W3C Web Annotations (Web Annotation Data Model, 2017). The bodies are a note of the
 * article, the sentences that refer to it, and the kinds and speakers of the quoted words; the target is these words in
 * the published text of the source. Positions are code points. A quote with an omission has a target for each part.
 *
 * @param textOf The published text of a source.
 */
export function annotationsOf(
  { address, matter, notes }: Pick<PublishedArticle, 'address' | 'matter' | 'notes'>,
  textOf: (sourceId: string) => PublishedText,
  site: URL,
) {
  const page = new URL(address, site).href;
  const id = `${page}annotations.jsonld`;
  const items = notes.flatMap(({ identifier, statements, citations }) =>
    citations.map(({ sourceId, spans, voices, language }, index) => {
      const published = textOf(sourceId);
      const fragment = noteId(identifier);
      return {
        id: `${id}#${fragment}${citations.length > 1 ? `-${index + 1}` : ''}`,
        type: 'Annotation',
        motivation: 'linking',
        body: [
          {
            type: 'SpecificResource' as const,
            source: page,
            selector: { type: 'FragmentSelector', conformsTo: 'http://tools.ietf.org/rfc/rfc3236', value: fragment },
          },
          ...statements.map((statement) => textBody('describing', statement)),
          ...(voices.length === 0 ? [textBody('classifying', 'stated')] : []),
          ...voices.flatMap(({ kind, by }) => [textBody('classifying', kind), textBody('identifying', by)]),
        ],
        target: spans.map((span) => ({
          type: 'SpecificResource',
          source: new URL(`sources/${sourceId}.txt`, site).href,
          ...languageOf(language),
          selector: selectors(published, publishedSpan(published, span)),
        })),
      };
    }),
  );
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id,
    type: 'AnnotationCollection',
    label: `Citations of “${matter.title}”`,
    total: items.length,
    first: { id: `${id}#page-1`, type: 'AnnotationPage', partOf: id, startIndex: 0, items },
  };
}

/** The language and direction of words that are not in English. */
function languageOf(tag: string | undefined) {
  const { lang, dir } = languageMarks(tag);
  return { ...(lang && { language: lang }), ...(dir && { textDirection: dir }) };
}

/** `describing`: a sentence of the article; `classifying`: the kind of the quoted words; `identifying`: their speaker. */
function textBody(purpose: 'describing' | 'classifying' | 'identifying', value: string) {
  return { type: 'TextualBody', purpose, value, format: 'text/plain', language: 'en' } as const;
}

function selectors({ text, codePointsBefore }: PublishedText, { start, end }: Span) {
  return [
    {
      type: 'TextQuoteSelector',
      exact: text.slice(start, end),
      prefix: [...text.slice(Math.max(0, start - MOST_UNITS), start)].slice(-CONTEXT).join(''),
      suffix: [...text.slice(end, end + MOST_UNITS)].slice(0, CONTEXT).join(''),
    },
    { type: 'TextPositionSelector', start: codePointsBefore(start), end: codePointsBefore(end) },
  ];
}
