import type { Span } from '#text/location.ts';
import type { NormalizedText } from '#text/normalize.ts';
import { omit } from '#text/omit.ts';
import { findAll } from '#text/search.ts';

/** Hyphens that may be there only because a line ended. A line break may follow a soft one. */
const HYPHEN = /(?<=\p{L})-(?=\p{L})|\u00AD ?/gu;

/**
 * Find words that a hyphen at the end of a line, or a soft one, divides in the source: `coop-⏎eration`, typed as
 * `cooperation` or `co-operation`. Places with exactly these words are left out.
 *
 * @param text The normal form, perhaps with parts blanked.
 * @param words In normal form.
 */
export function findHyphenated(raw: string, { starts, ends }: NormalizedText, text: string, words: string): Span[] {
  const whole = omit(text, HYPHEN);
  const isDivided = (unit: number) =>
    text[unit] === '\u00AD' || (text[unit] === '-' && raw.slice(ends[unit], starts[unit + 1]).includes('\n'));
  return findAll(whole.text, omit(words, HYPHEN).text)
    .map(({ start, end }) => ({ start: whole.units[start] ?? 0, end: (whole.units[end - 1] ?? 0) + 1 }))
    .filter(({ start, end }) => text.slice(start, end) !== words)
    .filter(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at).some(isDivided));
}
