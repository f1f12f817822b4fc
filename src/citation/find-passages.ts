import type { Region, Source } from '#source/source.ts';
import { locate, type Span } from '#text/location.ts';
import { normalize, rawSpan } from '#text/normalize.ts';
import { findAll, nearestPlaces } from '#text/search.ts';
import type { Quotation } from './citation.ts';
import { findHyphenated } from './hyphenated.ts';
import { citableText, resolve } from './resolve.ts';
import { allSentences, isShort } from './sentence.ts';
import { printedWords } from './words.ts';

/** An occurrence of some words, or of similar ones, in a source. */
export interface FoundPassage {
  readonly source: Source;
  /** In the normal form. */
  readonly span: Span;
  /** How many characters differ: 0 for an exact match. */
  readonly differences: number;
  /** The line of the raw text where they start, from 1. */
  readonly line: number;
  /** The sentence or sentences around them, in the normal form; a heading or an item of a list may be too short to quote. */
  readonly sentence: Span;
}

/** An occurrence in a region that cannot be cited. */
export interface RefusedPassage {
  readonly source: Source;
  readonly region: Region;
  readonly line: number;
}

export interface PassageSearch {
  /** The best first, then by source and place. */
  readonly found: readonly FoundPassage[];
  /** Exact occurrences that cannot be cited. */
  readonly refused: readonly RefusedPassage[];
}

/** The share of characters that may differ. */
const MOST_DIFFERENT = 0.4;
/** No source needs more suggestions than these. */
const MOST_NEAR = 3;

/**
 * Look for words in all sources, also where line ends divide them; for similar words only where none has them exactly.
 * What cannot be cited is never shown as similar: these words could be withheld ones.
 */
export function findPassages(sources: readonly Source[], words: string): PassageSearch {
  const { text: wanted } = normalize(words);
  const exact = sources.flatMap((source) =>
    locateAll(source, findExactly(source.raw, source.text, citableText(source), wanted)),
  );
  const refused = sources.flatMap((source) => findRefused(source, wanted));
  if (exact.length > 0 || refused.length > 0) return { found: exact.sort(byUse), refused };
  const near = sources.flatMap((source) => findNear(source, wanted));
  return { found: near.sort((a, b) => byUse(a, b) || a.differences - b.differences), refused: [] };
}

/** What is too short for a quote comes last. */
function byUse(a: FoundPassage, b: FoundPassage): number {
  return Number(isShort(a.sentence)) - Number(isShort(b.sentence));
}

/** Cite the sentence around a passage, with a line number where the words occur more than once. */
export function citeFound({ source, sentence }: Pick<FoundPassage, 'source' | 'sentence'>): Quotation {
  const { id: sourceId } = source;
  const quote = printedWords(source, sentence);
  const { line } = locate(source.lines, rawSpan(source.text, sentence).start);
  const isClear = resolve({ sourceId, quote, locator: undefined }, source).ok;
  return { sourceId, quote, locator: isClear ? undefined : { from: line, to: line } };
}

/** Function words, in lower case: not used in labels. */
const EMPTY = new Set(
  (
    'a an and are as at be been but by for from had has have he her his in is it its of on or said says she some ' +
    'such than that the their there they this those to was were which who will with would'
  ).split(' '),
);

/** Make a footnote label of up to three words of its quote, joined by hyphens. */
export function labelOf(words: string): string {
  const plain = words
    .normalize('NFKD')
    .replace(/ı/g, 'i')
    .replace(/ə/g, 'e')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’]/g, '')
    .match(/[a-z]+|\d[\d,.]*\d|\d/g);
  const telling = (plain ?? []).map((word) => word.replace(/[,.]/g, '')).filter((word) => !EMPTY.has(word));
  return telling.slice(0, 3).join('-') || 'note';
}

/** As of `findHyphenated`, with exactly these words too, in order. */
function findExactly(...[raw, form, text, words]: Parameters<typeof findHyphenated>): Span[] {
  const found = [...findAll(text, words), ...findHyphenated(raw, form, text, words)];
  return found.sort((a, b) => a.start - b.start);
}

function locateAll(source: Source, spans: readonly (Span & { readonly differences?: number })[]): FoundPassage[] {
  const sentences = spans.length > 0 ? allSentences(source) : [];
  return spans.flatMap(({ differences = 0, ...span }): FoundPassage[] => {
    const touched = sentences.filter(({ start, end }) => start < span.end && span.start < end);
    // It is outside everything that can be cited.
    if (touched.length === 0) return [];
    const { line } = locate(source.lines, rawSpan(source.text, span).start);
    const start = Math.min(...touched.map((sentence) => sentence.start));
    const end = Math.max(...touched.map((sentence) => sentence.end));
    return [{ source, span, line, differences, sentence: { start, end } }];
  });
}

function findRefused(source: Source, wanted: string): RefusedPassage[] {
  // The matching text has no page furniture.
  const whole = normalize(source.raw);
  return findExactly(source.raw, whole, whole.text, wanted).flatMap((span): RefusedPassage[] => {
    const raw = rawSpan(whole, span);
    const region = source.regions.find(({ kind, start, end }) =>
      kind === 'furniture' ? start <= raw.start && raw.end <= end : start < raw.end && raw.start < end,
    );
    return region ? [{ source, region, line: locate(source.lines, raw.start).line }] : [];
  });
}

function findNear(source: Source, wanted: string): FoundPassage[] {
  const text = citableText(source);
  const near = nearestPlaces(text, wanted, Math.floor(wanted.length * MOST_DIFFERENT));
  const citable = near.filter(({ start, end }) => !text.slice(start, end).includes('\0'));
  return locateAll(source, citable.slice(0, MOST_NEAR));
}
