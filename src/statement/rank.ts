import type { Span } from '#text/location.ts';
import { readWords } from './word.ts';

/** A claim to a place among others: `the only`, or, of several with it, `one of the few`. Ordinals are figures. */
export interface Rank extends Span {
  /** `one of the few`, as written. */
  readonly words: string;
  /** The same for words of the same claim: `only` for `sole`, `leading` for `largest`. */
  readonly claim: string;
  readonly isShared: boolean;
  /** The stem of the word that follows. */
  readonly noun: string | undefined;
}

const ONLY = ['only', 'sole', 'few', 'rare'];
const LEADING = [
  ...['leading', 'key', 'major', 'main', 'top', 'chief', 'principal', 'foremost', 'primary', 'largest', 'biggest'],
  ...['greatest', 'most important'],
];
const CLAIM = `last|${ONLY.join('|')}|${LEADING.join('|')}|most \\p{L}+|\\p{L}{3,}(?<!inter|for|for|qu)est`;
/** `The first` is compared as a figure; `was first` is not. */
const RANK = new RegExp(
  `(?<!\\p{L})(?:(?<shared>(?:one|some|two|three|several|many|few|part) of (?:the|its|their)|among (?:the|its|their))` +
    `(?: very)? (?<with>first|${CLAIM})|` +
    `(?<own>the|its|their|his|her|as|becam?e|becoming)(?: very| single)? (?<claim>${CLAIM})|` +
    `(?:was|were|is|are|came|became) (?<first>first)|an? (?<one>${LEADING.slice(0, 9).join('|')}))(?!\\p{L})`,
  'giu',
);

/** In characters. */
const NEAR = 40;

/** Find the claims of a text in normal form to be the only one, the leading or the oldest, alone or with others. */
export function readRanks(text: string): Rank[] {
  return [...text.matchAll(RANK)].map(({ 0: words, index: start, groups = {} }): Rank => {
    const { claim: own, first, with: shared, one = '' } = groups;
    const word = (own ?? first ?? shared ?? one).toLowerCase();
    const claim = ONLY.includes(word) ? 'only' : LEADING.includes(word) ? 'leading' : word;
    const end = start + words.length;
    const [noun] = readWords(text.slice(end, end + NEAR)).filter(({ isContent }) => isContent);
    return { words, claim, isShared: own === undefined && first === undefined, noun: noun?.stem, start, end };
  });
}
