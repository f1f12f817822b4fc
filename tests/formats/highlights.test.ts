import { expect, test } from 'vitest';
import { writeHighlights } from '#formats/highlights.ts';

test.for<[ids: string[], css: string]>([
  [[], ''],
  [
    ['c0-9', 'c4-12_20-30'],
    '.source-text:has(#c0-9:target) .c0-9,\n.source-text:has(#c4-12_20-30:target) .c4-12_20-30{background:var(--target);color:var(--on-target);forced-color-adjust:none}\n',
  ],
])('the passages %j are highlighted', ([ids, css]) => {
  expect(writeHighlights(ids.map((id) => ({ id, line: 1, statements: [] })))).toBe(css);
});
