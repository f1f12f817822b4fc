import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { HUE_NAMES, HUES, hueOf } from '#document/hues.ts';

const tokens = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8');

/** A color of the style sheet, on light and on dark pages. */
function tokenOf(name: string): readonly [light: string, dark: string] {
  const [, light = '', dark = ''] = new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(tokens) ?? [];
  return [light, dark];
}

/** Relative luminance (WCAG 2.2). */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

test.for(HUE_NAMES)('%s can be read on every ground, light and dark', (name) => {
  for (const ground of ['paper', 'water', 'raised']) {
    const [light, dark] = tokenOf(ground);
    expect(contrast(HUES[name].light, light), `${ground}, light`).toBeGreaterThanOrEqual(4.5);
    expect(contrast(HUES[name].dark, dark), `${ground}, dark`).toBeGreaterThanOrEqual(4.5);
  }
});

test('themes take turns unless they have a color of their own', () => {
  expect([0, 1, 7, 8, 9].map((place) => hueOf(undefined, place))).toEqual(
    [0, 1, 7, 0, 1].map((at) => Object.values(HUES)[at]),
  );
  expect(hueOf('teal', 0)).toBe(HUES.teal);
});
