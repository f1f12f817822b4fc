import type { Source } from '#source/source.ts';
import type { Span } from '#text/location.ts';
import { rawSpan } from '#text/normalize.ts';
import { splitSentences } from '#text/sentences.ts';
import type { Passage } from './resolve.ts';

/**
 * The words of a source as printed, for running text: any white space is one space, and page furniture is left out.
 * `span` is in the normal form.
 */
export function printedWords({ raw, text }: Source, { start, end }: Span): string {
  let words = '';
  let last: number | undefined;
  for (let unit = start; unit < end; unit++) {
    const printed = rawSpan(text, { start: unit, end: unit + 1 });
    // One character, such as an ellipsis, can be several units of the normal form.
    if (printed.start === last) continue;
    last = printed.start;
    words += text.text[unit] === ' ' ? ' ' : raw.slice(printed.start, printed.end);
  }
  return words;
}

/** The rest of the sentence around a passage, as printed; empty where the passage begins or ends it. */
export interface Context {
  readonly before: string;
  readonly after: string;
}

/** In characters. A longer sentence has probably lost its end. */
const MOST_CONTEXT = 300;

/** Find the sentence around a passage, within its paragraph and outside what cannot be cited. */
export function contextOf(source: Source, { extent: { start, end } }: Passage): Context {
  const [from, to] = openStretch(source, start, end, MOST_CONTEXT);
  let first = from;
  let last = to;
  for (const sentence of splitSentences(source.text.text.slice(from, to))) {
    if (from + sentence.start <= start) first = from + sentence.start;
    if (from + sentence.end < end) continue;
    last = from + sentence.end;
    break;
  }
  return {
    before: start - first > MOST_CONTEXT ? '' : printedWords(source, { start: first, end: start }).trimStart(),
    after: last - end > MOST_CONTEXT ? '' : printedWords(source, { start: end, end: last }).trimEnd(),
  };
}

const END_OF_SENTENCE = /[.!?]["')\]]?$/;

/** Does a sentence end before this unit of the normal form, by its mark? */
export function endsSentence({ text }: Pick<Source, 'text'>, unit: number): boolean {
  return END_OF_SENTENCE.test(text.text.slice(Math.max(0, unit - 2), unit));
}

/**
 * Does a paragraph end with this unit of the normal form? It does at a blank line, at a line break after a sentence
 * (what follows may be an excerpt from elsewhere), after a heading, and before and after the items of a list.
 */
export function endsParagraph({ raw, text, blockEnds }: Source, unit: number): boolean {
  // Every line break is part of a space.
  if (text.text[unit] !== ' ') return false;
  const { start, end } = rawSpan(text, { start: unit, end: unit + 1 });
  const printed = raw.slice(start, end);
  if (!printed.includes('\n')) return false;
  return (
    /\n\s*\n/.test(printed) ||
    endsSentence({ text }, unit) ||
    [...printed.matchAll(/\n/g)].some(({ index }) => blockEnds.has(start + index))
  );
}

/** The stretch around a passage, no farther than its paragraph, a region, or `most` characters. */
function openStretch(source: Source, start: number, end: number, most: number): [number, number] {
  const { text } = source;
  const rawAt = (unit: number) => rawSpan(text, { start: unit, end: unit }).start;
  const low = rawAt(Math.max(0, start - most - 1));
  const high = rawAt(Math.min(text.text.length, end + most + 1));
  const regions = source.regions.filter((region) => region.end > low && region.start <= high);
  const closed = (unit: number) => {
    if (endsParagraph(source, unit)) return true;
    if (regions.length === 0) return false;
    // Never inside page furniture, which has no units.
    const at = rawAt(unit);
    return regions.some((region) => region.start <= at && at < region.end);
  };
  let from = start;
  while (from > 0 && start - from <= most && !closed(from - 1)) from--;
  let to = end;
  while (to < text.text.length && to - end <= most && !closed(to)) to++;
  return [from, to];
}

/** The paragraph around a passage, as a span of the normal form, within the surrounding regions. */
export function paragraphOf(source: Source, { extent: { start, end } }: Pick<Passage, 'extent'>): Span {
  const [from, to] = openStretch(source, start, end, Number.POSITIVE_INFINITY);
  return { start: from, end: to };
}

/** The sentences that a passage is from, and the one before them; in the normal form. */
export interface SentencesAround {
  /** From the one where the passage begins to the one where it ends. */
  readonly own: Span;
  /** Undefined at the beginning of the paragraph. */
  readonly before: Span | undefined;
}

/** Find the sentences around a passage, within its paragraph and the surrounding regions. */
export function sentencesAround(source: Source, passage: Pick<Passage, 'extent'>): SentencesAround {
  const { start: from, end: to } = paragraphOf(source, passage);
  const { start, end } = passage.extent;
  const sentences = splitSentences(source.text.text.slice(from, to)).map((sentence) => ({
    start: from + sentence.start,
    end: from + sentence.end,
  }));
  const first = sentences.findLastIndex((sentence) => sentence.start <= start);
  const last = sentences.find((sentence) => end <= sentence.end);
  return { own: { start: sentences[first]?.start ?? from, end: last?.end ?? to }, before: sentences[first - 1] };
}
