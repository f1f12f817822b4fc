import { readDates } from '#statement/date.ts';
import { type Days, dayOf, monthOf, yearOf } from '#statement/days.ts';
import { MONTHS } from '#text/months.ts';
import { normalize } from '#text/normalize.ts';

/** What the words of a date can mean. */
export interface IssuedReading {
  /** In EDTF: `2007-06-29`, `2007-06` or `2007`. None for words that are no such date, two where nobody can tell. */
  readonly values: readonly string[];
  /** Can they mean nothing else? Figures such as `29.6.2007` are read in more than one order. */
  readonly isSure: boolean;
}

const FIGURES = /^\D*(\d{1,2}) ?[./-] ?(\d{1,2}) ?[./-] ?(\d{4}|\d\d)\.?\D*$/;

/** In any case: nothing but a date is expected. */
const MONTH = new RegExp(`(?<!\\p{L})(?:${MONTHS.map((name) => `${name.slice(0, 3)}\\p{L}*`).join('|')})`, 'giu');

/** Read a day, a month or a year as people write it: `29 June 2007`, `June 29, 2007`, `June 2007`, `2007`. */
export function readIssued(words: string): IssuedReading {
  const { text } = normalize(words);
  const [, first, second, shortYear] = FIGURES.exec(text) ?? [];
  if (first !== undefined) {
    const year = Number(shortYear) + (shortYear?.length === 4 ? 0 : Number(shortYear) < 50 ? 2000 : 1900);
    const days = [dayOf(year, Number(second), Number(first)), dayOf(year, Number(first), Number(second))];
    return { values: [...new Set(days.flatMap((day) => (day && edtfOf(day)) ?? []))], isSure: false };
  }
  const named = text.replace(MONTH, (name) => name.charAt(0).toUpperCase() + name.slice(1).toLowerCase());
  const [date, ...others] = readDates(named);
  // Figures that are not read could be the day.
  const isWhole = date && !/\d/.test(text.slice(0, date.start) + text.slice(date.end));
  const value = isWhole && others.length === 0 && !date.ends ? edtfOf(date) : undefined;
  return { values: value === undefined ? [] : [value], isSure: true };
}

/** Find the words by which a text has a date, itself in other words. `text` is in normal form. */
export function findIssued(text: string, written: string): string | undefined {
  const { values, isSure } = readIssued(written);
  if (!isSure) return undefined;
  return readDates(text).find((date) => !date.ends && values.includes(edtfOf(date) ?? ''))?.words;
}

function edtfOf({ first, last }: Days): string | undefined {
  if (first === undefined || first < 10_000_000) return undefined;
  const [year, month] = [Math.floor(first / 10_000), Math.floor(first / 100) % 100];
  const digits = `${first}`.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
  if (first === last) return digits;
  const isSame = (days: Days) => days.first === first && days.last === last;
  if (isSame(monthOf(year, month))) return digits.slice(0, 'YYYY-MM'.length);
  return isSame(yearOf(year)) ? digits.slice(0, 'YYYY'.length) : undefined;
}
