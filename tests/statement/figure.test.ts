import { expect, test } from 'vitest';
import { readDates } from '#statement/date.ts';
import { readFigures } from '#statement/figure.ts';

test.for([
  ['is read from a range that would run into a date', 'from five to 1990', ['five']],
  ['is not read from within a date', 'on 5 May 1990', []],
  ['is read between a year and a day', 'in 1990 ten, on 5 May 2014', ['ten']],
  ['is read before and after a date', 'ten in 1990, and 12', ['ten', '12']],
] as const)('a figure %s', ([, text, words]) => {
  expect(readFigures(text, readDates(text)).map((figure) => figure.words)).toEqual(words);
});
