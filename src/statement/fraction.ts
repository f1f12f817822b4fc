import { readMeasure } from './measure.ts';
import { type CasedText, matchAt, readNumber } from './number.ts';
import { CARDINAL_WORDS, MAGNITUDES, readNumberWords } from './number-word.ts';
import type { Quantity } from './quantity.ts';

const PARTS: Readonly<Record<string, number>> = {
  ...{ half: 2, third: 3, quarter: 4, fourth: 4, fifth: 5, sixth: 6, seventh: 7, eighth: 8, ninth: 9, tenth: 10 },
  ...{ hundredth: 100 },
};
const PLURAL_PARTS =
  'halves|half|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|hundredths?';

/** `half a million`, `three-quarters of a mile`, `half-hour`, `a quarter century`, up to what is measured. */
const OF_A_MEASURE = new RegExp(
  `(?:(?:(${CARDINAL_WORDS}|\\d+)[- ]|an? )?(${PLURAL_PARTS})(?: of)? an?[ -]|(?:an? )?(half|quarter)[ -])` +
    '(?!time|fold)',
  'uy',
);
/** `half of it`, `nine-tenths`; not the `first half`, which is a time. */
const SHARE = new RegExp(
  `(?:(${CARDINAL_WORDS}|\\d+)[- ](${PLURAL_PARTS})|` +
    'an? (half|quarter|third|fifth|tenth)(?= (?:of|is|are|was|were|went|goes|that|as|more|less|fewer)(?!\\p{L})|' +
    '(?<=by an? \\p{L}+)(?:$|[.,;:!?)]| (?:in|to|from|since|over|within)(?!\\p{L})))|' +
    '(?<!(?:first|second|other|latter) )(half))(?!\\p{L})',
  'uy',
);
/** `¾ of the ships`. */
const VULGAR_SHARE = /(?:[¼-¾⅐-⅞]|[1-9]\/\d)(?= of )/uy;

/** `a year and a half`. */
const ARTICLE = /an?(?= )/uy;
const AND_A_HALF = / and (?:a half|(three) quarters|a quarter)(?!\p{L})/uy;

/** Read a fraction in words: a share of something, or a part of a measure. */
export function readFraction(text: CasedText, at: number): Quantity | undefined {
  return readPartOfMeasure(text, at) ?? readOneAndAHalf(text, at) ?? readShare(text, at);
}

function readOneAndAHalf(text: CasedText, at: number): Quantity | undefined {
  const article = matchAt(ARTICLE, text.lower, at);
  const measure = article && readMeasure(text, at + article[0].length);
  const match = measure && matchAt(AND_A_HALF, text.lower, measure.end);
  if (!match) return undefined;
  const value = match[0].endsWith('half') ? 1.5 : match[1] === undefined ? 1.25 : 1.75;
  return { ...measure, from: value, to: value, end: measure.end + match[0].length };
}

function readPartOfMeasure(text: CasedText, at: number): Quantity | undefined {
  const match = matchAt(OF_A_MEASURE, text.lower, at);
  if (!match) return undefined;
  const [all, over, part = '', short = part] = match;
  const value = fractionOf(1, over, short);
  const end = at + all.length;
  const [word = ''] = /^\p{L}+/u.exec(text.lower.slice(end)) ?? [];
  const magnitude = MAGNITUDES[word];
  const past = magnitude === undefined ? end : end + word.length;
  // The space before a unit is part of the match.
  const measure = readMeasure(text, magnitude === undefined ? end - 1 : past);
  if (magnitude === undefined && !measure) return undefined;
  const amount = value * (magnitude ?? 1);
  return { ...(measure ?? { kind: 'number', unit: '', per: '', end: past }), from: amount, to: amount };
}

function readShare(text: CasedText, at: number): Quantity | undefined {
  const vulgar = matchAt(VULGAR_SHARE, text.lower, at);
  const match = vulgar ?? matchAt(SHARE, text.lower, at);
  if (!match) return undefined;
  const [all, over, ...under] = match;
  const value = vulgar ? 100 * (readNumber(text, at, false)?.value ?? 0) : fractionOf(100, over, under.join(''));
  return { kind: 'share', from: value, to: value, unit: '', per: '', end: at + all.length };
}

function fractionOf(whole: number, over: string | undefined, part: string): number {
  const count = over === undefined ? 1 : /^\d/.test(over) ? Number(over) : (readNumberWords(over, 0)?.value ?? 0);
  return (whole * count) / (PARTS[part.startsWith('hal') ? 'half' : part.replace(/s$/, '')] ?? 1);
}
