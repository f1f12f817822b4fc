import { lowerCase } from '#text/case.ts';
import { overlaps, type Span } from '#text/location.ts';
import { MONTHS } from '#text/months.ts';
import { ORDINAL_WORDS, valueOfWord } from './number-word.ts';

/** A date in a text. Days are numbers such as `19911225`, so that they can be compared; BC is negative. */
export interface DateMention extends Span {
  /** As written. */
  readonly words: string;
  /** The first and the last day it can mean; undefined without a year. */
  readonly first: number | undefined;
  readonly last: number | undefined;
  /** Month, and day, of a date without a year. */
  readonly month: number | undefined;
  readonly day: number | undefined;
  /** `early`, `mid` or `late` of a month without a year. */
  readonly part: string | undefined;
}

/** Each name, and its abbreviations with or without a period. */
const MONTH = MONTHS.map((name) => (name === 'September' ? 'Sept(?:ember|\\.)?|Sep\\.?' : abbreviated(name))).join('|');

function abbreviated(name: string): string {
  return name.length > 3 ? `${name.slice(0, 3)}(?:${name.slice(3)}|\\.)?` : name;
}

const DAY = '(0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?';
const YEAR = '([1-9]\\d{3})(?![\\d%]|[.,]\\d)';
/** Not inside a word or number; a year may be joined to a name, as in `BakuTel-2014`. */
const START = '(?<![\\p{L}\\d]|\\d[.,]|[$€£])';
const END = '(?![\\p{L}\\d])';
const PART = '(?:(?:very )?(early|mid|late)(?:er|dle)?[- ])?';
/** Comes before a month without day or year, since `May` and `March` are also ordinary words. */
const IN =
  '(?<=(?:^|[^\\p{L}])(?:[Ii]n|[Oo]f|[Ss]ince|[Uu]ntil|[Bb]y|[Dd]uring|[Ll]ast|[Tt]his|[Nn]ext|[Ff]rom|[Bb]efore|' +
  '[Aa]fter|[Aa]n|[Tt]hat) )';

const DECADES = ['twenties', 'thirties', 'forties', 'fifties', 'sixties', 'seventies', 'eighties', 'nineties'];
/** A number before one of these is not a year. */
const COUNTED = 'years?|year-old|miles?|people|dollars|percent|per cent|million|billion|thousand';

/** The meaning of a date, without its words. */
export type Days = Pick<DateMention, 'first' | 'last' | 'month' | 'day' | 'part'>;

/** A capture group; undefined where it did not take part. */
type Group = string | undefined;

/** The forms of dates, longer ones first: a match of one is not read again by the others. */
const FORMS: readonly {
  /** Month names are case-sensitive, since `may` and `march` are words; all other forms match in lower case. */
  readonly hasMonth: boolean;
  readonly pattern: RegExp;
  readonly read: (groups: readonly Group[]) => Days | undefined;
}[] = [
  {
    hasMonth: true,
    pattern: new RegExp(`${START}${DAY}(?: of)? (${MONTH}),? ${YEAR}${END}`, 'gu'),
    read: ([, day, month, year]) => dayOf(year, numberOf(month), day),
  },
  {
    hasMonth: true,
    pattern: new RegExp(`${START}(${MONTH}) ${DAY},? ${YEAR}${END}`, 'gu'),
    read: ([, month, day, year]) => dayOf(year, numberOf(month), day),
  },
  {
    hasMonth: false,
    pattern: new RegExp(`${START}([1-9]\\d{3})-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\\d|3[01]))?(?![\\d-])${END}`, 'gu'),
    read: ([, year, month, day]) =>
      day === undefined ? monthOf(year, Number(month), undefined) : dayOf(year, Number(month), day),
  },
  {
    hasMonth: true,
    pattern: new RegExp(`${START}${PART}(${MONTH}),?(?: of)? ${YEAR}${END}`, 'gu'),
    read: ([, part, month, year]) => monthOf(year, numberOf(month), part),
  },
  {
    hasMonth: true,
    pattern: new RegExp(`${START}${DAY}(?: of)? (${MONTH})${END}`, 'gu'),
    read: ([, day, month]) => recurring(numberOf(month), Number(day)),
  },
  {
    hasMonth: true,
    pattern: new RegExp(`${START}(${MONTH}) ${DAY}${END}(?! ?(?:%|percent|per cent))`, 'gu'),
    read: ([, month, day]) => recurring(numberOf(month), Number(day)),
  },
  {
    hasMonth: false,
    pattern: new RegExp(
      `${START}(?:the )?${PART}(\\d{1,2}(?:st|nd|rd|th)|${ORDINAL_WORDS})[- ]centur(?:y|ies)(?: (ad|bc|ce|bce))?${END}`,
      'gu',
    ),
    read: ([, part, ordinal = '', era]) => centuryOf(ordinal, part, era?.startsWith('b') === true),
  },
  {
    hasMonth: false,
    pattern: new RegExp(`${START}(?:the )?${PART}([1-9]\\d00|[1-9]\\d\\d0)s${END}`, 'gu'),
    read: ([, part, start]) => spanOfYears(Number(start), start?.endsWith('00') && start < '2000' ? 100 : 10, part),
  },
  {
    hasMonth: false,
    pattern: new RegExp(`${START}(?:the )?${PART}(?:'(\\d0)s|(${DECADES.join('|')}))${END}`, 'gu'),
    read: ([, part, digits, word = '']) =>
      spanOfYears(1900 + (digits === undefined ? decadeOf(word) : Number(digits)), 10, part),
  },
  {
    hasMonth: false,
    pattern: new RegExp(
      `${START}(?:${PART}|(?:(spring|summer|autumn|fall|winter)(?: of)? )?)${YEAR}${END}` +
        `(?![- ](?:${COUNTED})(?!\\p{L}))`,
      'gu',
    ),
    read: ([, part, season, year]) => (Number(year) > 2199 ? undefined : yearOf(Number(year), part ?? season)),
  },
  {
    hasMonth: true,
    pattern: new RegExp(`(?:${IN}|${START}(?=[EeMmLl](?:arly|id|ate)[- ]))${PART}(${MONTHS.join('|')})${END}`, 'gu'),
    read: ([, part, month]) => recurring(numberOf(month), undefined, part),
  },
  {
    hasMonth: true,
    pattern: new RegExp(`${START}(${MONTHS.filter((name) => !/^(?:March|May)$/.test(name)).join('|')})${END}`, 'gu'),
    read: ([, month]) => recurring(numberOf(month), undefined),
  },
];

/**
 * Find the dates of a text in normal form, in order, without overlaps: days and months with and without a year, years,
 * decades, centuries, and the `early`, `mid` and `late` parts of them.
 */
export function readDates(text: string): DateMention[] {
  const found: DateMention[] = [];
  const lower = lowerCase(text);
  for (const { hasMonth, pattern, read } of FORMS) {
    for (const match of (hasMonth ? text : lower).matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (found.some((other) => overlaps(other, span))) continue;
      const days = read(match);
      if (days) found.push({ ...days, words: text.slice(span.start, span.end), ...span });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Does a passage with the date `evidence` support a `claimed` one? It does if its days are among the claimed ones. */
export function supportsDate(claimed: Days, evidence: Days): boolean {
  if (claimed.first !== undefined && claimed.last !== undefined) {
    if (evidence.first === undefined || evidence.last === undefined) return false;
    return claimed.first <= evidence.first && evidence.last <= claimed.last;
  }
  const { month, day, part } = evidence.first === undefined ? evidence : withoutYear(evidence);
  if (month !== claimed.month) return false;
  if (claimed.day !== undefined) return claimed.day === day;
  return claimed.part === undefined || claimed.part === part || (day !== undefined && partOf(day) === claimed.part);
}

/** Month and day of a date with a year, as far as it has them. */
function withoutYear(date: Days): Pick<Days, 'month' | 'day' | 'part'> {
  const { first = 0, last = 0 } = date;
  const month = Math.floor(first / 100) % 100;
  const isOneMonth = Math.floor(first / 100) === Math.floor(last / 100);
  const [from, to] = [partOf(first % 100), partOf(last % 100)];
  return {
    month: isOneMonth ? month : undefined,
    day: first === last ? first % 100 : undefined,
    part: from === to ? from : undefined,
  };
}

/** The third of a month that a day is in. */
function partOf(day: number): string {
  return day <= 10 ? 'early' : day <= 20 ? 'mid' : 'late';
}

/** The days of an EDTF date (level 0: year, month or day). */
export function daysOfEdtf(edtf: string): Days | undefined {
  const [date] = readDates(edtf);
  return date;
}

function dayOf(year: Group, month: number, day: Group): Days {
  const date = Number(year) * 10_000 + month * 100 + Number(day);
  return dated(date, date);
}

function monthOf(year: Group, month: number, part: Group): Days {
  const start = Number(year) * 10_000 + month * 100;
  const [from, to] = PARTS_OF_MONTH[part?.toLowerCase() ?? ''] ?? [1, 31];
  return dated(start + from, start + Math.min(to, daysIn(Number(year), month)));
}

function yearOf(year: number, part: Group): Days {
  const [from, to] = PARTS_OF_YEAR[part?.toLowerCase() ?? ''] ?? [1, 12];
  const [lastYear, lastMonth] = to > 12 ? [year + 1, to - 12] : [year, to];
  const last = lastYear * 10_000 + lastMonth * 100 + daysIn(lastYear, lastMonth);
  return dated(year * 10_000 + from * 100 + 1, last);
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** `1990s` is a decade, `1700s` a century; their parts are thirds. */
function spanOfYears(start: number, length: number, part: Group): Days {
  const [from, to] = PARTS_OF_TEN[part?.toLowerCase() ?? ''] ?? [0, 10];
  const unit = length / 10;
  return dated((start + from * unit) * 10_000 + 101, (start + to * unit - 1) * 10_000 + 1231);
}

/** The 18th century is the 1700s here: the sources do not distinguish 1700 from 1701. */
function centuryOf(ordinal: string, part: Group, isBefore: boolean): Days {
  const number = /^\d/.test(ordinal) ? Number.parseInt(ordinal, 10) : valueOfWord(ordinal);
  return spanOfYears(isBefore ? -number * 100 : (number - 1) * 100, 100, part);
}

function recurring(month: number, day: number | undefined, part?: string): Days {
  return { first: undefined, last: undefined, month, day, part: part?.toLowerCase() };
}

function dated(first: number, last: number): Days {
  return { first, last, month: undefined, day: undefined, part: undefined };
}

const PARTS_OF_MONTH: Readonly<Record<string, readonly [number, number]>> = {
  early: [1, 10],
  mid: [11, 20],
  late: [21, 31],
};
/** In months. Seasons are those of the northern hemisphere, and winter belongs to the year in which it begins. */
const PARTS_OF_YEAR: Readonly<Record<string, readonly [number, number]>> = {
  ...{ early: [1, 4], mid: [5, 8], late: [9, 12] },
  ...{ spring: [3, 5], summer: [6, 8], autumn: [9, 11], fall: [9, 11], winter: [12, 14] },
};
const PARTS_OF_TEN: Readonly<Record<string, readonly [number, number]>> = { early: [0, 4], mid: [4, 7], late: [7, 10] };

/** From 1; 0 for a word that is not a month. */
function numberOf(month: Group): number {
  return MONTHS.findIndex((name) => name.slice(0, 3) === month?.slice(0, 3)) + 1;
}

function decadeOf(word: string): number {
  return (DECADES.indexOf(word.toLowerCase()) + 2) * 10;
}
