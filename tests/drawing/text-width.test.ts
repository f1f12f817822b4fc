import { expect, test } from 'vitest';
import { textWidth } from '#drawing/text-width.ts';

// Measured in a browser with the site's serif at 100 px.
test.for([
  ['Acre', 220],
  ['United Arab Emirates', 1027],
  ['Washington', 569],
] as const)('the width of %s is estimated as a little more than it is', ([text, measured]) => {
  expect(100 * textWidth(text)).toBeGreaterThan(measured);
  expect(100 * textWidth(text)).toBeLessThan(1.25 * measured);
});

test('a letter has the same width in NFC and NFD, and an unknown letter the greatest', () => {
  expect(textWidth('S\u0327ə')).toBe(textWidth('\u015eə'));
  expect(textWidth('漢')).toBe(1.02);
});
