import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { DETAILS, OVERVIEW } from '#drawing/frame.ts';
import { LABEL_SIZE } from '#drawing/map.ts';

const styles = readFileSync(new URL('../../src/components/PlacesMap.astro', import.meta.url), 'utf8');
const frames = [OVERVIEW, ...DETAILS];
const lettersAt = (pixels: number, width: number) => Math.max(8, Math.min(23 - (10 * pixels) / width, LABEL_SIZE));

test('the style sheet sets letters as the names were placed for: never larger', () => {
  expect(styles).toContain(`font-size: clamp(8px, 23px - 1000cqi / var(--units), ${LABEL_SIZE}px)`);
  for (const { name, width } of frames) expect(styles).toMatch(new RegExp(`\\.${name} \\{\\s+--units: ${width};`));
});

test('letters have at least 11 px on a page of 320 px, and no more than 16 anywhere', () => {
  for (const { width } of frames) expect((lettersAt(288, width) * 288) / width).toBeGreaterThan(11);
  // The widest that a sheet gets: the overview before three stand in a row, a detail before two do.
  for (const [width, widest] of [
    [OVERVIEW.width, 768],
    ...DETAILS.map((detail) => [detail.width, 480] as const),
  ] as const)
    expect((lettersAt(widest, width) * widest) / width).toBeLessThan(16);
});

test('sheets beside each other have one height, since their columns are as wide as they are', () => {
  expect(new Set(frames.map(({ height }) => height)).size).toBe(1);
  expect(styles).toContain(`grid-template-columns: ${frames.map(({ width }) => `${width}fr`).join(' ')};`);
  expect(styles).toContain(`grid-template-columns: ${DETAILS.map(({ width }) => `${width}fr`).join(' ')};`);
});
