import fc from 'fast-check';
import { expect, test } from 'vitest';
import { separate } from '#drawing/separate.ts';

test.for<[name: string, ys: number[], moved: number[]]>([
  ['that are far enough apart stay', [0, 8], [0, 8]],
  ['that are too close move apart along the line between them', [5, 6], [1.5, 9.5]],
])('points %s', ([, ys, moved]) => {
  const points = ys.map((y) => ({ x: 5, y }));
  expect(separate(points, 8)).toEqual(moved.map((y) => ({ x: 5, y })));
});

test('points at the same position move west and east', () => {
  const points = [5, 5].map((x) => ({ x, y: 5 }));
  expect(separate(points, 8)).toEqual([1, 9].map((x) => ({ x, y: 5 })));
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
