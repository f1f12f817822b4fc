import type { Source } from '#source/source.ts';
import { lengthOfMark } from '#text/blocks.ts';
import type { Span } from '#text/location.ts';
import { rawSpan } from '#text/normalize.ts';
import { splitSentences } from '#text/sentences.ts';
import { LEAST_QUOTE } from './resolve.ts';
import { endsParagraph, endsSentence } from './words.ts';

/** The citable stretches of the normal form, between regions that are not, in order. */
export function citableStretches({ text, regions }: Source): Span[] {
  const apart = regions.filter(({ kind }) => kind !== 'furniture');
  const stretches: Span[] = [];
  for (let unit = 0; unit < text.text.length; unit++) {
    const raw = rawSpan(text, { start: unit, end: unit + 1 });
    if (apart.some(({ start, end }) => start < raw.end && raw.start < end)) continue;
    const last = stretches.at(-1);
    if (last?.end === unit) stretches[stretches.length - 1] = { start: last.start, end: unit + 1 };
    else stretches.push({ start: unit, end: unit + 1 });
  }
  return stretches;
}

/**
 * The citable sentences of a source, as spans of the normal form, in order. A sentence too short for a quote is
 * joined to the next one, the last of a stretch to the one before, but not over the border of a heading or an item of a
 * list; what is too short all the same is left out.
 */
export function citableSentences(source: Source): Span[] {
  return allSentences(source).filter((sentence) => !isShort(sentence));
}

/** As `citableSentences`, with those that are too short. */
export function allSentences(source: Source): Span[] {
  return citableStretches(source).flatMap((stretch) =>
    splitBlocks(source, splitStretch(source, stretch)).flatMap((block) => joinShort(block)),
  );
}

/** Sentences end with their paragraph: what follows may be an excerpt from elsewhere. Marks of list items are left out. */
function splitStretch(source: Source, { start, end }: Span): Span[] {
  const { text } = source.text;
  const sentences: Span[] = [];
  let from = start;
  for (let unit = start; unit <= end; unit++) {
    if (unit < end && !(text[unit] === ' ' && endsParagraph(source, unit))) continue;
    from += lengthOfMark(text.slice(from, unit));
    for (const span of splitSentences(text.slice(from, unit))) {
      sentences.push({ start: from + span.start, end: from + span.end });
    }
    from = unit;
  }
  return sentences;
}

/** Headings and items of lists are blocks of their own: paragraphs that do not end as a sentence does. */
function splitBlocks(source: Source, sentences: readonly Span[]): Span[][] {
  const blocks: Span[][] = [];
  let last: Span | undefined;
  for (const sentence of sentences) {
    const isNext =
      last &&
      (!endsParagraph(source, last.end) || (endsSentence(source, last.end) && endsSentence(source, sentence.end)));
    if (isNext) blocks.at(-1)?.push(sentence);
    else blocks.push([sentence]);
    last = sentence;
  }
  return blocks;
}

function joinShort(sentences: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const sentence of sentences) {
    const last = joined.at(-1);
    if (last && isShort(last)) joined[joined.length - 1] = { start: last.start, end: sentence.end };
    else joined.push(sentence);
  }
  const tail = joined.slice(-2);
  if (!tail.some(isShort)) return joined;
  const whole = { start: Math.min(...tail.map(({ start }) => start)), end: Math.max(...tail.map(({ end }) => end)) };
  return [...joined.slice(0, -2), whole];
}

/** Is it too short for a quote? */
export function isShort({ start, end }: Span): boolean {
  return end - start < LEAST_QUOTE;
}
