import { expect, test } from 'vitest';
import { pagesOf } from '#corpus/pages-of.ts';

test.for<[list: string, pages: [number, number, number, string][]]>([
  ['', [[1, 1, 1, '']]],
  ['abc', [[1, 1, 1, 'abc']]],
  [
    'abcdefg',
    [
      [1, 3, 1, 'abc'],
      [2, 3, 4, 'def'],
      [3, 3, 7, 'g'],
    ],
  ],
])('the list %j in pages of three', ([list, pages]) => {
  expect(pagesOf([...list], 3)).toEqual(
    pages.map(([number, of, start, items]) => ({ number, of, start, items: [...items] })),
  );
});
