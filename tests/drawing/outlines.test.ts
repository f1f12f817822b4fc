import { describe, expect, test } from 'vitest';
import { DETAILS, type Frame, OVERVIEW, projection } from '#drawing/frame.ts';
import { dots, drawOutlines, path } from '#drawing/outlines.ts';

const frames = [OVERVIEW, ...DETAILS].map((frame) => [frame.name, frame] as const);

/** Follow a path as a browser would: all its points, in units. */
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

describe('a path', () => {
  test('is written in short steps that a browser reads as the same points', () => {
    const line = [
      [10.04, -0.5],
      [20.54, -0.46],
      [10.5, 100.96],
    ] as const;
    expect(path(line)).toBe('M10-.5l10.5 0-10 101.5');
    expect(pointsOf(path(line))).toEqual([
      [10, -0.5],
      [20.5, -0.5],
      [10.5, 101],
    ]);
  });

  test('is dotted in even steps, without its end', () => {
    const line = [
      [0, 0],
      [0, 4],
      [3, 4],
    ] as const;
    expect(dots(line)).toEqual([
      [0, 0],
      [0, 2],
      [0, 4],
      [1.5, 4],
    ]);
  });
});

describe.for(frames)('the outlines of the %s', ([, frame]) => {
  const outlines = drawOutlines(frame);

  test('have no more than steps with one decimal', () => {
    for (const d of [outlines.land, outlines.borders]) {
      expect(d).toMatch(/^(?:M-?[\d.]+[ -][\d.]+l[\d. -]+z?)+$/);
      expect(d.match(/\d*\.\d*/g)?.filter((number) => !/^\d*\.\d$/.test(number))).toEqual([]);
    }
  });

  test('stay on the sheet, but for what hides the stroke of a cut', () => {
    const points = [outlines.land, outlines.borders].flatMap(pointsOf);
    expect(points.length).toBeGreaterThan(100);
    expect(
      points.filter(([x, y]) => !(x >= -3.1 && y >= -3.1 && x <= frame.width + 3.1 && y <= frame.height + 3.1)),
    ).toEqual([]);
  });

  test('reach over the edges where there is land: in the west, the north and the south', () => {
    const points = pointsOf(outlines.land);
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    expect(Math.min(...xs)).toBeLessThan(0);
    expect(Math.min(...ys)).toBeLessThan(0);
    expect(Math.max(...ys)).toBeGreaterThan(frame.height);
  });

  test('are the same each time', () => {
    expect(drawOutlines(frame)).toEqual(outlines);
  });
});

test('land is where land is, and sea where sea is', () => {
  /** Does a point lie within the rings, by the even-odd rule that holds for rings that do not cross? */
  const isLand = (frame: Frame, longitude: number, latitude: number) => {
    const [x, y] = projection(frame)([longitude, latitude]);
    const rings = drawOutlines(frame)
      .land.split('z')
      .map((ring) => pointsOf(ring));
    const crossings = rings.flatMap((ring) =>
      ring.filter(([toX, toY], index) => {
        const [fromX, fromY] = ring.at(index - 1) ?? [toX, toY];
        return fromY > y !== toY > y && x < fromX + ((toX - fromX) * (y - fromY)) / (toY - fromY);
      }),
    );
    return crossings.length % 2 === 1;
  };
  const [caucasus = OVERVIEW, israel = OVERVIEW] = DETAILS;

  expect(isLand(OVERVIEW, 28, 53.5)).toBe(true);
  expect(isLand(OVERVIEW, 35, 43.5)).toBe(false);
  expect(isLand(OVERVIEW, 51, 41)).toBe(false);
  expect(isLand(caucasus, 48.3, 40.4)).toBe(true);
  expect(isLand(caucasus, 50.5, 41.5)).toBe(false);
  expect(isLand(israel, 36, 31)).toBe(true);
  expect(isLand(israel, 33.5, 32.5)).toBe(false);
});

test('what does not show is left out: all outlines together are a few kilobytes', () => {
  const letters = frames
    .map(([, frame]) => drawOutlines(frame))
    .map(({ land, borders }) => land.length + borders.length);
  expect(letters.reduce((sum, count) => sum + count, 0)).toBeLessThan(40_000);
});
