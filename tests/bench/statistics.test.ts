import { expect, test } from 'vitest';
import { growthExponent, median, medianRatio, ratioOfMeans } from './statistics.ts';

test.for([
  ['the middle one of an odd count', [9, 1, 3], 3],
  ['the mean of the two in the middle of an even count', [4, 1, 9, 2], 3],
  ['the only one', [7], 7],
] as const)('the median is %s', ([, numbers, expected]) => expect(median(numbers)).toBe(expected));

test('ratios are taken within each round before their median', () => {
  expect(medianRatio([10, 20, 90], [10, 10, 30])).toBe(2);
});

test('numbers in steps are compared by their means', () => {
  expect(ratioOfMeans([0.4, 0.5], [0, 0.1, 0.2])).toBeCloseTo(4.5);
});

test.for([1, 2, 0.5])('growth with the power of %d is found again', (power) => {
  const points = [20, 100, 1000].map((x) => [x, 3 * x ** power] as const);
  expect(growthExponent(points)).toBeCloseTo(power, 10);
});
