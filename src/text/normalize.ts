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

/** A text that is its own normal form. Nobody asks for the offsets of most of them. */
function plainText(text: string): NormalizedText {
  let starts: Uint32Array | undefined;
  let ends: Uint32Array | undefined;
  return {
    text,
    get starts() {
      starts ??= Uint32Array.from({ length: text.length }, (_, at) => at);
      return starts;
    },
    get ends() {
      ends ??= Uint32Array.from({ length: text.length }, (_, at) => at + 1);
      return ends;
    },
  };
}

/** A text in NFC is cut by code units; what stays as it is, is taken in runs. */
function normalizeUnits(raw: string, skip: readonly Span[]): NormalizedText {
  const normal = collect(raw);
  let at = 0;
  for (const gap of [...skip, { start: raw.length, end: raw.length }]) {
    while (at < gap.start) {
      const from = at;
      while (at < gap.start && KINDS[raw.charCodeAt(at)] === 0) at++;
      if (at > from) normal.addRun(from, at);
      if (at === gap.start) break;
      normal.add(raw.charAt(at), at, at + 1);
      at++;
    }
    at = gap.end;
  }
  return normal.finish();
}

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
  // Composition never makes a text longer than what stands for a character alone: three units, an ellipsis.
  const most = raw.length * (raw.includes('…') || raw.normalize('NFC') !== raw ? 3 : 1);
  const starts = new Uint32Array(most);
  const ends = new Uint32Array(most);
  const pieces: string[] = [];
  let length = 0;
  /** The last two units. */
  let before = '';
  let last = '';

  const push = (value: string, start: number, end: number) => {
    pieces.push(value);
    for (let unit = 0; unit < value.length; unit++) {
      starts[length] = start;
      ends[length] = end;
      length++;
      before = last;
      last = value.charAt(unit);
    }
  };

  return {
    /** Units from `start` to `end` that stay as they are. */
    addRun: (start: number, end: number) => {
      pieces.push(raw.slice(start, end));
      for (let at = start; at < end; at++) {
        starts[length] = at;
        ends[length] = at + 1;
        length++;
      }
      before = end - start > 1 ? raw.charAt(end - 2) : last;
      last = raw.charAt(end - 1);
    },
    add: (value: string, start: number, end: number) => {
      if (!WHITE_SPACE.has(value)) {
        push(FOLDED.get(value) ?? value, start, end);
        return;
      }
      const isAfterWord = last === '-' && before !== '' && before !== ' ';
      if (length === 0 || isAfterWord) return;
      if (last === ' ') ends[length - 1] = end;
      else push(' ', start, end);
    },
    finish: (): NormalizedText => {
      if (last === ' ') {
        pieces.pop();
        length--;
      }
      return { text: pieces.join(''), starts: starts.subarray(0, length), ends: ends.subarray(0, length) };
    },
  };
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
