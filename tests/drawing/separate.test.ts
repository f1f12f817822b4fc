import fc from 'fast-check';
import { expect, test } from 'vitest';
import { separate } from '#drawing/separate.ts';

const distanceOf = (a: { x: number; y: number }, b: { x: number; y: number }) => Math.hypot(b.x - a.x, b.y - a.y);

test('points that are far enough from each other stay', () => {
  const points = [
    { id: 'a', x: 0, y: 0 },
    { id: 'b', x: 0, y: 8 },
  ];
  expect(separate(points, 8)).toEqual(points);
});

test('two points part along the line that joins them, each by half', () => {
  const [upper, lower] = separate(
    [
      { x: 5, y: 5 },
      { x: 5, y: 6 },
    ],
    8,
  );
  expect(upper).toEqual({ x: 5, y: 1.5 });
  expect(lower).toEqual({ x: 5, y: 9.5 });
});

test('two points on one spot part from west to east', () => {
  const [left, right] = separate(
    [
      { x: 5, y: 5 },
      { x: 5, y: 5 },
    ],
    8,
  );
  expect([left, right]).toEqual([
    { x: 1, y: 5 },
    { x: 9, y: 5 },
  ]);
});

test('the points of a row of any kind come apart, and always in the same way', () => {
  const point = fc.record({ x: fc.integer({ min: 0, max: 30 }), y: fc.integer({ min: 0, max: 30 }) });
  fc.assert(
    fc.property(fc.array(point, { maxLength: 5 }), (points) => {
      const moved = separate(points, 6);
      expect(separate(points, 6)).toEqual(moved);
      const distances = moved.flatMap((a, index) => moved.slice(index + 1).map((b) => distanceOf(a, b)));
      expect(Math.min(6, ...distances)).toBeGreaterThan(5.9);
    }),
  );
});
