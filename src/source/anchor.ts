// biome-ignore lint/correctness/noNodejsModules: a digest depends on nothing but its words
import { createHash } from 'node:crypto';
import { indexLines, type LineIndex, locate, type Span } from '#text/location.ts';
import { type NormalizedText, normalize, normalSpan, rawSpan } from '#text/normalize.ts';

/** A raw text, ready to be searched by the anchors of a record. */
export interface AnchoredText {
  readonly raw: string;
  readonly lines: LineIndex;
  /** A line break at the end does not begin another line. */
  readonly lineCount: number;
  /** The normal form of the whole text, page furniture included: an anchor does not depend on other entries. */
  readonly whole: NormalizedText;
}

export function anchoredText(raw: string): AnchoredText {
  const lines = indexLines(raw);
  return { raw, lines, lineCount: raw.endsWith('\n') ? lines.length - 1 : lines.length, whole: normalize(raw) };
}

/** The first and the last line, from 1. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/**
 * How a record recognizes words without having them: their length in normal form, then the first 12 digits of their
 * SHA-256, such as `612-9f86d081884c`. White space, line breaks and the form of marks make no difference.
 */
export function anchorOf(words: string): string {
  return `${words.length}-${digestOf(words)}`;
}

/** How many characters on each side are anchored with words that stand in the record themselves. */
export const AROUND = 32;

/**
 * How a record recognizes the places of words that it has: a digest of them with what is before them, and one with what
 * is after them, such as `9f86d081884c-77de68daecd8`.
 */
export function anchorAround({ whole }: AnchoredText, spans: readonly Span[]): string {
  const places = spans.map((span) => normalSpan(whole, span));
  const before = places.map(({ start, end }) => whole.text.slice(Math.max(0, start - AROUND), end));
  const after = places.map(({ start, end }) => whole.text.slice(start, end + AROUND));
  return `${digestOf(before.join('\n'))}-${digestOf(after.join('\n'))}`;
}

function digestOf(words: string): string {
  return createHash('sha256').update(words).digest('hex').slice(0, 12);
}

/** Are these the words of that anchor? A place is the same as long as what is on one side of it is. */
export function isSameAnchor(recorded: string | undefined, actual: string | undefined): boolean {
  if (recorded === undefined || actual === undefined) return false;
  const [[before, after], [beforeNow, afterNow]] = [recorded.split('-'), actual.split('-')];
  return recorded === actual || (before?.length === 12 && (before === beforeNow || after === afterNow));
}

/** The words of a span of the raw text in normal form, with so many characters on each side of it. */
export function wordsAt({ whole }: AnchoredText, span: Span, around = 0): string {
  const { start, end } = normalSpan(whole, span);
  return whole.text.slice(Math.max(0, start - around), end + around).trim();
}

/**
 * Find the whole lines that have the words of an anchor and no others, in order, however the text is wrapped now.
 *
 * @param count How many lines there were: empty lines next to the words are counted in until there are as many.
 */
export function findLines(text: AnchoredText, anchor: string, count: number): LineRange[] {
  const { whole, lines, raw, lineCount } = text;
  const length = Number.parseInt(anchor, 10);
  const found = new Map<number, LineRange>();
  for (const lineStart of length > 0 ? lines : []) {
    let { start } = normalSpan(whole, { start: lineStart, end: raw.length });
    if (whole.text[start] === ' ') start++;
    const end = start + length;
    if (found.has(start) || end > whole.text.length || !endsLine(text, end)) continue;
    if (anchorOf(whole.text.slice(start, end)) !== anchor) continue;
    const span = rawSpan(whole, { start, end });
    const range = { from: locate(lines, span.start).line, to: locate(lines, span.end - 1).line };
    const isEmpty = (line: number) =>
      line >= 1 && line <= lineCount && raw.slice(lines[line - 1], lines[line]).trim() === '';
    while (range.to - range.from + 1 < count && isEmpty(range.to + 1)) range.to++;
    while (range.to - range.from + 1 < count && isEmpty(range.from - 1)) range.from--;
    found.set(start, range);
  }
  return [...found.values()];
}

/** Does a line of the raw text end before this unit of the normal form? */
function endsLine({ whole, raw }: AnchoredText, unit: number): boolean {
  if (whole.text[unit] === undefined) return true;
  const from = whole.ends[unit - 1] ?? 0;
  const to = whole.text[unit] === ' ' ? whole.ends[unit] : whole.starts[unit];
  return raw.slice(from, to).includes('\n');
}
