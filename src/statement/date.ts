import { lowerCase } from '#text/case.ts';
import { overlaps, type Span } from '#text/location.ts';
import { MONTHS } from '#text/months.ts';
import { textBefore } from '#text/text-before.ts';
import { currencyOf } from './currency.ts';
import { DATE_FORMS, type Meaning } from './date-forms.ts';
import { areAmong, type Days, dayOf, inYear, monthOf, spanOfDays, withoutYear, yearOf } from './days.ts';
import { readMeasure } from './measure.ts';

/** A date in a text. */
export interface DateMention extends Span, Days {
  /** As written. */
  readonly words: string;
  /** Both ends of a range or list, such as `June 3-7, 2014`. */
  readonly ends?: readonly [start: Days, end: Days];
}

/** A number before one of these, or before a unit, is not a year. */
const COUNTED =
  /^[- ](?:year-old|people|million|billion|thousand|(?:-|to |and )?\d[\d,.]* (?:years|people|miles))(?!\p{L})/u;
/** Words that follow a year more often than a number: `the 2014 second half`. */
const NOT_COUNTED = new Set(['time', 'fold', 'second']);
/** A code or sign before an amount. */
const MONEY = /([A-Z]{3}|\p{Sc}) ?$/u;

/**
 * Find the dates of a text in normal form, in order, without overlaps: days, months, quarters and halves with and
 * without a year, years, decades, centuries, the `early`, `mid` and `late` parts of them, and ranges of these.
 */
export function readDates(text: string): DateMention[] {
  const found: DateMention[] = [];
  const lower = lowerCase(text);
  const cased = withNames(text, lower);
  const needed = new Map<RegExp, boolean>();
  for (const { needs, pattern, read, isYear } of DATE_FORMS) {
    if (!needed.has(needs)) needed.set(needs, needs.test(cased));
    if (!needed.get(needs)) continue;
    for (const match of cased.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (found.some((other) => overlaps(other, span))) continue;
      if (isYear && isAmount({ text, lower }, span)) continue;
      const meaning = read(...match.slice(1).map((group = '') => group));
      if (meaning) found.push(mentionOf(text, span, meaning));
    }
  }
  return joinRanges(
    text,
    lower,
    found.sort((a, b) => a.start - b.start),
  );
}

/** Months and Roman numerals; the group has a month in capitals. */
const NAMES = new RegExp(
  `(?<!\\p{L})(?:(${MONTHS.filter((name) => name.length > 5)
    .join('|')
    .toUpperCase()})(?!\\p{L})|[IVX]+(?=(?:th|st)?(?!\\p{L}))|` +
    `(?:${MONTHS.map((name) => name.slice(0, 3)).join('|')})\\p{L}*)`,
  'gu',
);

/** The text in lower case but for months and Roman numerals, which lower case would turn into words. */
function withNames(text: string, lower: string): string {
  let result = '';
  let past = 0;
  for (const { 0: name, 1: loud, index } of text.matchAll(NAMES)) {
    result += lower.slice(past, index) + (loud ? name.charAt(0) + name.slice(1).toLowerCase() : name);
    past = index + name.length;
  }
  return result + lower.slice(past);
}

function isAmount(text: { readonly text: string; readonly lower: string }, { start, end }: Span): boolean {
  const measure = readMeasure(text, end);
  const [, money = ''] = MONEY.exec(textBefore(text.text, start)) ?? [];
  return (
    COUNTED.test(text.lower.slice(end, end + 30)) ||
    (measure !== undefined && !NOT_COUNTED.has(measure.unit)) ||
    (money !== '' && currencyOf(money) !== undefined)
  );
}

function mentionOf(text: string, { start, end }: Span, meaning: Meaning): DateMention {
  const words = text.slice(start, end);
  if (!Array.isArray(meaning)) return { ...(meaning as Days), words, start, end };
  const [from, to] = meaning as readonly [Days, Days];
  return { ...spanOfDays(from, to), ends: [from, to], words, start, end };
}

const JOINER = /^(?: ?- ?| to (?:the )?| through (?:the )?| until (?:the )?)$/;
const AND = /^ and (?:the )?$/;

/** Join two dates of a range: `from 3 June to 5 July 2014`, where the first shares the year of the second. */
function joinRanges(text: string, lower: string, dates: readonly DateMention[]): DateMention[] {
  const joined: DateMention[] = [];
  for (const date of dates) {
    const last = joined.at(-1);
    const range = last && rangeOf(lower, last, date);
    if (!range) joined.push(date);
    else joined.splice(-1, 1, mentionOf(text, { start: last.start, end: date.end }, range));
  }
  return joined;
}

function rangeOf(lower: string, start: DateMention, end: DateMention): readonly [Days, Days] | undefined {
  const gap = lower.slice(start.end, end.start);
  const isBetween = AND.test(gap) && /between (?:the )?$/.test(textBefore(lower, start.start));
  if (start.ends || end.ends || !(JOINER.test(gap) || isBetween)) return undefined;
  if (start.first !== undefined) return end.first !== undefined && start.first < end.first ? [start, end] : undefined;
  if (end.first === undefined) return [start, end];
  // `from June to 2014` has no month at its end.
  const { from, to } = withoutYear(end);
  return from === undefined || (from === 101 && to === 1231) ? undefined : [inYear(start, end), end];
}

/** `place`: which end of a range it is, from 0. */
type Dated = Days & Pick<DateMention, 'ends'> & { readonly place?: number };

/** The ends of a range; a single date is one part. */
export function partsOf(date: Dated): readonly Dated[] {
  return date.ends?.map((days, place) => ({ ...days, place })) ?? [date];
}

/**
 * Does a passage with the date `evidence` support a `claimed` one? It does if its days are among the claimed ones. A
 * range supports its ends, and is supported by both. `isExact`: only the same days will do.
 */
export function supportsDate(claimed: Dated, evidence: Dated, isExact = false): boolean {
  return areDatesIn(claimed, [evidence], isExact);
}

/** As `supportsDate`, by several dates together: each end of a claimed range may be a date of its own. */
export function areDatesIn(claimed: Dated, evidence: readonly Dated[], isExact: boolean): boolean {
  const others = evidence.flatMap(partsOf);
  return partsOf(claimed).every((part) =>
    others.some(
      (other) =>
        (part.place === undefined || other.place === undefined || part.place === other.place) &&
        areAmong(part, other) &&
        (!isExact || areAmong(other, part)),
    ),
  );
}

/** The days of an EDTF date (level 0: year, month or day). */
export function daysOfEdtf(edtf: string): Days | undefined {
  const [, year, month, day] = /^([1-9]\d{3})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(edtf)?.map(Number) ?? [];
  if (year === undefined) return undefined;
  if (month === undefined || Number.isNaN(month)) return yearOf(year);
  return day === undefined || Number.isNaN(day) ? monthOf(year, month) : dayOf(year, month, day);
}
