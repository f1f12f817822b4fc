import fc from 'fast-check';
import { expect, test } from 'vitest';
import { difference } from '#text/difference.ts';

test.for([
  ['a changed digit', '12 percent', '11 percent', '2', '1'],
  ['an added word', 'more grain', 'much more grain', '', 'uch m'],
  ['a lost end', 'grain in 2023', 'grain', ' in 2023', ''],
  ['nothing', 'grain', 'grain', '', ''],
  ['everything', 'oil', 'gas', 'oil', 'gas'],
] as const)('marks %s', ([, first, second, inFirst, inSecond]) => {
  const { start, endOfFirst, endOfSecond } = difference(first, second);
  expect([first.slice(start, endOfFirst), second.slice(start, endOfSecond)]).toEqual([inFirst, inSecond]);
});

test('replacing the stretch makes one text the other', () => {
  const word = fc.stringMatching(/^[ab]{0,12}$/);
  fc.assert(
    fc.property(word, word, (first, second) => {
      const { start, endOfFirst, endOfSecond } = difference(first, second);
      expect(first.slice(0, start) + second.slice(start, endOfSecond) + first.slice(endOfFirst)).toBe(second);
      if (first === second) expect([endOfFirst, endOfSecond]).toEqual([start, start]);
    }),
  );
});
