import type { Hedge } from '#problem/problem.ts';
import { lowerCase } from '#text/case.ts';
import { overlaps, type Span } from '#text/location.ts';
import { readHedges } from './hedge.ts';
import { CARDINAL_WORDS, ORDINAL_WORDS, valueOfWord } from './number-word.ts';

/** `share`: in percent; `ordinal`: a place in a row; `amount`: words such as `dozens`, without a number. */
type FigureKind = 'number' | 'share' | 'money' | 'ordinal' | 'amount';

/** A figure in a text. */
export interface Figure extends Span {
  readonly kind: FigureKind;
  /** As written, with its unit. */
  readonly words: string;
  /** Both ends of a range; equal for a single figure. A share is in percent. */
  readonly from: number;
  readonly to: number;
  /** A measure (`mile`, `year`), a currency (`$`) or the words of an amount; empty for none. */
  readonly unit: string;
  /** Qualifications of its exactness. */
  readonly hedges: ReadonlySet<Hedge>;
  /** Is it written without digits? */
  readonly inWords: boolean;
}

/** Thousands separators are commas, spaces or apostrophes; periods only before `000`, since `1.125` is a decimal. */
const DIGITS =
  "\\d{1,3}(?:\\.\\d{3})*\\.000(?![\\d.])|\\d{1,3}(?:(?:,\\d{3})+|(?:[' ]\\d{3})+(?!\\d))(?:\\.\\d+)?|\\d+(?:\\.\\d+)?";
const MAGNITUDES: Readonly<Record<string, number>> = {
  ...{ dozen: 12, hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 },
  ...{ k: 1e3, m: 1e6, bn: 1e9, tn: 1e12 },
};
const NUMBER = `(?:(?:${DIGITS})|\\b(?:${CARDINAL_WORDS})|\\ban?(?=[ -](?:dozen|hundred|thousand|million|billion)\\b))`;
const MAGNITUDE = `(?:[ -]?(?:dozen|hundred|thousand|million|billion|trillion)\\b|(?<=\\d) ?(?:k|m|bn|tn)\\b)`;
const CURRENCY = '(?:us)?\\$|€|£|₼|₪';
const MONEY = 'dollars?|usd|euros?|eur|pounds?|manats?|azn|shekels?|nis';
const QUANTITY = `(${CURRENCY})?(${NUMBER})((?:${MAGNITUDE})*)`;
/** Not inside a word or number, nor part of a name such as `COVID-19`. */
const START = '(?<![\\p{L}\\d]|[\\d\\p{L}][.,\\-]|[$€£₼₪])';
const END = '(?![\\p{L}\\d]|[.,]\\d)';

const MEASURES =
  'miles?|kilomet(?:er|re)s?|km|met(?:er|re)s?|feet|tons?|tonnes?|barrels?|decades?|centur(?:y|ies)|years?|months?|' +
  'weeks?|days?|hours?|minutes?';
const UNIT = `(?: ?(%|percent\\b|per ?cent\\b)|[ -](${MONEY})\\b|[ -](${MEASURES})\\b)?`;

const RANGE = new RegExp(`${START}${QUANTITY}(?: ?- ?| to | and (?<=between .{0,40}))${QUANTITY}${UNIT}${END}`, 'uy');
/** `1990s` is a date, but `1991s` is a figure like any other. */
const SINGLE = new RegExp(`${START}${QUANTITY}(?:(?<=\\d)s)?${UNIT}${END}`, 'uy');

const PARTS: Readonly<Record<string, number>> = {
  ...{ half: 2, third: 3, quarter: 4, fourth: 4, fifth: 5, sixth: 6, seventh: 7, eighth: 8, ninth: 9, tenth: 10 },
  ...{ hundredth: 100 },
};
const PLURAL_PARTS =
  'halves|half|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|hundredths?';
const FRACTION = new RegExp(
  `${START}(?:(${CARDINAL_WORDS}|\\d+)[- ](${PLURAL_PARTS})|` +
    'an? (half|quarter|third|fifth|tenth)(?= (?:of|is|are|was|were|went|goes)\\b)|' +
    `(?<!(?:first|second|other|latter) )(half)(?! (?:a|an) dozen))${END}`,
  'uy',
);
const AMOUNT = new RegExp(
  `${START}(?:tens|dozens|scores|hundreds|thousands|millions|billions)(?: of (?:thousands|millions|billions))?${END}`,
  'uy',
);
/** `at first` and `at second hand` are not ordinals. */
const ORDINAL = new RegExp(`${START}(?<!\\bat )(\\d+(?:st|nd|rd|th)|${ORDINAL_WORDS})${END}`, 'uy');
const TIMES = new RegExp(`${START}(twice|thrice|doubled?|tripled?|twofold|threefold)${END}`, 'uy');

/** Where words, numbers and currency signs begin. */
const BEGINNING = /(?<![\p{L}\d])[\p{L}\d$€£₼₪]/gu;

type Reading = Pick<Figure, 'kind' | 'from' | 'to' | 'unit'>;

const HALF_DOZEN = new RegExp(`${START}half an? dozen${END}`, 'uy');

/** The forms of figures, in the order in which they are tried. */
const FORMS: readonly { readonly pattern: RegExp; readonly read: (match: RegExpExecArray) => Reading | undefined }[] = [
  { pattern: AMOUNT, read: ([words]) => ({ kind: 'amount', from: 0, to: 0, unit: words }) },
  { pattern: HALF_DOZEN, read: () => exactly('number', 6) },
  { pattern: FRACTION, read: readFraction },
  { pattern: RANGE, read: readRange },
  { pattern: ORDINAL, read: ([words]) => exactly('ordinal', ordinalOf(words)) },
  { pattern: SINGLE, read: readSingle },
  { pattern: TIMES, read: ([words]) => exactly('number', /^thr|^trip/.test(words) ? 3 : 2) },
];

/**
 * Find the figures of a text in normal form, in order: numbers in digits or (to ninety-nine) in words, with magnitudes,
 * currencies, percent and measures; ranges, fractions, ordinals, `twice`, and amounts such as `tens of thousands`.
 * Excluded are the `dates` of the same text, parts of names (`COVID-19`), and `one` on its own.
 */
export function readFigures(text: string, dates: readonly Span[]): Figure[] {
  const found: Figure[] = [];
  const lower = lowerCase(text);
  let past = 0;
  for (const { index: start } of lower.matchAll(BEGINNING)) {
    if (start < past) continue;
    for (const { pattern, read } of FORMS) {
      pattern.lastIndex = start;
      const match = pattern.exec(lower);
      const reading = match && read(match);
      if (!reading) continue;
      const end = start + match[0].length;
      if (dates.some((date) => overlaps(date, { start, end }))) continue;
      const words = text.slice(start, end);
      found.push({ ...reading, words, start, end, hedges: readHedges(text, start, end), inWords: !/\d/.test(words) });
      past = end;
      break;
    }
  }
  return found;
}

function exactly(kind: FigureKind, value: number): Reading {
  return { kind, from: value, to: value, unit: '' };
}

function readFraction([, over, ...under]: RegExpExecArray): Reading {
  const word = under.join('');
  const part = PARTS[word.startsWith('hal') ? 'half' : word.replace(/s$/, '')] ?? 1;
  return exactly('share', (100 * (over === undefined ? 1 : toNumber(over, ''))) / part);
}

function readRange(match: RegExpExecArray): Reading | undefined {
  const [, currency1, from = '', magnitude1, currency2, to = '', magnitude2 = '', percent, money, measure] = match;
  const upper = toNumber(to, magnitude2);
  const lower = toNumber(from, magnitude1 || magnitude2);
  // A range runs upward; `3 to 1` is the result of a match.
  return lower < upper
    ? { ...kindOf(currency1 ?? currency2 ?? money, percent, measure), from: lower, to: upper }
    : undefined;
}

function readSingle(match: RegExpExecArray): Reading | undefined {
  const [words, currency, number = '', magnitude = '', percent, money, measure] = match;
  // `one` is a pronoun more often than a number.
  if (words === 'one') return undefined;
  const value = toNumber(number, magnitude);
  return { ...kindOf(currency ?? money, percent, measure), from: value, to: value };
}

function ordinalOf(words: string): number {
  return /^\d/.test(words) ? Number.parseInt(words, 10) : valueOfWord(words);
}

/** How well the figure of a passage supports a claimed one. */
export type FigureFit = 'same' | 'other-unit' | 'none';

/**
 * Compare a claimed figure with one of a passage, ignoring hedges: both ends, the kind, and the claimed unit, if any.
 */
export function fitFigure(claimed: Figure, evidence: Figure): FigureFit {
  const isSameNumber = nearly(claimed.from, evidence.from) && nearly(claimed.to, evidence.to);
  if (claimed.kind === 'amount' || evidence.kind === 'amount') {
    return claimed.kind === evidence.kind && claimed.unit === evidence.unit ? 'same' : 'none';
  }
  if (!isSameNumber) return 'none';
  const isSameKind = claimed.kind === evidence.kind && (claimed.unit === '' || claimed.unit === evidence.unit);
  return isSameKind ? 'same' : 'other-unit';
}

function nearly(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * a;
}

function kindOf(
  money: string | undefined,
  percent: string | undefined,
  measure: string | undefined,
): Pick<Figure, 'kind' | 'unit'> {
  if (money !== undefined) return { kind: 'money', unit: currencyOf(money) };
  if (percent !== undefined) return { kind: 'share', unit: '' };
  return { kind: 'number', unit: measure === undefined ? '' : measureOf(measure) };
}

function currencyOf(word: string): string {
  if (/\$|dollar|usd/.test(word)) return '$';
  if (/€|eur/.test(word)) return '€';
  if (/£|pound/.test(word)) return '£';
  return /₼|manat|azn/.test(word) ? '₼' : '₪';
}

function measureOf(word: string): string {
  if (/^centur/.test(word)) return 'century';
  if (/^(?:km|kilomet)/.test(word)) return 'kilometer';
  if (/^met/.test(word)) return 'meter';
  if (/^ton/.test(word)) return 'ton';
  return word.replace(/s$/, '');
}

function toNumber(written: string, magnitudes: string): number {
  const number = /^\d/.test(written)
    ? Number(written.replace(/[,' ]|\.(?=\d{3}\.)|\.(?=000$)/g, ''))
    : /^an?$/.test(written)
      ? 1
      : valueOfWord(written);
  return (magnitudes.match(/\p{L}+/gu) ?? []).reduce(
    (product, magnitude) => product * (MAGNITUDES[magnitude] ?? 1),
    number,
  );
}
