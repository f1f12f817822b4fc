import { describe, expect, test } from 'vitest';
import { type Frame, projection } from '#drawing/frame.ts';
import { dots, drawOutlines, path } from '#drawing/outlines.ts';
import { FRAMES } from './region.ts';

const frames = FRAMES.map((frame) => ({ frame, ...drawOutlines(frame) }));

/** All points of a path as a browser reads it, in units. */
function pointsOf(d: string): [number, number][] {
  const lines = d.split('M').slice(1);
  return lines.flatMap((line) => {
    let [x, y] = [0, 0];
    const numbers = (line.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    return Array.from({ length: numbers.length / 2 }, (_, index): [number, number] => {
      [x, y] = [x + (numbers[2 * index] ?? Number.NaN), y + (numbers[2 * index + 1] ?? Number.NaN)];
      return [x, y];
    });
  });
}

test('a path is written in short steps without accumulating errors', () => {
  const line = [10.04, 20.54, 30.96, 41.44].map((x): [number, number] => [x, -0.5]);
  expect(path(line)).toBe('M10-.5l10.5 0 10.5 0 10.4 0');
  expect(pointsOf(path(line)).at(-1)?.[0]).toBeCloseTo(41.4);
});

test('the points along a line are evenly spaced, without its end', () => {
  const line = [0, 4, 7].map((x): [number, number] => [x, 0]);
  expect(dots(line).map(([x]) => x)).toEqual([0, 2, 4, 5.5]);
});

describe('the outlines of all maps', () => {
  test('stay inside the frame, except for what hides the stroke of a clipped edge', () => {
    for (const { frame, land, borders } of frames) {
      const points = [land, borders].flatMap(pointsOf);
      const isInside = ([x, y]: [number, number]) =>
        x >= -3.1 && y >= -3.1 && x <= frame.width + 3.1 && y <= frame.height + 3.1;
      expect(points.length).toBeGreaterThan(100);
      expect(points.filter((point) => !isInside(point))).toEqual([]);
    }
  });

  test('are a few kilobytes, with at most one decimal', () => {
    const paths = frames.map(({ land, borders }) => land + borders).join('');
    expect(paths).toMatch(/^(?:M-?[\d.]+[ -][\d.]+l[\d. -]+z?)+$/);
    expect(paths).not.toMatch(/\.\d\d/);
    expect(paths.length).toBeLessThan(40_000);
  });
});

test.for<[frame: Frame['name'], longitude: number, latitude: number, isLand: boolean]>([
  ['map-1', 25, 62.5, true],
  ['map-1', 3, 56, false],
  ['map-1', 20, 58, false],
  ['map-2', 9.2, 56.2, true],
  ['map-2', 11.5, 56.7, false],
  ['map-3', -18.5, 64.9, true],
  ['map-3', -23.5, 64.5, false],
])('on the map %s, %d° E %d° N is land: %s', ([name, longitude, latitude, isLand]) => {
  const { frame, land } = frames.find(({ frame }) => frame.name === name) as (typeof frames)[number];
  const [x, y] = projection(frame)([longitude, latitude]);
  // The even-odd rule, which is valid for rings that do not cross.
  const crossings = land.split('z').flatMap((path) => {
    const ring = pointsOf(path);
    return ring.filter(([toX, toY], index) => {
      const [fromX, fromY] = ring.at(index - 1) ?? [toX, toY];
      return fromY > y !== toY > y && x < fromX + ((toX - fromX) * (y - fromY)) / (toY - fromY);
    });
  });
  expect(crossings.length % 2 === 1).toBe(isLand);
});
