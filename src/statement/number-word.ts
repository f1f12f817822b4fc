/** A word of a number. `kind` is its letter in the grammar below. */
interface NumberWord {
  readonly kind: string;
  readonly value: number;
  readonly isOrdinal: boolean;
}

const ONES = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const TEENS = [
  ...['ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const IRREGULAR_ORDINALS: Readonly<Record<string, string>> = {
  ...{ one: 'first', two: 'second', three: 'third', five: 'fifth', eight: 'eighth', nine: 'ninth', twelve: 'twelfth' },
};

const ordinalOf = (word: string) => IRREGULAR_ORDINALS[word] ?? `${word.replace(/y$/, 'ie')}th`;

/** Words that multiply what comes before them. */
export const MAGNITUDES: Readonly<Record<string, number>> = {
  ...{ dozen: 12, hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 },
};
const KINDS: Readonly<Record<string, string>> = {
  ...{ dozen: 'd', hundred: 'h', thousand: 'K', million: 'M', billion: 'B', trillion: 'T' },
};

const WORDS = new Map<string, NumberWord>(
  [
    ...ONES.map((word, index) => ({ word, kind: 'o', value: index + 1 })),
    ...TEENS.map((word, index) => ({ word, kind: 's', value: index + 10 })),
    ...TENS.map((word, index) => ({ word, kind: 't', value: (index + 2) * 10 })),
    ...Object.entries(MAGNITUDES).map(([word, value]) => ({ word, kind: KINDS[word] ?? '', value })),
    { word: 'zero', kind: 's', value: 0 },
    { word: 'a', kind: 'a', value: 1 },
    { word: 'an', kind: 'a', value: 1 },
  ].flatMap(({ word, kind, value }): [string, NumberWord][] => [
    [word, { kind, value, isOrdinal: false }],
    ...(/[ad]/.test(kind) ? [] : [[ordinalOf(word), { kind, value, isOrdinal: true }] as [string, NumberWord]]),
  ]),
);

/** What comes before a word of a number, and the word; `fold` may follow, as in `tenfold`. */
const NEXT = /((?:-and-|,? and |, |[ -])?)(\p{L}+?)(?=fold(?!\p{L})|[^\p{L}\p{M}\d]|$)/uy;

const TO_99 = '(?:to?|[os])';
const TO_999 = `(?:(?:a|${TO_99})h(?:&?${TO_99})?|h&${TO_99}|${TO_99})`;
/** `&` is an `and`; after a comma only a group with hundreds goes on: `two thousand, five of them` are two numbers. */
const group = (magnitude: string) => `(?:(?:a|${TO_999})${magnitude}(?:&|,(?=[aost]*h))?)?`;
const GRAMMAR = new RegExp(`^(?:(?:a|${TO_99})d|${['T', 'K?B', 'K?M', 'K'].map(group).join('')}(?:${TO_999})?)$`);
const ROUND = new RegExp(`^(?:a|${TO_99})([hdKMBT]+)$`);

/** A number that was read, in words or in digits. */
export interface ReadNumber {
  readonly value: number;
  readonly end: number;
  /** What its magnitudes make, as 1,000,000 of `five million`; 1 without any at its end. A range may share it. */
  readonly scale: number;
  readonly isOrdinal: boolean;
}

/**
 * Read the longest number in words that begins at an offset of a text in lower case: `two hundred and fifty`,
 * `a dozen`, `three thousand five hundred`, `twenty-first`. `twenty thirty` are two numbers.
 */
export function readNumberWords(lower: string, start: number): ReadNumber | undefined {
  const words: (NumberWord & { readonly end: number })[] = [];
  let kinds = '';
  /** The beginnings that are numbers, shorter ones first: how many words, and their kinds. */
  const whole: [count: number, kinds: string][] = [];
  NEXT.lastIndex = start;
  for (let match = NEXT.exec(lower); match; match = NEXT.exec(lower)) {
    const [, before = '', written = ''] = match;
    const word = WORDS.get(written);
    if (!word || (before !== '') !== words.length > 0) break;
    words.push({ ...word, end: NEXT.lastIndex });
    kinds += (before.includes('and') ? '&' : before.startsWith(',') ? ',' : '') + word.kind;
    // `hundredfold` has no `a`.
    const isFold = /^[hKM]$/.test(kinds) && lower.startsWith('fold', NEXT.lastIndex);
    if (GRAMMAR.test(kinds) || isFold) whole.push([words.length, kinds]);
    // In `one hundred and two hundred` the `two` is part of what follows.
    else if (/[aost][hdKMBT]$/.test(kinds) && whole.at(-1)?.[0] === words.length - 1) whole.pop();
    if (word.isOrdinal) break;
  }
  const [count, readKinds] = whole.at(-1) ?? [0, ''];
  const read = words.slice(0, count);
  const last = read.at(-1);
  if (!last) return undefined;
  const round = ROUND.exec(readKinds)?.[1]?.length ?? 0;
  const scale = read.slice(read.length - round).reduce((product, { value }) => product * value, 1);
  return { value: sumOf(read), end: last.end, scale, isOrdinal: last.isOrdinal };
}

function sumOf(words: readonly NumberWord[]): number {
  let [total, part] = [0, 0];
  for (const { kind, value } of words) {
    if (/[hd]/.test(kind)) part = (part || 1) * value;
    else if (/[KMBT]/.test(kind)) [total, part] = part > 0 ? [total + part * value, 0] : [(total || 1) * value, 0];
    else part += value;
  }
  return total + part;
}

const longestFirst = (words: readonly string[]) => [...words].sort((a, b) => b.length - a.length).join('|');

const SMALL = longestFirst(['zero', ...ONES, ...TEENS]);

/** A cardinal number in words, to ninety-nine: a pattern for lower case, without borders. */
export const CARDINAL_WORDS = `(?:${TENS.join('|')})(?:[- ](?:${ONES.join('|')}))?|${SMALL}`;

/** An ordinal number in words, to ninety-ninth: a pattern for lower case, without borders. */
export const ORDINAL_WORDS =
  `(?:${TENS.join('|')})[- ](?:${ONES.map(ordinalOf).join('|')})|` +
  longestFirst([...TENS, ...ONES, ...TEENS].map(ordinalOf));

/** What a number in words may begin with: a pattern for any case, without borders. */
export const FIRST_WORDS = longestFirst([...WORDS.keys()].filter((word) => !/^an?$/.test(word)));

/** The value of an ordinal in words or digits that the pattern found: 19 for `nineteenth` and `19th`. */
export function valueOfOrdinal(written: string): number {
  return /^\d/.test(written) ? Number.parseInt(written, 10) : (readNumberWords(written.toLowerCase(), 0)?.value ?? 0);
}
