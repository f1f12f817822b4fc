import { describe, expect, test } from 'vitest';
import { textWidth } from '#drawing/text-width.ts';

describe('the width of a text', () => {
  // Measured in a browser with the site's own serif at 100 px.
  test.for([
    ['Acre', 220],
    ['Nagorno-Karabakh', 904],
    ['Qırmızı Qəsəbə', 731],
    ['Tel Aviv', 377],
    ['United Arab Emirates', 1027],
    ['Washington', 569],
  ] as const)('of %s is estimated with some air, and not too much', ([text, measured]) => {
    expect(100 * textWidth(text)).toBeGreaterThan(measured);
    expect(100 * textWidth(text)).toBeLessThan(1.25 * measured);
  });

  test('is the same for a letter in one piece or two, and the widest for a letter that is not expected', () => {
    expect(textWidth('S\u0327ə')).toBe(textWidth('\u015eə'));
    expect(textWidth('漢')).toBe(1.02);
    expect(textWidth('')).toBe(0);
  });
});
