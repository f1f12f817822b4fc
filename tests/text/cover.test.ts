import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countWhile, coverOf, stretchesOf } from '#text/cover.ts';

const span = fc
  .tuple(fc.nat({ max: 20 }), fc.nat({ max: 6 }))
  .map(([start, length]) => ({ start, end: start + length }));

test('a place is covered where it is in one of the spans', () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 6 }), (spans) => {
      const covers = coverOf(spans);
      for (let at = 0; at < 28; at++) {
        expect(covers(at)).toBe(spans.some(({ start, end }) => start <= at && at < end));
      }
    }),
    { seed: 1 },
  );
});

test.for<[name: string, items: readonly number[], below: number, count: number]>([
  ['none of an empty list', [], 3, 0],
  ['none where the first one fails', [5, 6], 3, 0],
  ['those before the first one that fails', [1, 2, 5, 6], 3, 2],
  ['all where none fails', [1, 2], 3, 2],
])('counts %s', ([, items, below, count]) => {
  expect(countWhile(items, (item) => item < below)).toBe(count);
});

test('a stretch is free until a unit of it is taken', () => {
  const { isFree, take } = stretchesOf(10, [{ start: 0, end: 2 }]);
  expect([isFree(0, 1), isFree(1, 3), isFree(2, 5)]).toEqual([false, false, true]);
  take(4, 6);
  expect([isFree(2, 4), isFree(2, 5), isFree(5, 8), isFree(6, 10)]).toEqual([true, false, false, true]);
});
