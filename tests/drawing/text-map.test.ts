import { expect, test } from 'vitest';
import { mapStretches, percentCited } from '#drawing/text-map.ts';

type Stretches = Parameters<typeof mapStretches>[0];

test.for<[name: string, stretches: Stretches, paths: Record<string, string>]>([
  ['is empty without letters', [], {}],
  ['shows one use', [{ start: 5, end: 25, use: 'apart' }], { apart: 'M0 0h1000v24h-1000z' }],
  [
    'shows each use where it is',
    [
      { start: 100, end: 1100, use: 'uncited' },
      { start: 1100, end: 1600, use: 'cited' },
      { start: 1600, end: 2000, use: 'uncited' },
      { start: 2000, end: 2100, use: 'apart' },
    ],
    {
      cited: 'M500 0h250v24h-250z',
      uncited: 'M0 0h500v24h-500zM750 0h200v24h-200z',
      apart: 'M950 0h50v24h-50z',
    },
  ],
  [
    'shows a passage that is shorter than a unit',
    [
      { start: 0, end: 100_010, use: 'uncited' },
      { start: 100_010, end: 100_020, use: 'cited' },
      { start: 100_020, end: 1_000_000, use: 'uncited' },
    ],
    { cited: 'M100 0h1v24h-1z', uncited: 'M0 0h100v24h-100zM101 0h899v24h-899z' },
  ],
])('the map of a text %s', ([, stretches, paths]) => {
  expect(Object.fromEntries(mapStretches(stretches).map(({ use, path }) => [use, path]))).toEqual(paths);
});

test('the cited share of a text is in whole percent, rounded down, also of a text with nothing to cite', () => {
  expect(percentCited({ cited: 199, citable: 200, stretches: [] })).toBe(99);
  expect(percentCited({ cited: 0, citable: 0, stretches: [] })).toBe(0);
});
