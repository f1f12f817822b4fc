import { expect, test } from 'vitest';
import { writeHighlights } from '#formats/highlights.ts';

test.for<[ids: string[], css: string]>([
  [[], ''],
  [
    ['c0-9', 'c4-12_20-30'],
    '.section:has(#c0-9:target) .c0-9,\n.section:has(#c4-12_20-30:target) ' +
      '.c4-12_20-30{background:var(--target);color:var(--on-target);forced-color-adjust:none}\n',
  ],
])('the passages %j are lit up in their sections', ([ids, css]) => {
  expect(writeHighlights(ids.map((id) => ({ id, line: 1, statements: [] })))).toBe(css);
});
