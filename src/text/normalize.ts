import type { Span } from './location.ts';
import { addPiece, type OffsetMap, rawOf, unitFrom } from './offset-map.ts';

/** A text in the form in which quotes are matched, with the way back to the raw text. */
export interface NormalizedText {
  readonly text: string;
  readonly map: OffsetMap;
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

/** Of each UTF-16 code unit: 0 stays as it is, 1 is white space, 2 a typographic variant. */
const KINDS = new Uint8Array(0x10000);
for (const space of WHITE_SPACE) KINDS[space.charCodeAt(0)] = 1;
for (const variant of FOLDED.keys()) KINDS[variant.charCodeAt(0)] = 2;

/** What makes the normal form differ from a text, or may. Without any of it nothing has to be done. */
const UNPLAIN = /[^ -_a-~]| {2}|- |^ | $/;

/**
 * Bring a text into the form in which quotes are matched: Unicode NFC; any run of white space is one space, none at the
 * ends; white space after a hyphen that is joined to a word is dropped (so a line may break there); variants of quotation
 * marks, apostrophes, dashes and the ellipsis are equal; the spans of `skip` (page furniture) are passed over.
 * Case, words, digits and letters stay as they are. U+FEFF and zero-width characters are not white space: they stay too.
 *
 * @param skip Spans of `raw`, sorted, not overlapping.
 */
export function normalize(raw: string, skip: readonly Span[] = []): NormalizedText {
  if (skip.length === 0 && !UNPLAIN.test(raw)) return plainText(raw);
  return raw.normalize('NFC') === raw ? normalizeUnits(raw, skip) : normalizeClusters(raw, skip);
}

/** A text that is its own normal form. */
function plainText(text: string): NormalizedText {
  const map = newMap();
  addPiece(map, text.length, 0, text.length, true);
  return { text, map };
}

function newMap(): OffsetMap {
  return { length: 0, units: [], starts: [], ends: [], runs: [] };
}

/** A text in NFC is cut by code units; what stays as it is, is taken in runs. */
function normalizeUnits(raw: string, skip: readonly Span[]): NormalizedText {
  const normal = collect(raw);
  let at = 0;
  for (const gap of [...skip, { start: raw.length, end: raw.length }]) {
    while (at < gap.start) {
      const from = at;
      while (at < gap.start && (KINDS[raw.charCodeAt(at)] === 0 || isBetweenWords(raw, at, from, gap.start))) at++;
      if (at > from) normal.addRun(from, at);
      if (at === gap.start) break;
      normal.add(raw.charAt(at), at, at + 1);
      at++;
    }
    at = gap.end;
  }
  return normal.finish();
}

/** Is it a single space that stays as it is: between two units of one run, and not behind a hyphen? */
function isBetweenWords(raw: string, at: number, from: number, to: number): boolean {
  if (raw.charCodeAt(at) !== SPACE || at === from || at + 1 >= to) return false;
  const before = raw.charCodeAt(at - 1);
  return KINDS[before] === 0 && before !== HYPHEN && KINDS[raw.charCodeAt(at + 1)] === 0;
}

const SPACE = 0x20;
const HYPHEN = 0x2d;

/**
 * Another text is cut by grapheme clusters, since composition can join several code points, but never across the border of
 * a cluster.
 */
function normalizeClusters(raw: string, skip: readonly Span[]): NormalizedText {
  const normal = collect(raw);
  const gaps = skip.values();
  let gap = gaps.next().value;
  const add = (value: string, start: number, end: number) => {
    while (gap && gap.end <= start) gap = gaps.next().value;
    if (!gap || start < gap.start) normal.add(value, start, end);
  };
  for (const { segment, index } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(raw)) {
    const end = index + segment.length;
    const composed = segment.normalize('NFC');
    if (composed === segment) {
      for (let at = index; at < end; at++) add(raw.charAt(at), at, at + 1);
    } else {
      for (const value of composed) add(value, index, end);
    }
  }
  return normal.finish();
}

/** Collect the normal form of `raw` from its pieces, in order. */
function collect(raw: string) {
  const map = newMap();
  const pieces: string[] = [];
  /** The last two units. */
  let before = '';
  let last = '';

  const push = (value: string, start: number, end: number, isRun: boolean) => {
    pieces.push(value);
    addPiece(map, value.length, start, end, isRun);
    before = value.length > 1 ? value.charAt(value.length - 2) : last;
    last = value.charAt(value.length - 1);
  };

  return {
    /** Units from `start` to `end` that stay as they are. */
    addRun: (start: number, end: number) => push(raw.slice(start, end), start, end, true),
    add: (value: string, start: number, end: number) => {
      if (!WHITE_SPACE.has(value)) {
        push(FOLDED.get(value) ?? value, start, end, false);
        return;
      }
      const isAfterWord = last === '-' && before !== '' && before !== ' ';
      if (map.length === 0 || isAfterWord) return;
      if (last === ' ') map.ends[map.ends.length - 1] = end;
      else push(' ', start, end, false);
    },
    finish: (): NormalizedText => {
      const text = pieces.join('');
      if (last !== ' ') return { text, map };
      map.length--;
      return { text: text.slice(0, -1), map };
    },
  };
}

/** Map a span of the normal form back to the raw text. An empty span maps to an empty one. */
export function rawSpan({ map }: NormalizedText, { start, end }: Span): Span {
  const from = rawOf(map, start)?.start ?? rawOf(map, map.length - 1)?.end ?? 0;
  const last = Math.min(end, map.length) - 1;
  return { start: from, end: (last < start ? undefined : rawOf(map, last)?.end) ?? from };
}

/** Map a span of the raw text to the normal form: what begins in it. */
export function normalSpan({ map }: NormalizedText, { start, end }: Span): Span {
  return { start: unitFrom(map, start), end: unitFrom(map, end) };
}
