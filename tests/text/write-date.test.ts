import { expect, test } from 'vitest';
import { writeDate } from '#text/write-date.ts';

test.for([
  ['2014', '2014'],
  ['2014-12', 'December 2014'],
  ['2014-12-04', '4 December 2014'],
  ['2023-01/..', 'January 2023 or later'],
  ['2023/..', '2023 or later'],
] as const)('%s is %s', ([edtf, words]) => {
  expect(writeDate(edtf)).toBe(words);
});
