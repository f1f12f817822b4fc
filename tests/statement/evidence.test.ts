import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evidenceOfSource } from '#statement/evidence.ts';
import { sourceOf } from '../source-of.ts';

const WORDS = [
  ...[
    'In',
    'early',
    'late',
    'mid-',
    'the',
    'May',
    'march',
    'December',
    '5',
    '16',
    '31',
    '1990',
    '1991',
    '1990s',
    '2014',
  ],
  ...['7 April 1992', 'April 7, 1992', '1990-05-16', 'winter of 1990', 'the nineties', 'the 18th century', '12,000'],
  ...[',', '. ', ' ', ' ', ' ', ' of ', ' and ', 'was opened', 'BakuTel-2014', '$1990', '1990%'],
];

/** What the dates of a whole text mean, each once, in some order. */
const meanings = (dates: readonly { readonly first: number | undefined; readonly last: number | undefined }[]) =>
  [...new Set(dates.map(({ first, last }) => `${first}-${last}`))].sort();

test('a whole source has the dates of a year that a search of all its dates gives', () => {
  const text = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 40 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(text, (raw) => {
      const evidence = evidenceOfSource(sourceOf('log', `A note. ${raw} and more.`));
      for (const date of evidence.dates) {
        const isSame = (other: typeof date) => other.first === date.first && other.last === date.last;
        expect(meanings(evidence.datesLike(date).filter(isSame))).toEqual(meanings(evidence.dates.filter(isSame)));
      }
    }),
    { numRuns: 400, seed: Number(process.env['FUZZ_SEED'] ?? 1) },
  );
});

test('no date of another year is among them', () => {
  const evidence = evidenceOfSource(sourceOf('log', 'On 7 April 1992, and again in May 1993. In the nineties.'));
  const [first, second, third] = evidence.dates;
  if (!first || !second || !third) throw new Error('Expected three dates');
  expect(evidence.datesLike(first).map(({ words }) => words)).toEqual(['7 April 1992']);
  expect(evidence.datesLike(second).map(({ words }) => words)).toEqual(['May 1993']);
  // It is written in words.
  expect(evidence.datesLike(third)).toHaveLength(3);
});

test('a date far into a source stands where a search of all its dates finds it', () => {
  const evidence = evidenceOfSource(sourceOf('log', `${'The wind fell. '.repeat(40)}It was told on 7 April 1992.`));
  const [date] = evidence.dates;
  if (!date) throw new Error('Expected a date');
  expect(evidence.datesLike(date)).toEqual(evidence.dates);
});

test.for<[name: string, csl: Readonly<Record<string, string>>, record: readonly string[]]>([
  ['its name alone, where nothing else is known', {}, ['The log']],
  [
    'what is known',
    {
      title: '{ known: inferred, value: Winds, note: Read. }',
      author: '{ known: inferred, value: [{ literal: A bureau }, { family: Lund, given: Mia }], note: Read. }',
    },
    ['The log', 'Winds', 'A bureau', 'Mia Lund'],
  ],
])('the record of a source says %s', ([, csl, record]) => {
  expect(evidenceOfSource(sourceOf('log', 'Winds of May.', '', csl)).record).toEqual(record);
});
