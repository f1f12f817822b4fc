import type { Span } from './location.ts';

/** A text in the form in which quotes are matched, with the way back to the raw text. */
export interface NormalizedText {
  readonly text: string;
  /** For each UTF-16 code unit of `text`: where the raw characters behind it start. Never decreases. */
  readonly starts: Uint32Array;
  /** For each UTF-16 code unit of `text`: where the raw characters behind it end, excluded. Never decreases. */
  readonly ends: Uint32Array;
}

/** Typographic variants that count as equal; everything else must agree to the letter. */
const FOLDED = new Map<string, string>([
  ...[...'“”„‟«»〝〞＂'].map((mark) => [mark, '"'] as const),
  ...[...'‘’‚‛‹›ʼ＇`´'].map((mark) => [mark, "'"] as const),
  ...[...'‐‑‒–—―−﹘﹣－'].map((dash) => [dash, '-'] as const),
  ['…', '...'],
]);

/** The characters with the Unicode property White_Space. U+FEFF is not among them, unlike in `\s`. */
const WHITE_SPACE = new Set(
  '\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000',
);

/**
 * Bring a text into the form in which quotes are matched: Unicode NFC; any run of white space is one space, none at the
 * ends; white space after a hyphen that is joined to a word is dropped (so a line may break there); variants of quotation
 * marks, apostrophes, dashes and the ellipsis are equal; the spans of `skip` (page furniture) are passed over.
 * Case, words, digits and letters stay as they are. U+FEFF and zero-width characters are not white space: they stay too.
 *
 * @param skip Spans of `raw`, sorted, not overlapping.
 */
export function normalize(raw: string, skip: readonly Span[] = []): NormalizedText {
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const skips = skip.values();
  let skipped = skips.next().value;

  const add = (value: string, start: number, end: number) => {
    while (skipped && skipped.end <= start) skipped = skips.next().value;
    if (skipped && skipped.start <= start) return;

    if (WHITE_SPACE.has(value)) {
      const last = units.length - 1;
      if (last < 0) return;
      const afterWord = units[last] === '-' && last > 0 && units[last - 1] !== ' ';
      if (afterWord) return;
      if (units[last] === ' ') {
        ends[last] = end;
        return;
      }
      units.push(' ');
      starts.push(start);
      ends.push(end);
      return;
    }

    const folded = FOLDED.get(value) ?? value;
    for (let unit = 0; unit < folded.length; unit++) {
      units.push(folded.charAt(unit));
      starts.push(start);
      ends.push(end);
    }
  };
  cut(raw, add);

  if (units.at(-1) === ' ') {
    units.pop();
    starts.pop();
    ends.pop();
  }
  return { text: units.join(''), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
}

/** Map a span of the normal form back to the raw text. An empty span maps to an empty one. */
export function rawSpan({ starts, ends }: NormalizedText, { start, end }: Span): Span {
  const from = starts[start] ?? ends.at(-1) ?? 0;
  return { start: from, end: ends.subarray(start, end).at(-1) ?? from };
}

/** Map a span of the raw text to the normal form: what begins in it. */
export function normalSpan({ starts }: NormalizedText, { start, end }: Span): Span {
  return { start: firstAtLeast(starts, start), end: firstAtLeast(starts, end) };
}

/** The index of the first of the sorted `offsets` that is not below `offset`. */
function firstAtLeast(offsets: Uint32Array, offset: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (Number(offsets[middle]) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Cut a text into its smallest pieces in NFC. A text in NFC already is cut by code units. Otherwise it is cut by grapheme
 * clusters, since composition can join several code points, but never across the border of a cluster.
 */
function cut(raw: string, take: (value: string, start: number, end: number) => void): void {
  if (raw.normalize('NFC') === raw) {
    for (let at = 0; at < raw.length; at++) take(raw.charAt(at), at, at + 1);
    return;
  }
  for (const { segment, index } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(raw)) {
    const end = index + segment.length;
    const composed = segment.normalize('NFC');
    if (composed === segment) {
      for (let at = index; at < end; at++) take(raw.charAt(at), at, at + 1);
    } else {
      for (const value of composed) take(value, index, end);
    }
  }
}
