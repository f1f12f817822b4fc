import type { Corpus } from '#check/model.ts';
import { documentsOf } from '#check/model.ts';
import { isError } from '#problem/problem.ts';
import { comparePart } from '#statement/compare.ts';
import { type DateMention, readDates } from '#statement/date.ts';
import { type Evidence, valuesOf } from '#statement/evidence.ts';
import { type Figure, readFigures } from '#statement/figure.ts';
import { indexNames } from '#statement/name.ts';
import { isOwnCount } from '#statement/own-count.ts';
import { indexTexts } from '#statement/text-name.ts';
import { MONTHS } from '#text/months.ts';
import { requote, standsThere } from './statements.ts';
import { type Expected, type Sample, type Tally, tallyOf } from './tally.ts';

const ONES = [
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
  ...['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const CENTURIES = ['fourth', 'fifth', 'sixth', 'seventh'];
const ROMAN = ['IV', 'V', 'VI', 'VII'];

/** A whole number in words, as an author may write it. */
function inWords(number: number): string {
  if (number < 20) return ONES[number] ?? '';
  if (number < 100) return `${TENS[Math.floor(number / 10) - 2]}${number % 10 === 0 ? '' : `-${ONES[number % 10]}`}`;
  const [size, name] = [[1e9, 'billion'] as const, [1e6, 'million'] as const, [1e3, 'thousand'] as const].find(
    ([least]) => number >= least,
  ) ?? [100, 'hundred'];
  const rest = number % size;
  const joiner = size === 100 ? ' and ' : ' ';
  return `${inWords(Math.floor(number / size))} ${name}${rest === 0 ? '' : `${joiner}${inWords(rest)}`}`;
}

type Way<Item> = (item: Item) => string | undefined;

/** What stands between a number in digits and its unit. */
const NUMBER = /\d[\d,.]*/;
const isWhole = ({ kind, from, to }: Figure) =>
  (kind === 'number' || kind === 'money' || kind === 'share') && from === to && Number.isInteger(from);
const swap =
  (pattern: RegExp, other: string): Way<Figure> =>
  ({ words }) =>
    pattern.test(words) ? words.replace(pattern, other) : undefined;
/** Another number in words before the same unit. */
const withNumber =
  (write: (number: number) => string): Way<Figure> =>
  (figure) =>
    isWhole(figure) && NUMBER.test(figure.words) && !/illion/.test(figure.words)
      ? figure.words.replace(NUMBER, write(figure.from)).replace('%', ' percent')
      : undefined;

const FIGURE_FAULTS: Readonly<Record<string, Way<Figure>>> = {
  'percent become percentage points': swap(/ ?(?:percent|%)/, ' percentage points'),
  'miles become kilometers': swap(/miles?/, 'km'),
  'years become weeks': swap(/years?/, 'weeks'),
  'decades become centuries': swap(/decade(?=s?$)/, 'century'),
  'dollars become Australian ones': swap(/\$/, 'A$'),
  'dollars become manats': swap(/\$/, 'AZN '),
  'million becomes mn of another sum': swap(/\$(\d+) million/, '$9$1 mn'),
  'a minus is put before it': (figure) => (isWhole(figure) && !figure.inWords ? `minus ${figure.words}` : undefined),
  'a half is added': swap(/(?<=^\D*\d+)(?!\S*[\d.])(?=\D*$)/, '½'),
  'a hedge is joined': ({ words, hedges }) =>
    hedges.size === 0 && NUMBER.test(words) && !/illion|-/.test(words)
      ? words.replace(/\d(?=\D*$)/, '$&-odd')
      : undefined,
  'it becomes a rate': ({ words, kind, unit }) =>
    kind === 'money' || unit === 'mile' ? `${words} an hour` : undefined,
  'its rate is another': swap(/a week/, 'a year'),
  'it is one more, in words': withNumber((number) => inWords(number + 1)),
  'a range has another end': swap(/(?<=\d-)(\d)(?=\d)/, '9$1'),
  'twice becomes tenfold': swap(/twice/, 'tenfold'),
  'the first becomes one of the first': ({ words, unit, kind }) =>
    kind === 'ordinal' && unit === 'the' ? `one of the ${words}` : undefined,
  'one of the first becomes the first': swap(/one of /, ''),
};

const FIGURE_HARMLESS: Readonly<Record<string, Way<Figure>>> = {
  'in words': withNumber(inWords),
  'percent as a sign, and back': ({ words }) =>
    words.includes('percent')
      ? words.replace(/ percent/, '%')
      : words.includes('%')
        ? words.replace(/ ?%/, ' percent')
        : undefined,
  'dollars as a code': swap(/\$/, 'USD '),
  'dollars as a word': ({ words }) => (words.startsWith('$') ? `${words.slice(1)} dollars` : undefined),
  'billions as millions': swap(/1\.2 billion/, '1,200 million'),
  'millions short': swap(/(?<=\d) million/, 'm'),
  'miles short': swap(/miles/, 'mi'),
  'years short': swap(/years/, 'yrs'),
  'decades as years': ({ words, unit, from }) =>
    unit === 'decade' && !words.includes('-') ? `${from * 10} years` : undefined,
  'days as hours': ({ unit, from }) => (unit === 'day' ? `${from * 24} hours` : undefined),
  'a range in words': swap(/(?<=\d)-(?=\d)/, ' to '),
  'twice as two times': swap(/twice/, 'two times'),
  'tenths as percent': swap(/nine-tenths/i, '90 percent'),
  'half as a vulgar fraction': swap(/^half$/, '½ of'),
};

type Day = readonly [year: number, month: number, day: number];

/** The day of a date that means one; none otherwise. */
function dayOf({ first, last }: DateMention): Day | undefined {
  if (first === undefined || first !== last || first < 0) return undefined;
  return [Math.floor(first / 10_000), Math.floor(first / 100) % 100, first % 100];
}
const day =
  (write: (...day: Day) => string): Way<DateMention> =>
  (date) => {
    const read = dayOf(date);
    return read && write(...read);
  };
const year =
  (write: (year: number) => string): Way<DateMention> =>
  ({ words }) =>
    /^\d{4}$/.test(words) ? write(Number(words)) : undefined;
const monthAndYear =
  (write: (month: number, year: string) => string): Way<DateMention> =>
  ({ words }) => {
    const [, name = '', written = ''] = /^(\p{Lu}\p{L}+) (\d{4})$/u.exec(words) ?? [];
    return MONTHS.includes(name) ? write(MONTHS.indexOf(name) + 1, written) : undefined;
  };
const century =
  (forms: readonly string[], later: number): Way<DateMention> =>
  ({ words }) =>
    words.includes('5th') ? words.replace('5th', forms[1 + later] ?? '') : undefined;
const two = (number: number) => String(number).padStart(2, '0');
/** Never a day that is not. */
const next = (date: number) => (date === 28 ? 27 : (date % 28) + 1);

const DATE_FAULTS: Readonly<Record<string, Way<DateMention>>> = {
  'another day, with points': day((year, month, day) => `${next(day)}.${month}.${year}`),
  'another day, with points and a short year': day(
    (year, month, day) => `${two(next(day))}.${two(month)}.${two(year % 100)}`,
  ),
  'another day, with slashes': day((year, month, day) => `${month}/${next(day)}/${year}`),
  'another day, in ISO 8601': day((year, month, day) => `${year}-${two(month)}-${two(next(day))}`),
  'a range with one end that is not there': day(
    (year, month, day) => `${MONTHS[month - 1]} ${Math.min(day, 25)}-${Math.min(day, 25) + 3}, ${year}`,
  ),
  'a range of years': year((year) => `${year}-99`),
  'a range to another year': year((year) => `from ${year} to 2098`),
  'another quarter': monthAndYear((month, year) => `Q${((Math.floor((month - 1) / 3) + 1) % 4) + 1} ${year}`),
  'the other half-year': monthAndYear((month, year) => `the ${month > 6 ? 'first' : 'second'} half of ${year}`),
  'months that go on': monthAndYear(
    (month, year) => `${MONTHS[month - 1]} ${year} to ${MONTHS[(month + 1) % 12]} ${Number(year) + 2}`,
  ),
  'another month, in figures': monthAndYear((month, year) => `${(month % 12) + 1}/${year}`),
  'another century in Roman numerals': century(ROMAN, 1),
  'another century in words': century(CENTURIES, 2),
  'a decade that goes on': ({ words }) => (words.endsWith('early 1990s') ? `${words} to the 2000s` : undefined),
  'another decade, short': ({ words }) => (/1990s$/.test(words) ? words.replace('1990s', "'80s") : undefined),
};

const DATE_HARMLESS: Readonly<Record<string, Way<DateMention>>> = {
  'with points': day((year, month, day) => `${day}.${month}.${year}`),
  'with points and a short year': day((year, month, day) => `${two(day)}.${two(month)}.${two(year % 100)}`),
  'with slashes': day(
    (year, month, day) => (day > 12 ? `${month}/${day}/${year}` : undefined) ?? `${year}/${month}/${day}`,
  ),
  'in ISO 8601': day((year, month, day) => `${year}-${two(month)}-${two(day)}`),
  'the American way': day((year, month, day) => `${MONTHS[month - 1]} ${day}, ${year}`),
  'its quarter': monthAndYear((month, year) => `Q${Math.floor((month - 1) / 3) + 1} ${year}`),
  'its quarter in words': monthAndYear(
    (month, year) => `the ${['first', 'second', 'third', 'fourth'][Math.floor((month - 1) / 3)]} quarter of ${year}`,
  ),
  'its half-year': monthAndYear((month, year) => `H${month > 6 ? 2 : 1} ${year}`),
  'in figures': monthAndYear((month, year) => `${two(month)}/${year}`),
  'its century in Roman numerals': century(ROMAN, 0),
  'its century in words': century(CENTURIES, 0),
  'its decade, short': ({ words }) => (/1990s$/.test(words) ? words.replace(/19(?=\d0s)/g, "'") : undefined),
};

export const FAULTY_FORMS = { figure: FIGURE_FAULTS, date: DATE_FAULTS };
export const HARMLESS_FORMS = { figure: FIGURE_HARMLESS, date: DATE_HARMLESS };

const namesOf = ({ sources }: Corpus) => ({ known: indexNames([]), texts: indexTexts(sources) });

/**
 * Write each figure and date of the site's statements in other ways: with another meaning, which must be reported
 * unless a passage happens to have that, or with the same one.
 */
export function tryForms(
  corpus: Corpus,
  forms: {
    readonly figure: Readonly<Record<string, Way<Figure>>>;
    readonly date: Readonly<Record<string, Way<DateMention>>>;
  },
  expected: Expected,
  sample: Sample,
): Tally[] {
  const names = namesOf(corpus);
  const places = documentsOf(corpus).flatMap(({ document: { file }, statements }) =>
    statements.flatMap(({ statement, evidence = [], comparisons, exemptions }) => {
      const held = new Set(
        comparisons.flatMap(({ verdict, where, words }) => (verdict === 'held' && where === 'passage' ? words : [])),
      );
      if (exemptions.length > 0 || evidence.some(({ isWhole }) => isWhole)) return [];
      return statement.parts.map((part) => {
        const { text } = part;
        const dates = readDates(text);
        // The number of a name, and what the page counts itself, may be another one.
        const isOpen = ({ words, start }: Figure | DateMention) =>
          held.has(words) && !(/^\d/.test(words) && /\p{Lu}\p{L}+ $/u.test(text.slice(0, start)));
        const figures = readFigures(text, dates).filter((figure) => isOpen(figure) && !isOwnCount(figure, text));
        return { file, part, evidence, dates: dates.filter(isOpen), figures };
      });
    }),
  );
  type Place = (typeof places)[number];
  const tallyOfWay = <Item extends Figure | DateMention>(
    name: string,
    way: Way<Item>,
    itemsOf: (place: Place) => readonly Item[],
  ) => {
    const cases = places.flatMap((place) =>
      itemsOf(place).flatMap((item) => {
        const now = way(item);
        return now === undefined ? [] : [{ ...place, item, now }];
      }),
    );
    const trials = sample(cases).flatMap(({ file, part, evidence, item, now }) => {
      const mutated = part.text.slice(0, item.start) + now + part.text.slice(item.end);
      const compared = comparePart(
        { ...part, text: mutated, quoted: requote(part, mutated) },
        mutated,
        evidence,
        names,
        false,
      );
      const isReported = compared.some(({ start, end, compared: { fact, kind } }) => {
        const isHere = start < item.start + now.length && item.start < end && (kind === 'figure' || kind === 'date');
        return isHere && fact !== undefined && isError({ ...fact, file: '', place: undefined });
      });
      const kind = 'kind' in item ? 'figure' : 'date';
      const isTrue =
        expected === 'reported' && !isReported && standsThere({ kind, file, part, mutated, now, evidence });
      return isTrue ? [] : [{ label: `${file}: ${now} in ${mutated.slice(0, 120)}`, isReported }];
    });
    return tallyOf(name, trials, expected);
  };
  return [
    ...Object.entries(forms.figure).map(([name, way]) =>
      tallyOfWay(`a figure: ${name}`, way, ({ figures }) => figures),
    ),
    ...Object.entries(forms.date).map(([name, way]) => tallyOfWay(`a date: ${name}`, way, ({ dates }) => dates)),
  ];
}

/** With a note number of the source after each sentence and clause, the site's figures and dates still hold. */
export function tryNoteNumbers(corpus: Corpus, sample: Sample): Tally {
  const names = namesOf(corpus);
  const numbered = (one: Evidence): Evidence => ({
    ...one,
    ...valuesOf(one.readings.map((text) => text.replace(/(?<=[\p{L}\p{N}%][.!?]["']?)(?=$|\s+["'(]?\p{Lu})/gu, '17'))),
  });
  const cases = documentsOf(corpus).flatMap(({ document: { file }, statements }) =>
    statements.flatMap(({ statement, evidence, exemptions }) =>
      evidence && exemptions.length === 0 ? statement.parts.map((part) => ({ file, part, evidence })) : [],
    ),
  );
  const trials = sample(cases).map(({ file, part, evidence }) => ({
    label: `${file}: ${part.text.slice(0, 120)}`,
    isReported: comparePart(part, part.words, evidence.map(numbered), names, false).some(
      ({ compared: { fact, kind } }) =>
        fact && kind !== 'name' && kind !== 'quotation' && isError({ ...fact, file: '', place: undefined }),
    ),
  }));
  return tallyOf('note numbers glued to the sentences of the sources', trials, 'silent');
}
