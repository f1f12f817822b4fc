import fc from 'fast-check';
import { readEventDate } from '#document/event-date.ts';
import { compareDate, compareFigure } from '#statement/compare.ts';
import { compareMeaning } from '#statement/compare-meaning.ts';
import { readCountries } from '#statement/country.ts';
import { daysOfEdtf, readDates, supportsDate } from '#statement/date.ts';
import { placeOfDate } from '#statement/date-relation.ts';
import { readDeeds } from '#statement/deed.ts';
import type { Evidence } from '#statement/evidence.ts';
import { fitFigure, readFigures } from '#statement/figure.ts';
import { addedHedges, droppedHedges, readHedges } from '#statement/hedge.ts';
import { readLimits } from '#statement/limit.ts';
import { indexNames, readNames } from '#statement/name.ts';
import { namesIn } from '#statement/name-in.ts';
import { readOffices } from '#statement/office.ts';
import { isOwnCount } from '#statement/own-count.ts';
import { quotationFinder } from '#statement/quotation.ts';
import { readRanks } from '#statement/rank.ts';
import { readingOf } from '#statement/reading.ts';
import { readSequences } from '#statement/sequence.ts';
import { readWords } from '#statement/word.ts';
import { normalize } from '#text/normalize.ts';
import { findQuoted } from '#text/quoted.ts';
import { anyText, mutated, prose, telling } from './characters.ts';
import { mustFollow } from './places.ts';
import { must, mustEqual, property } from './property.ts';

/** Statements are compared in the normal form. */
const normal = fc
  .oneof(
    { weight: 3, arbitrary: prose },
    { weight: 2, arbitrary: fc.array(telling, { minLength: 1, maxLength: 8 }).map((words) => words.join(' ')) },
    { weight: 1, arbitrary: mutated(prose) },
    { weight: 1, arbitrary: anyText },
  )
  .map((text) => normalize(text).text);

export const STATEMENTS = [
  property('dates are found in order, each twice the same, and each supports itself', 300, normal, (text) => {
    const dates = readDates(text);
    mustFollow(dates, text, 'a date');
    mustEqual(readDates(text), dates, 'the dates of the same text');
    for (const date of dates) {
      mustEqual(date.words, text.slice(date.start, date.end), 'the words of a date');
      mustEqual(date.first === undefined, date.last === undefined, 'both days, or none');
      must(date.first === undefined || Number(date.first) <= Number(date.last), 'days that run forward', date);
      const isForward = Number(date.from) <= Number(date.to) || date.ends !== undefined;
      const isInYear = Number(date.from) >= 101 && Number(date.to) <= 1231;
      must(date.first !== undefined || (isForward && isInYear), 'days of a year', date);
      must(supportsDate(date, date), 'a date that supports itself', date);
    }
  }),

  property('figures are found in order, each twice the same, and each supports itself', 300, normal, (text) => {
    const dates = readDates(text);
    const figures = readFigures(text, dates);
    mustFollow(figures, text, 'a figure');
    mustFollow(
      [...figures, ...dates].sort((a, b) => a.start - b.start),
      text,
      'a figure that is no date',
    );
    mustEqual(readFigures(text, dates), figures, 'the figures of the same text');
    for (const figure of figures) {
      mustEqual(figure.words, text.slice(figure.start, figure.end), 'the words of a figure');
      must(Number.isFinite(figure.from) && Number.isFinite(figure.to) && figure.from <= figure.to, 'a number', figure);
      mustEqual(fitFigure(figure, figure), 'same', `the figure ${fc.stringify(figure)} beside itself`);
      mustEqual(
        [addedHedges(figure.hedges, figure.hedges), droppedHedges(figure.hedges, figure.hedges, text)],
        [[], []],
        'hedges',
      );
      mustEqual(readHedges(text, figure.start, figure.end), figure.hedges, 'the hedges of the figure');
      isOwnCount(figure, text);
    }
  }),

  property('what a statement says is held by a passage of the same words', 200, normal, (text) => {
    const dates = readDates(text);
    const figures = readFigures(text, dates);
    const evidence = [evidenceOf(text)];
    for (const date of dates) mustEqual(compareDate(date, text, evidence).verdict, 'held', `the date ${date.words}`);
    for (const figure of figures)
      mustEqual(compareFigure(figure, text, evidence).verdict, 'held', `the figure ${figure.words}`);
    for (const { inner } of findQuoted(text)) {
      const words = text.slice(inner.start, inner.end);
      const isWhole = !/[\p{L}\p{N}\p{M}]$/u.test(text.slice(0, inner.start)) && words.trim() !== '';
      if (isWhole && !/[[\]]/.test(words))
        must(quotationFinder(words)(text), 'quoted words stand in their text', words);
    }
  }),

  property('a statement in the words of its passage keeps what they mean', 300, normal, (text) => {
    for (const { compared } of compareMeaning(readingOf(text), text, [evidenceOf(text)]))
      mustEqual(compared.verdict, 'held', `${compared.kind} ${compared.words}`);
  }),

  property('words, countries, offices and limits are found in order', 200, normal, (text) => {
    const words = readWords(text);
    mustFollow(words, text, 'a word');
    mustFollow(readCountries(text), text, 'a country');
    mustFollow(readOffices(text), text, 'an office');
    mustFollow(readLimits(text, words), text, 'a limit');
    mustFollow(readRanks(text), text, 'a rank');
    for (const { phrase, start, end } of [...readDeeds(text), ...readSequences(text)]) {
      mustEqual(text.slice(start, end), phrase, 'a phrase in its text');
    }
  }),

  property(
    'names are found in order, and in their own text',
    200,
    fc.tuple(
      normal,
      fc.array(fc.constantFrom('David Harris', 'Oslo', 'AJC', 'U.S.', 'Le\u0301vy', '(x'), { maxLength: 3 }),
    ),
    ([text, entries]) => {
      const known = indexNames(entries.map((name) => ({ name, aliases: [`${name} I`], isPerson: true })));
      const names = readNames(text, known, readDates(text));
      mustFollow(names, text, 'a name');
      for (const { name, start, end } of names) {
        mustEqual(name, text.slice(start, end), 'the words of a name');
        must(namesIn(name, [text], known), 'a name in its own text', name, text);
      }
    },
  ),

  property(
    'a date in EDTF runs forward, and is read by one of two readers alike',
    300,
    fc.oneof(
      mutated(
        fc.constantFrom('1991-12-25', '2014-22', '199X', '17XX', '197X/199X', '1991?', '0731', '2016-02-29'),
        fc.constantFrom(...'0123456789X-/?'),
      ),
      anyText,
    ),
    (text) => {
      const date = readEventDate(text);
      if (!date) return;
      must(/^\d{4}-\d\d-\d\d$/.test(date.first) && /^\d{4}-\d\d-\d\d$/.test(date.last), 'days in ISO 8601', date);
      must(
        date.first <= date.last && !Number.isNaN(Date.parse(date.first)) && !Number.isNaN(Date.parse(date.last)),
        'days that run forward',
        date,
      );
      const days =
        date.precision === 'day' || date.precision === 'month' || date.precision === 'year'
          ? daysOfEdtf(date.edtf)
          : undefined;
      if (days && date.first >= '1000' && date.first < '2200')
        mustEqual(
          [days.first, days.last],
          [date.first, date.last].map((day) => Number(day.replaceAll('-', ''))),
          `the days of ${date.edtf}`,
        );
    },
  ),
];

/** What a passage of these words supports. */
function evidenceOf(text: string): Evidence {
  const whole = { start: 0, end: text.length };
  const reading = readingOf(text);
  const words = readWords(text);
  return {
    passage: { sourceId: 'memo', parts: [whole], extent: whole, raw: [whole], lines: { from: 1, to: 1 } },
    readings: [text],
    reading,
    figures: reading.figures,
    dates: reading.dates.map((date) => ({ ...date, ...placeOfDate(text, date) })),
    issued: undefined,
    isWhole: false,
    sentences: [text],
    antecedents: [],
    stems: new Set(words.map(({ stem }) => stem)),
    limits: readLimits(text, words).map((limit) => ({ ...limit, line: 1 })),
    ranks: readRanks(text).map((rank) => ({ ...rank, line: 1 })),
    deeds: readDeeds(text, words),
    sequences: readSequences(text, words),
    record: [],
    voices: undefined,
    speakers: [],
    marked: '',
    plain: text,
  };
}
