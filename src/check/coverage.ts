import type { Passage } from '#citation/resolve.ts';
import { sourceRetracted } from '#citation/rules/source-retracted.ts';
import { endsParagraph, printedWords } from '#citation/words.ts';
import type { SourceWords } from '#problem/problem.ts';
import type { Source } from '#source/source.ts';
import { locate, type Span } from '#text/location.ts';
import { rawSpan } from '#text/normalize.ts';
import { type Corpus, documentsOf } from './model.ts';

/** `apart`: what no document can cite, such as page marks, captions and withheld words. */
type Use = 'cited' | 'uncited' | 'apart';

/** How much of a text the site uses. Plain data. */
export interface Coverage {
  /** Letters and digits in cited passages. */
  readonly cited: number;
  /** Letters and digits that a document could cite. */
  readonly citable: number;
  /** Contiguous, from the first letter to the last, in offsets of the raw text; neighbours differ in use. */
  readonly stretches: readonly (Span & { readonly use: Use })[];
}

const LETTERS = /[\p{L}\p{N}]/gu;

/** Measure which letters and digits of a source are cited; other characters are counted with the letter before them. */
export function measureCoverage(source: Source, cited: readonly Passage[]): Coverage {
  const uses = usesOf(source, cited);
  const letters = { cited: 0, uncited: 0, apart: 0 };
  const stretches: { start: number; end: number; use: Use }[] = [];
  for (const { 0: letter, index } of source.raw.matchAll(LETTERS)) {
    const use = uses[index] ?? 'uncited';
    const end = index + letter.length;
    letters[use]++;
    const last = stretches.at(-1);
    if (last?.use === use) last.end = end;
    else stretches.push({ start: last?.end ?? index, end, use });
  }
  return { cited: letters.cited, citable: letters.cited + letters.uncited, stretches };
}

/**
 * List what is not cited of a source, in the order of the text: each stretch of one paragraph with a letter or digit in
 * it. A stretch runs over page furniture, but has no character that is cited or cannot be cited. `span` is in the raw
 * text.
 */
export function listUnread(source: Source, cited: readonly Passage[]): (SourceWords & { readonly span: Span })[] {
  const { text } = source.text;
  const uses = usesOf(source, cited);
  const isOpen = (unit: number) => uses[rawSpan(source.text, { start: unit, end: unit + 1 }).start] === 'uncited';

  const spans: { start: number; end: number }[] = [];
  for (const { 0: letter, index } of text.matchAll(LETTERS)) {
    if (!isOpen(index)) continue;
    const end = index + letter.length;
    const last = spans.at(-1);
    let joined = last?.end ?? index;
    while (joined < index && isOpen(joined) && !endsParagraph(source, joined)) joined++;
    if (last && joined === index) last.end = end;
    else spans.push({ start: index, end });
  }

  return spans.map((letters) => {
    const words = withMarks(text, letters, isOpen);
    const span = rawSpan(source.text, words);
    return { line: locate(source.lines, span.start).line, words: printedWords(source, words), span };
  });
}

/** All passages that documents cite, by the id of their source; a passage is listed as often as it is cited. */
export function passagesBySource(corpus: Corpus): ReadonlyMap<string, readonly Passage[]> {
  const passages = documentsOf(corpus).flatMap(({ footnotes }) => footnotes.flatMap((footnote) => footnote.passages));
  return Map.groupBy(passages, ({ sourceId }) => sourceId);
}

/** The use of each UTF-16 code unit of the raw text. Nothing of a retracted source can be cited. */
function usesOf(source: Source, cited: readonly Passage[]): Use[] {
  const isRetracted = sourceRetracted(source).length > 0;
  const uses = new Array<Use>(source.raw.length).fill(isRetracted ? 'apart' : 'uncited');
  if (isRetracted) return uses;
  for (const { raw } of cited) for (const { start, end } of raw) uses.fill('cited', start, end);
  for (const { start, end } of source.regions) uses.fill('apart', start, end);
  return uses;
}

/** Add the adjoining marks to a span of letters, except those before it that end the preceding words. */
function withMarks(text: string, { start, end }: Span, isOpen: (unit: number) => boolean): Span {
  let from = start;
  while (/[^\s.,;:!?)\]]/.test(text.charAt(from - 1)) && isOpen(from - 1)) from--;
  let to = end;
  while (to < text.length && isOpen(to) && text.charAt(to) !== ' ') to++;
  return { start: from, end: to };
}
