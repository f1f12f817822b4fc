import { writeDate } from '#text/write-date.ts';

/** How exactly a date is known; an interval has two ends, and an open one only its beginning. */
type Precision = 'day' | 'month' | 'season' | 'year' | 'decade' | 'century' | 'interval' | 'open';

/** When something happened, according to a text. */
export interface EventDate {
  /** As written, without the mark of inference. */
  readonly edtf: string;
  /** As readers see it: `25 December 1991`, `summer 2014`, `the 1990s`, `5th century AD`. */
  readonly words: string;
  readonly precision: Precision;
  /** The first and the last day that it can mean, ISO 8601. Sorting by `first`, then `last`, is chronological. */
  readonly first: string;
  readonly last: string;
  /** Is it inferred from the date of issue of a text? */
  readonly inferred: boolean;
}

type Part = Omit<EventDate, 'inferred' | 'edtf'>;

/**
 * Read a date in the subset of EDTF (ISO 8601-2) that the texts need: year, month, day, season (`2014-22`), decade
 * (`199X`), century (`17XX`), an interval of two of these or without an end (`1992/..`), and a final `?` for an
 * inferred date. Returns `undefined` for anything else, a day that does not exist, and an interval that does not run
 * forward.
 */
export function readEventDate(text: string): EventDate | undefined {
  const inferred = text.endsWith('?');
  const edtf = inferred ? text.slice(0, -1) : text;
  const open = edtf.endsWith('/..') ? readPart(edtf.slice(0, -3)) : undefined;
  if (open) return { edtf, ...open, words: `since ${open.words}`, precision: 'open', inferred };
  const [from, to, ...more] = edtf.split('/').map(readPart);
  if (!from || more.length > 0) return undefined;
  if (!edtf.includes('/')) return { edtf, ...from, inferred };
  if (!to || from.first >= to.first || from.last >= to.last) return undefined;
  const words = `${from.words} to ${to.words}`;
  return { edtf, words, precision: 'interval', first: from.first, last: to.last, inferred };
}

function readPart(text: string): Part | undefined {
  const [, digits = '', unknown = '', second, day] =
    /^(?!0000)(\d{2,4})(X{0,2})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) ?? [];
  if (digits.length + unknown.length !== 4) return undefined;
  if (unknown !== '') return second === undefined ? readDecadeOrCentury(digits, unknown) : undefined;
  if (second === undefined) {
    return { words: withEra(text), precision: 'year', first: `${text}-01-01`, last: `${text}-12-31` };
  }
  if (second > '20') return day === undefined ? readSeason(digits, second) : undefined;

  const days = daysOf(digits, second);
  if (days === 0) return undefined;
  if (day === undefined) {
    return { words: withEra(writeDate(text)), precision: 'month', first: `${text}-01`, last: `${text}-${days}` };
  }
  if (day === '00' || Number(day) > days) return undefined;
  return { words: withEra(writeDate(text)), precision: 'day', first: text, last: text };
}

function readDecadeOrCentury(digits: string, unknown: string): Part {
  const first = `${digits}${unknown.replaceAll('X', '0')}`;
  const span = { first: `${first}-01-01`, last: `${digits}${unknown.replaceAll('X', '9')}-12-31` };
  if (unknown === 'X') return { words: withEra(`the ${first}s`), precision: 'decade', ...span };
  // English counts the centuries of the first millennium and names the later ones by their years.
  const words = first < '1000' ? `${ordinal(Number(digits) + 1)} century AD` : `the ${first}s`;
  return { words, precision: 'century', ...span };
}

const SEASONS: Readonly<Record<string, readonly [name: string, first: string, last: string]>> = {
  '21': ['spring', '03', '05'],
  '22': ['summer', '06', '08'],
  '23': ['autumn', '09', '11'],
  '24': ['winter', '12', '02'],
};

/** A meteorological season of the northern hemisphere; a winter belongs to the year in which it begins. */
function readSeason(year: string, number: string): Part | undefined {
  const season = SEASONS[number];
  if (!season) return undefined;
  const [name, first, last] = season;
  const lastYear = last < first ? String(Number(year) + 1).padStart(4, '0') : year;
  return {
    words: withEra(`${name} ${year}`),
    precision: 'season',
    first: `${year}-${first}-01`,
    last: `${lastYear}-${last}-${daysOf(lastYear, last)}`,
  };
}

/** The number of days in a month; 0 for one that does not exist. */
function daysOf(year: string, month: string): number {
  if (month === '00' || month > '12') return 0;
  const start = new Date(`${year}-${month}-01T00:00:00Z`);
  start.setUTCMonth(start.getUTCMonth() + 1, 0);
  return start.getUTCDate();
}

/** `0731` is `731 AD`: a year of three digits alone looks like a number. */
function withEra(words: string): string {
  return words.replace(/\b0+(\d+s?)$/, '$1 AD');
}

function ordinal(number: number): string {
  return `${number}${{ 1: 'st', 2: 'nd', 3: 'rd' }[number] ?? 'th'}`;
}
