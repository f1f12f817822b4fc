import { describe, expect, test } from 'vitest';
import { border, projection } from '#drawing/frame.ts';
import { locate } from '#drawing/gazetteer.ts';
import { FRAMES, PLACES } from './region.ts';

test.for([
  ['Malmö', { longitude: 13, latitude: 55.6, kind: 'town' }],
  ['Malmö'.normalize('NFD'), { longitude: 13, latitude: 55.6, kind: 'town' }],
  ['Ireland', { longitude: -8, latitude: 53.2, kind: 'area' }],
  ['ireland', undefined],
  ['toString', undefined],
])('%s is where the settings say', ([name, found]) => {
  expect(locate(name as string, PLACES)).toEqual(found);
});

describe.for(FRAMES.map((frame) => [frame.name, frame] as const))('the frame %s', ([, frame]) => {
  const { width, height } = frame;
  const project = projection(frame);
  const isInside = ([x, y]: readonly number[]) =>
    Number(x) > -0.1 && Number(y) > -0.1 && Number(x) < width + 0.1 && Number(y) < height + 0.1;

  test('contains what it promises, with north up', () => {
    const { west, east, south, north } = frame;
    const [middle, center] = [(west + east) / 2, (south + north) / 2];
    const [left, right] = [project([west, center]), project([east, center])];
    const [top, bottom] = [project([middle, north]), project([middle, south])];
    const corners = border(frame).map((place) => project(place));
    expect([left, right, top, bottom, ...corners].filter((point) => !isInside(point))).toEqual([]);
    expect(left[0]).toBeLessThan(right[0]);
    expect(top[1]).toBeLessThan(bottom[1]);
    expect(top[0]).toBeCloseTo(bottom[0]);
  });

  test('has labels that are in it', () => {
    for (const label of frame.labels) expect(isInside(project([label.longitude, label.latitude]))).toBe(true);
  });
});
