import approximate, { type Match } from 'approx-string-match';
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
const LONGEST_PATTERN = 300;

/**
 * Find the text most similar to `words`, widened to whole words; `undefined` where nothing is similar.
 * Only ever a suggestion: a quote is matched exactly or not at all.
 *
 * @param most How many characters may differ, of a long quote those of its beginning; never more than a share of them.
 */
export function nearest(
  text: string,
  words: string,
  most: number = Number.POSITIVE_INFINITY,
): (Span & { readonly differences: number }) | undefined {
  return nearestPlaces(text, words, most)[0];
}

/** Find every place as similar to `words` as the nearest one, widened to whole words, in order; none overlap. */
export function nearestPlaces(
  text: string,
  words: string,
  most: number = Number.POSITIVE_INFINITY,
): (Span & { readonly differences: number })[] {
  const pattern = words.slice(0, LONGEST_PATTERN);
  // All matches have the same, smallest number of differences, and come in the order of their ends.
  const matches = approximate(text, pattern, Math.min(most, mostDifferences(pattern)));
  const places: (Span & { readonly differences: number })[] = [];
  for (const match of matches) {
    if (match.start < (places.at(-1)?.end ?? 0)) continue;
    const { start, end, errors } = pattern === words ? match : wholeMatch(text, words, match);
    places.push({ ...toEnds(text, words, toWords(text, { start, end })), differences: errors });
  }
  return places;
}

/** How many characters of a quote may differ from words that are still worth suggesting. */
export function mostDifferences(words: string): number {
  return Math.floor(words.length * WORTH_SUGGESTING);
}

/** How far from similar words the first and the last word of a quote are looked for, in characters. */
const MISSING = 24;

/**
 * Widen similar words to the first and the last word of a quote where these are close: it costs less to leave a word at
 * an end out than to find one missing before it, but the author saw it.
 */
function toEnds(text: string, words: string, { start, end }: Span): Span {
  const found = text.slice(start, end);
  const [first = ''] = /^\S+/.exec(words) ?? [];
  const [last = ''] = /\S+$/.exec(words) ?? [];
  const before = text.slice(Math.max(0, start - MISSING), start);
  const after = text.slice(end, end + MISSING);
  const back = ` ${found} `.startsWith(` ${first} `) ? -1 : ` ${before}`.lastIndexOf(` ${first} `);
  const ahead = ` ${found} `.endsWith(` ${last} `) ? -1 : `${after} `.indexOf(` ${last} `);
  return trim(text, {
    start: back === -1 ? start : start - before.length + back,
    end: ahead === -1 ? end : end + ahead + ` ${last}`.length,
  });
}

function trim(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  return { start: end - words.trimStart().length, end: start + words.trimEnd().length };
}

/** Follow a long quote from where its beginning was found. Without anything like its end, all of that differs. */
function wholeMatch(text: string, words: string, beginning: Match): Match {
  const reach = text.slice(beginning.start, beginning.start + words.length + mostDifferences(words));
  const [whole] = approximate(reach, words, mostDifferences(words));
  if (!whole) return { ...beginning, errors: beginning.errors + words.length - LONGEST_PATTERN };
  return { start: beginning.start + whole.start, end: beginning.start + whole.end, errors: whole.errors };
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
