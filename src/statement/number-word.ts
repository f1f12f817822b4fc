const SMALL = [
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
  ...['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const SMALL_ORDINALS = [
  ...['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh'],
  ...['twelfth', 'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth', 'eighteenth', 'nineteenth'],
];
const TENS_ORDINALS = TENS.map((ten) => ten.replace(/y$/, 'ieth'));

const DIGIT_WORDS = SMALL.slice(1, 10).join('|');
const DIGIT_ORDINALS = SMALL_ORDINALS.slice(0, 9).join('|');
const longestFirst = (words: readonly string[]) => [...words].sort((a, b) => b.length - a.length).join('|');

/** A cardinal number in words, to ninety-nine: a pattern for `i` and `u`, without borders. */
export const CARDINAL_WORDS = `(?:${TENS.join('|')})(?:[- ](?:${DIGIT_WORDS}))?|${longestFirst(SMALL)}`;

const ORDINALS = longestFirst([...TENS_ORDINALS, ...SMALL_ORDINALS]);

/** An ordinal number in words, to ninety-ninth: a pattern for `i` and `u`, without borders. */
export const ORDINAL_WORDS = `(?:${TENS.join('|')})[- ](?:${DIGIT_ORDINALS})|${ORDINALS}`;

/** The value of a cardinal or ordinal number in words that one of the patterns found. */
export function valueOfWord(words: string): number {
  const values = words.toLowerCase().split(/[- ]/).map(numberOf);
  return values.reduce((sum, value) => sum + value);
}

function numberOf(word: string): number {
  const small = Math.max(SMALL.indexOf(word), SMALL_ORDINALS.indexOf(word) + 1);
  const ten = Math.max(TENS.indexOf(word), TENS_ORDINALS.indexOf(word));
  return ten >= 0 ? (ten + 2) * 10 : small;
}
