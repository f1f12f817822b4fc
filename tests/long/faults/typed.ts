import type { Corpus } from '#check/model.ts';
import { checkCitations, type SourcesById } from '#citation/check.ts';
import { type Citation, readCitations } from '#citation/citation.ts';
import { readFootnotes } from '#citation/footnote.ts';
import { ELISION, MOST_LEFT_OUT } from '#citation/resolve.ts';
import { blankFrontMatter, type Document } from '#document/document.ts';
import { parseMdx } from '#markdown/parse.ts';
import { isError } from '#problem/problem.ts';
import type { Source } from '#source/source.ts';
import { indexLines } from '#text/location.ts';
import { normalize } from '#text/normalize.ts';

/** One citation of the site as its author typed it, in three pieces. */
export interface Typed {
  readonly file: string;
  readonly citation: Citation;
  /** `@id#L9 "`. */
  readonly head: string;
  readonly quote: string;
  /** The closing mark. */
  readonly tail: string;
  /** It was changed into something that is false of every text. */
  readonly isBroken?: boolean;
}

export function documentsOf(corpus: Omit<Corpus, 'sources'>): Document[] {
  return [...corpus.articles, ...corpus.themes, ...corpus.pages].map(({ document }) => document);
}

/** Every citation of the site. */
export function readTyped(documents: readonly Document[]): Typed[] {
  return documents.flatMap(({ file, text }) => {
    const body = blankFrontMatter(text);
    const parsed = parseMdx(body, file);
    if (!('tree' in parsed)) throw new Error(`Cannot parse ${file}`);
    const lines = indexLines(body);
    return readFootnotes(parsed.tree, body).definitions.flatMap((definition) =>
      readCitations(definition, file, lines).citations.map((citation): Typed => {
        const written = body.slice(citation.place.start.offset, citation.place.end.offset);
        const opening = written.search(/["“„”]/) + 1;
        return {
          file,
          citation,
          head: written.slice(0, opening),
          quote: written.slice(opening, -1),
          tail: written.slice(-1),
        };
      }),
    );
  });
}

/** Does the check report this citation, alone in a document? */
export function isReported({ head, quote, tail }: Typed, sourcesById: SourcesById): boolean {
  const text = `It is so.[^a]\n\n[^a]: ${head}${quote}${tail}\n`;
  const parsed = parseMdx(text, 'a.mdx');
  return !('tree' in parsed) || checkCitations(parsed.tree, text, 'a.mdx', sourcesById).problems.some(isError);
}

/**
 * Is it really a fault? A change may produce words that are in the source too, such as a sentence that occurs in two
 * texts. Decided by the simplest possible search.
 */
export function isFalse({ head, quote, tail, citation, isBroken }: Typed, sources: readonly Source[]): boolean {
  if (isBroken || tail === '') return true;
  const id = /^@([^\s"“”„#`;]*)/.exec(head)?.[1];
  const source = sources.find((source) => source.id === id);
  if (!source) return true;
  if (normalize(quote).text === normalize(citation.quote).text && id === citation.sourceId) return false;
  return countPlaces(source.text.text, quote) === 0;
}

/** In how many places a quote occurs, its parts in order and near each other. */
export function countPlaces(text: string, quote: string): number {
  const [first = '', ...rest] = quote.split(ELISION).map((words) => normalize(words).text);
  if (first === '') return 0;
  let count = 0;
  for (let at = text.indexOf(first); at !== -1; at = text.indexOf(first, at + 1)) {
    let from = at + first.length;
    const isThere = rest.every((part) => {
      const place = text.indexOf(part, from);
      if (place === -1 || place - from > MOST_LEFT_OUT) return false;
      from = place + part.length;
      return true;
    });
    if (isThere) count++;
  }
  return count;
}
