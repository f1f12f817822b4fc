import type { Source } from '#source/source.ts';
import type { Span } from '#text/location.ts';
import { rawSpan } from '#text/normalize.ts';
import { splitSentences } from '#text/sentences.ts';
import { LEAST_QUOTE } from './resolve.ts';
import { endsParagraph } from './words.ts';

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
 * joined to the next one, the last of a stretch to the one before; a stretch that is too short has none.
 */
export function citableSentences(source: Source): Span[] {
  return citableStretches(source)
    .flatMap((stretch) => joinShort(splitStretch(source, stretch)))
    .filter((sentence) => !isShort(sentence));
}

/** Sentences end with their paragraph: what follows may be an excerpt from elsewhere. */
function splitStretch(source: Source, { start, end }: Span): Span[] {
  const { text } = source.text;
  const sentences: Span[] = [];
  let from = start;
  for (let unit = start; unit <= end; unit++) {
    if (unit < end && !(text[unit] === ' ' && endsParagraph(source, unit))) continue;
    for (const span of splitSentences(text.slice(from, unit))) {
      sentences.push({ start: from + span.start, end: from + span.end });
    }
    from = unit;
  }
  return sentences;
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

function isShort({ start, end }: Span): boolean {
  return end - start < LEAST_QUOTE;
}
