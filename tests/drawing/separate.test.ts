import fc from 'fast-check';
import { expect, test } from 'vitest';
import { separate } from '#drawing/separate.ts';

type Point = readonly [x: number, y: number];

test.for<[name: string, points: Point[], moved: Point[]]>([
  [
    'that are far enough apart stay',
    [
      [0, 0],
      [0, 8],
    ],
    [
      [0, 0],
      [0, 8],
    ],
  ],
  [
    'that are too close move apart along the line between them',
    [
      [5, 5],
      [5, 6],
    ],
    [
      [5, 1.5],
      [5, 9.5],
    ],
  ],
  [
    'at the same position move west and east',
    [
      [5, 5],
      [5, 5],
    ],
    [
      [1, 5],
      [9, 5],
    ],
  ],
])('points %s', ([, points, moved]) => {
  const separated = separate(
    points.map(([x, y]) => ({ x, y })),
    8,
  );
  expect(separated.map(({ x, y }) => [x, y])).toEqual(moved);
});

test('any few points end up far enough apart', () => {
  const point = fc.record({ x: fc.integer({ min: 0, max: 30 }), y: fc.integer({ min: 0, max: 30 }) });
  fc.assert(
    fc.property(fc.array(point, { maxLength: 5 }), (points) => {
      const moved = separate(points, 6);
      const distances = moved.flatMap((a, index) =>
        moved.slice(index + 1).map((b) => Math.hypot(b.x - a.x, b.y - a.y)),
      );
      expect(Math.min(6, ...distances)).toBeGreaterThan(5.9);
    }),
  );
});
