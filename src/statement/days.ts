/** The days that a date can mean, as numbers that can be compared; both ends belong to it. */
export interface Days {
  /** Of a date with a year: `19911225`. BC is negative. */
  readonly first: number | undefined;
  readonly last: number | undefined;
  /** Of a date without a year: `1225`. */
  readonly from: number | undefined;
  readonly to: number | undefined;
}

/** In months. Seasons are those of the northern hemisphere, and a winter is in the year in which it begins. */
const PARTS_OF_YEAR: Readonly<Record<string, readonly [number, number]>> = {
  ...{ early: [1, 4], mid: [5, 8], late: [9, 12], 'half 1': [1, 6], 'half 2': [7, 12] },
  ...{ 'quarter 1': [1, 3], 'quarter 2': [4, 6], 'quarter 3': [7, 9], 'quarter 4': [10, 12] },
  ...{ spring: [3, 5], summer: [6, 8], autumn: [9, 11], fall: [9, 11], winter: [12, 14] },
};
const PARTS_OF_MONTH: Readonly<Record<string, readonly [number, number]>> = {
  ...{ early: [1, 10], mid: [11, 20], late: [21, 31], 'half 1': [1, 15], 'half 2': [16, 31] },
};
/** In tenths of a decade or a century. */
const PARTS_OF_TEN: Readonly<Record<string, readonly [number, number]>> = {
  ...{ early: [0, 4], mid: [4, 7], late: [7, 10], 'half 1': [0, 5], 'half 2': [5, 10] },
  ...{ 'quarter 1': [0, 2.5], 'quarter 2': [2.5, 5], 'quarter 3': [5, 7.5], 'quarter 4': [7.5, 10] },
};

/** `part`: a key of the tables above, such as `early`, `half 1` or `summer`. */
type Part = string | undefined;

/** One day; undefined for one that does not exist. */
export function dayOf(year: number, month: number, day: number): Days | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  const date = year * 10_000 + month * 100 + day;
  return dated(date, date);
}

export function monthOf(year: number, month: number, part?: Part): Days {
  const start = year * 10_000 + month * 100;
  const [from, to] = PARTS_OF_MONTH[part ?? ''] ?? [1, 31];
  return dated(start + from, start + Math.min(to, daysIn(year, month)));
}

export function yearOf(year: number, part?: Part): Days {
  const [from, to] = PARTS_OF_YEAR[part ?? ''] ?? [1, 12];
  const [lastYear, lastMonth] = to > 12 ? [year + 1, to - 12] : [year, to];
  return dated(year * 10_000 + from * 100 + 1, lastYear * 10_000 + lastMonth * 100 + daysIn(lastYear, lastMonth));
}

/** Ten or a hundred years; `1990s` is a decade, `1700s` a century. */
export function spanOfYears(start: number, length: 10 | 100, part?: Part): Days {
  const [from, to] = (PARTS_OF_TEN[part ?? ''] ?? [0, 10]).map((tenth) => Math.floor((tenth * length) / 10));
  return dated((start + (from ?? 0)) * 10_000 + 101, (start + (to ?? length) - 1) * 10_000 + 1231);
}

/** The 18th century is the 1700s here: the sources do not distinguish 1700 from 1701. */
export function centuryOf(number: number, part: Part, isBefore: boolean): Days {
  return spanOfYears(isBefore ? -number * 100 : (number - 1) * 100, 100, part);
}

/** A month without a year, or a part of it. */
export function recurringMonth(month: number, part?: Part): Days {
  const [from, to] = PARTS_OF_MONTH[part ?? ''] ?? [1, 31];
  return recurring(month * 100 + from, month * 100 + Math.min(to, daysIn(2000, month)));
}

/** A day without a year; undefined for one that no year has. */
export function recurringDay(month: number, day: number): Days | undefined {
  const date = month * 100 + day;
  return day < 1 || day > daysIn(2000, month) ? undefined : recurring(date, date);
}

/** A part of a year that is not named. */
export function recurringPart(part: string): Days {
  const { from = 0, to = 0 } = withoutYear(yearOf(2000, part));
  return recurring(from, to);
}

/** Put a date without a year into one: the last at which it comes before another date. */
export function inYear({ from = 0, to = 0 }: Days, { first: before = 0 }: Days): Days {
  const year = Math.floor(before / 10_000) - (from > before % 10_000 ? 1 : 0);
  return dated(year * 10_000 + from, year * 10_000 + to);
}

/** Does a passage with the days `evidence` support the `claimed` ones? It does if its days are among them. */
export function areAmong(claimed: Days, evidence: Days): boolean {
  if (claimed.first !== undefined && claimed.last !== undefined) {
    if (evidence.first === undefined || evidence.last === undefined) return false;
    return claimed.first <= evidence.first && evidence.last <= claimed.last;
  }
  const { from = 0, to = 0 } = claimed;
  const other = evidence.first === undefined ? evidence : withoutYear(evidence);
  return other.from !== undefined && other.to !== undefined && from <= other.from && other.to <= to;
}

/** The days of a date within one year, without it. */
export function withoutYear({ first = 0, last = 0 }: Days): Pick<Days, 'from' | 'to'> {
  const isOneYear = Math.floor(first / 10_000) === Math.floor(last / 10_000);
  return isOneYear ? { from: first % 10_000, to: last % 10_000 } : { from: undefined, to: undefined };
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function recurring(from: number, to: number): Days {
  return { first: undefined, last: undefined, from, to };
}

/** From the start of one to the end of another. */
export function spanOfDays(start: Days, end: Days): Days {
  return { first: start.first, last: end.last, from: start.from, to: end.to };
}

function dated(first: number, last: number): Days {
  return { first, last, from: undefined, to: undefined };
}
