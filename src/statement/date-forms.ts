import { MONTHS } from '#text/months.ts';
import {
  centuryOf,
  type Days,
  dayOf,
  monthOf,
  recurringDay,
  recurringMonth,
  recurringPart,
  spanOfYears,
  yearOf,
} from './days.ts';
import { ORDINAL_WORDS, valueOfOrdinal } from './number-word.ts';

/** What a form means: days, or the two ends of a range. */
export type Meaning = Days | readonly [start: Days, end: Days];

/** One way to write a date. */
interface DateForm {
  /** What a text must have for the pattern to be worth trying: most sentences have no date. */
  readonly needs: RegExp;
  readonly pattern: RegExp;
  /** The capture groups; empty for those that did not take part. */
  readonly read: (...groups: string[]) => Meaning | undefined;
  /** Could it be a number of things? Then it is a date only where nothing is counted. */
  readonly isYear?: boolean;
}

/** Each name, and its abbreviations with or without a period. */
const MONTH = MONTHS.map((name) => (name === 'September' ? 'Sept(?:ember|\\.)?|Sep\\.?' : abbreviated(name))).join('|');

function abbreviated(name: string): string {
  return name.length > 3 ? `${name.slice(0, 3)}(?:${name.slice(3)}|\\.)?` : name;
}

const DAY = '(0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?';
const NOT_LONGER = '(?![\\d%]|[.,]\\d)';
const YEAR = `([1-9]\\d{3})${NOT_LONGER}`;
/** Not inside a word or number; a year may be joined to a name, as in `PortTel-2014`. */
const START = '(?<![\\p{L}\\d]|\\d[.,]|\\p{Sc})';
const END = '(?![\\p{L}\\d])';
const NTH = 'first|second|third|fourth|1st|2nd|3rd|4th|last|latter|I{1,3}|IV';
/** One group: `early`, `middle`, `second half`, `third quarter`. */
const PART = `(?:(?:very )?(early|mid(?:dle)?|late|(?:${NTH})[ -](?:half|quarter))(?:[- ]| (?:of|in) (?:the )?))?`;
const TO = '(?:(?:-| )to(?:-| (?:the )?)| ?- ?| through (?:the )?| until (?:the )?)';
const OR = `(?:${TO}| and (?:the )?| or (?:the )?| ?& ?|/)`;
/** Comes before a month without day or year, since `May` and `March` are also ordinary words. */
const IN = '(?<=(?:^|[^\\p{L}])(?:in|of|since|until|by|during|last|this|next|from|before|after|an|that|between) )';
const NTH_CENTURY = `(\\d{1,2}(?:st|nd|rd|th)|${ORDINAL_WORDS}|[IVX]+(?:th|st)?)`;
const CENTURY = '[- ](?:centur(?:y|ies)|c\\.)(?: (ad|ce|a\\.d\\.|c\\.e\\.|bce?|b\\.c\\.(?:e\\.)?))?';
const DECADES = ['twenties', 'thirties', 'forties', 'fifties', 'sixties', 'seventies', 'eighties', 'nineties'];

const form = (needs: RegExp, pattern: string, read: DateForm['read']): DateForm => ({
  needs,
  pattern: new RegExp(START + pattern + END, 'gu'),
  read,
});
const FIGURES = /\d[./-] ?\d/;
const NAMED = /Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec/;
const LETTERED = /[qh][1-4]|[1-4][qh]/;
const A_CENTURY = /centur|c\./;
const A_DECADE = /0'?s/;
const A_YEAR = /\d{4}/;

/**
 * The forms of dates, longer ones first: a match of one is not read again by the others. They match a text in lower
 * case but for the names of months and Roman numerals.
 */
export const DATE_FORMS: readonly DateForm[] = [
  // 24.-26.12.2014
  form(
    FIGURES,
    `(\\d\\d?)(?:\\.(\\d\\d?))?\\.?${TO}(\\d\\d?)\\.(\\d\\d?)\\.(\\d{4}|\\d\\d)${NOT_LONGER}`,
    (day, month, lastDay, lastMonth, year) =>
      both(numeric(year, month || lastMonth, day), numeric(year, lastMonth, lastDay)),
  ),
  // 25.12.2014, 25/12/2014, 12/25/2014
  form(FIGURES, `(\\d\\d?)(\\. ?|[/-])(\\d\\d?)\\2(\\d{4}|\\d\\d)${NOT_LONGER}`, (a, mark, b, year) =>
    dayFirst(a, mark, b, year),
  ),
  // 2014-12-25
  form(FIGURES, `([1-9]\\d{3})([./-])(\\d\\d?)\\2(\\d\\d?)${NOT_LONGER}(?!-)`, (year, _, month, day) =>
    numeric(year, month, day),
  ),
  // 3-5 June 2014, 3 and 5 June
  form(NAMED, `${DAY}${OR}${DAY}(?: of)? (${MONTH}),? ${YEAR}`, (from, to, month, year) =>
    both(numeric(year, numberOf(month), from), numeric(year, numberOf(month), to)),
  ),
  form(NAMED, `${DAY}(?: of)? (${MONTH}),? ${YEAR}`, (day, month, year) => numeric(year, numberOf(month), day)),
  form(NAMED, `${DAY}${OR}${DAY}(?: of)? (${MONTH})`, (from, to, month) =>
    both(recurringDay(numberOf(month), Number(from)), recurringDay(numberOf(month), Number(to))),
  ),
  // June 3-5, 2014
  form(NAMED, `(${MONTH}) ${DAY}${OR}${DAY},? ${YEAR}`, (month, from, to, year) =>
    both(numeric(year, numberOf(month), from), numeric(year, numberOf(month), to)),
  ),
  form(NAMED, `(${MONTH}) ${DAY},? ${YEAR}`, (month, day, year) => numeric(year, numberOf(month), day)),
  form(NAMED, `(${MONTH}) ${DAY}${TO}${DAY}(?! ?(?:%|percent|per cent|[ap]\\.?m\\b))`, (month, from, to) =>
    both(recurringDay(numberOf(month), Number(from)), recurringDay(numberOf(month), Number(to))),
  ),
  // early June-late August 2014
  form(NAMED, `${PART}(${MONTH})${OR}${PART}(${MONTH}),?(?: of)? ${YEAR}`, (part, month, lastPart, lastMonth, year) =>
    both(
      monthOf(Number(year), numberOf(month), keyOf(part)),
      monthOf(Number(year), numberOf(lastMonth), keyOf(lastPart)),
    ),
  ),
  form(NAMED, `${PART}(${MONTH}),?(?: of)? ${YEAR}`, (part, month, year) =>
    monthOf(Number(year), numberOf(month), keyOf(part)),
  ),
  form(NAMED, `${DAY}(?: of)? (${MONTH})`, (day, month) => recurringDay(numberOf(month), Number(day))),
  form(NAMED, `(${MONTH}) ${DAY}(?! ?(?:%|percent|per cent))`, (month, day) =>
    recurringDay(numberOf(month), Number(day)),
  ),
  // 2017-19, 2017/18; otherwise 2014-12 and 12/2014 are months
  {
    ...form(FIGURES, `([1-9]\\d{3})[-/](\\d\\d?)${NOT_LONGER}(?!-)`, (year, end) => yearsTo(year, end)),
    isYear: true,
  },
  form(FIGURES, `([1-9]\\d{3})-(0[1-9]|1[0-2])(?![\\d-])`, (year, month) => monthOf(Number(year), Number(month))),
  form(FIGURES, `(0?[1-9]|1[0-2])/((?:19|20)\\d\\d)${NOT_LONGER}`, (month, year) =>
    monthOf(Number(year), Number(month)),
  ),
  // Q1 2014, 2H 2014, 2014 Q1, Q1-Q3 2014
  form(LETTERED, `([qh])([1-4])${OR}[qh]?([1-4])(?: of|,)? ?(?:fy ?)?${YEAR}`, (letter, from, to, year) =>
    both(partOfYear(year, letter, from), partOfYear(year, letter, to)),
  ),
  form(LETTERED, `([qh])([1-4])(?: of| in|,)?[ /-]?(?:fy ?)?${YEAR}`, (letter, number, year) =>
    partOfYear(year, letter, number),
  ),
  form(LETTERED, `([1-4])([qh])(?: of| in|,)?[ /-]?(?:fy ?)?${YEAR}`, (number, letter, year) =>
    partOfYear(year, letter, number),
  ),
  form(LETTERED, `([1-9]\\d{3})[ /-]?([qh])([1-4])`, (year, letter, number) => partOfYear(year, letter, number)),
  form(LETTERED, `([qh])([1-4]) ?'(\\d\\d)`, (letter, number, year) => partOfYear(fullYear(year), letter, number)),
  form(LETTERED, `${IN}([qh])([1-4])`, (letter, number) => partOfYear('', letter, number)),
  // 18th-19th centuries, XIX century
  form(
    A_CENTURY,
    `(?:the )?${PART}${NTH_CENTURY}${OR}${PART}${NTH_CENTURY}${CENTURY}`,
    (part, from, lastPart, to, era) => both(nthCentury(from, part, era), nthCentury(to, lastPart, era)),
  ),
  form(A_CENTURY, `(?:the )?${PART}${NTH_CENTURY}${CENTURY}`, (part, nth, era) => nthCentury(nth, part, era)),
  // 1960s-80s, the '60s and 70s, the 1700s, the 90s, nineties
  form(A_DECADE, `(?:the )?${PART}(?:([1-9]\\d)|')(\\d0)s${OR}${PART}'?(\\d0)s`, (part, century, from, lastPart, to) =>
    both(
      spanOfYears(Number((century || '19') + from), 10, keyOf(part)),
      spanOfYears(Number((century || '19') + to), 10, keyOf(lastPart)),
    ),
  ),
  form(A_DECADE, `(?:the )?${PART}([1-9]\\d00|[1-9]\\d\\d0)s`, (part, start) =>
    spanOfYears(Number(start), start.endsWith('00') && start < '2000' ? 100 : 10, keyOf(part)),
  ),
  form(A_DECADE, `the ${PART}([1-9]\\d\\d0)'s`, (part, start) => spanOfYears(Number(start), 10, keyOf(part))),
  form(A_DECADE, `(?:(?:the )?${PART}'(\\d0)s|the ${PART}(\\d0)s)`, (part, start, otherPart, other) =>
    spanOfYears((start || other) === '00' ? 2000 : 1900 + Number(start || other), 10, keyOf(part || otherPart)),
  ),
  form(/ties/, `(?:the )?${PART}(${DECADES.join('|')})`, (part, word) =>
    spanOfYears(1920 + 10 * DECADES.indexOf(word), 10, keyOf(part)),
  ),
  {
    ...form(A_YEAR, `(?:${PART}|(?:(spring|summer|autumn|fall|winter)(?: of)? )?)${YEAR}`, (part, season, year) =>
      Number(year) > 2199 ? undefined : yearOf(Number(year), season || keyOf(part)),
    ),
    isYear: true,
  },
  form(NAMED, `(?:${IN}|(?=early|mid|late|first|second))${PART}(${MONTHS.join('|')})`, (part, month) =>
    recurringMonth(numberOf(month), keyOf(part)),
  ),
  form(NAMED, `(${MONTHS.filter((name) => !/^(?:March|May)$/.test(name)).join('|')})`, (month) =>
    recurringMonth(numberOf(month)),
  ),
  // the first half (of the year), but not of the match
  form(
    /half|quarter/,
    '(?:the )?(first|second|third|fourth|[1-4](?:st|nd|rd|th))[ -](half|quarter)' +
      '(?: of (?:the|this|that|last|next|each|every)(?: \\p{L}+)? year)?(?!-| (?:of|century|hour|mile))',
    (nth, part) => {
      const key = keyOf(`${nth} ${part}`);
      return key === undefined ? undefined : recurringPart(key);
    },
  ),
];

/** A range that runs forward. */
function both(start: Days | undefined, end: Days | undefined): Meaning | undefined {
  const isForward = start && end && (start.first ?? start.from ?? 0) <= (end.first ?? end.from ?? 0);
  return isForward ? [start, end] : undefined;
}

function numeric(year: string, month: string | number, day: string): Days | undefined {
  return dayOf(Number(fullYear(year)), Number(month), Number(day));
}

/** `14` is 2014, `91` is 1991. */
function fullYear(year: string): string {
  return year.length === 2 ? `${year < '50' ? '20' : '19'}${year}` : year;
}

/** After points the day is first; `5/6/2014` may be either, and is no date. */
function dayFirst(a: string, mark: string, b: string, year: string): Days | undefined {
  if (mark === '-' && year.length === 2) return undefined;
  if (mark.startsWith('.') || a === b || Number(a) > 12) return numeric(year, b, a);
  return Number(b) > 12 ? numeric(year, a, b) : undefined;
}

function yearsTo(year: string, end: string): Meaning | undefined {
  const last = Number(year.slice(0, -end.length) + end) + (year.endsWith('99') && end === '00' ? 100 : 0);
  return last > Number(year) && last < 2200 ? both(yearOf(Number(year)), yearOf(last)) : undefined;
}

/** `q`: a quarter, `h`: a half; undefined for `h3`. */
function partOfYear(year: string, letter: string, number: string): Days | undefined {
  if (letter === 'h' && Number(number) > 2) return undefined;
  const key = `${letter === 'h' ? 'half' : 'quarter'} ${number}`;
  return year === '' ? recurringPart(key) : yearOf(Number(year), key);
}

/** The key of a part in the tables of days: `half 1` for `first half`. */
function keyOf(part: string): string | undefined {
  const [nth = '', what] = part.split(/[ -]/);
  if (what === undefined) return nth.replace('middle', 'mid');
  const number = /^la/.test(nth) ? (what === 'half' ? 2 : 4) : /^[IV]/.test(nth) ? ofRoman(nth) : valueOfOrdinal(nth);
  return what === 'half' && number > 2 ? undefined : `${what} ${number}`;
}

function nthCentury(nth: string, part: string, era: string): Days | undefined {
  const number = /^[IVX]/.test(nth) ? ofRoman(nth.replace(/[a-z]+$/, '')) : valueOfOrdinal(nth);
  return number > 0 && number < 22 ? centuryOf(number, keyOf(part), era.startsWith('b')) : undefined;
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];

/** To 39; 0 for letters that are no numeral. */
function ofRoman(letters: string): number {
  const [, tens = '', ones = ''] = /^(X{0,3})([IV]*X?)$/.exec(letters) ?? [];
  const one = ones === '' ? 0 : ROMAN.indexOf(ones) + 1;
  return ones !== '' && one === 0 ? 0 : tens.length * 10 + one;
}

const MONTH_NUMBERS = new Map(MONTHS.map((name, index) => [name.slice(0, 3), index + 1]));

/** From 1; 0 for a word that is not a month. */
function numberOf(month: string): number {
  return MONTH_NUMBERS.get(month.slice(0, 3)) ?? 0;
}
