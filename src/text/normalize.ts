import { countWhile, type Span } from './location.ts';

/** A text in the form in which quotes are matched, with the way back to the raw text. */
export interface NormalizedText {
  readonly text: string;
  /** For each UTF-16 unit of `text`, where the raw characters it stands for start. Never decreases. */
  readonly starts: readonly number[];
  /** For each unit, where they end (excluded). Never decreases. */
  readonly ends: readonly number[];
}

/** Typographic variants that count as equal; everything else must agree exactly. */
const FOLDED = new Map<string, string>([
  ...[...'“”„‟«»〝〞＂'].map((mark) => [mark, '"'] as const),
  ...[...'‘’‚‛‹›ʼ＇`´'].map((mark) => [mark, "'"] as const),
  ...[...'‐‑‒–—―−﹘﹣－'].map((dash) => [dash, '-'] as const),
  ['…', '...'],
]);

/** The characters with the Unicode property White_Space. U+FEFF is not among them, unlike in `\s`. */
const WHITE_SPACE = new Set(
  '\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a' +
    '\u2028\u2029\u202f\u205f\u3000',
);

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Bring a text into the form in which quotes are matched: Unicode NFC; any run of white space is one space, none at
 * the ends; white space after a hyphen that is joined to a word is dropped (so a line may break there); variants of
 * quotation marks, apostrophes, dashes and the ellipsis are equal; the spans of `skip` (page furniture) are passed
 * over. Case, words, digits and letters stay as they are. U+FEFF and zero-width characters are not white space: they
 * stay too.
 *
 * @param skip Spans of `raw`, sorted, not overlapping.
 */
export function normalize(raw: string, skip: readonly Span[] = []): NormalizedText {
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const gaps = skip.values();
  let gap = gaps.next().value;

  const push = (unit: string, start: number, end: number) => {
    units.push(unit);
    starts.push(start);
    ends.push(end);
  };
  const add = (value: string, start: number, end: number) => {
    while (gap && gap.end <= start) gap = gaps.next().value;
    if (gap && gap.start <= start) return;
    if (!WHITE_SPACE.has(value)) {
      const folded = FOLDED.get(value) ?? value;
      for (let unit = 0; unit < folded.length; unit++) push(folded.charAt(unit), start, end);
      return;
    }
    const [before = ' ', last] = [units.at(-2), units.at(-1)];
    if (last === ' ') ends[ends.length - 1] = end;
    else if (last !== undefined && (last !== '-' || before === ' ')) push(' ', start, end);
  };

  // Composition can join several code points, but never across the border of a grapheme cluster.
  const isComposed = raw.normalize('NFC') === raw;
  const clusters = isComposed ? raw.split('') : Array.from(graphemes.segment(raw), ({ segment }) => segment);
  let at = 0;
  for (const cluster of clusters) {
    const start = at;
    at += cluster.length;
    const composed = isComposed ? cluster : cluster.normalize('NFC');
    if (composed === cluster) for (let unit = start; unit < at; unit++) add(raw.charAt(unit), unit, unit + 1);
    else for (const value of composed) add(value, start, at);
  }

  if (units.at(-1) === ' ') for (const list of [units, starts, ends]) list.pop();
  return { text: units.join(''), starts, ends };
}

/** Map a span of the normal form back to the raw text. An empty span maps to an empty one. */
export function rawSpan({ starts, ends }: NormalizedText, { start, end }: Span): Span {
  const from = starts[start] ?? ends.at(-1) ?? 0;
  const last = Math.min(end, ends.length) - 1;
  return { start: from, end: (last < start ? undefined : ends[last]) ?? from };
}

/** Map a span of the raw text to the normal form: what begins in it. */
export function normalSpan({ starts }: NormalizedText, { start, end }: Span): Span {
  const unitFrom = (offset: number) => countWhile(starts, (unitStart) => unitStart < offset);
  return { start: unitFrom(start), end: unitFrom(end) };
}
