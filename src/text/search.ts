import approximate from 'approx-string-match';
import type { Span } from './location.ts';

/** Find every exact occurrence of `words`, in order; they may overlap. Empty words have none. */
export function findAll(text: string, words: string): Span[] {
  const found: Span[] = [];
  if (words === '') return found;
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    found.push({ start: at, end: at + words.length });
  }
  return found;
}

/**
 * The largest share of characters that may differ in a suggestion. Just below one half, a quoted sentence is still
 * found after rewording, while unrelated prose of the same language is not.
 */
const WORTH_SUGGESTING = 0.45;

/** Longer quotes are looked up by their beginning: the cost grows quadratically. */
export const LONGEST_PATTERN = 300;

/**
 * Find the text most similar to `words`, widened to whole words; `undefined` where nothing is similar.
 * Only ever a suggestion: a quote is matched exactly or not at all.
 *
 * @param most How many characters may differ; never more than a share of them.
 */
export function nearest(
  text: string,
  words: string,
  most: number = Number.POSITIVE_INFINITY,
): (Span & { readonly differences: number }) | undefined {
  const pattern = words.slice(0, LONGEST_PATTERN);
  const limit = Math.min(most, Math.floor(pattern.length * WORTH_SUGGESTING));
  // All matches have the same, smallest number of differences.
  const [best] = approximate(text, pattern, limit);
  return best && { ...toWords(text, best), differences: best.errors };
}

/** Widen a span to whole words. */
export function toWords(text: string, span: Span): Span {
  let { start, end } = span;
  while (isWord(text.charAt(start)) && isWord(text.charAt(start - 1))) start--;
  while (isWord(text.charAt(end)) && isWord(text.charAt(end - 1))) end++;
  return { start, end };
}

function isWord(character: string): boolean {
  return /[\p{L}\p{N}\p{M}]/u.test(character);
}
