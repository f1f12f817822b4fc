import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import { CARD, drawCard } from '#drawing/card.ts';
import { textWidth } from '#drawing/text-width.ts';

const linesOf = (title: string) => {
  const card = drawCard({ title, site: 'Storms', label: 'Trade', proof: '3 statements', accent: '#123456' });
  const texts = toHtml(card).matchAll(/<text x="(\d+)" y="([\d.]+)" font-size="(\d+)"[^>]*>(.*?)<\/text>/g);
  return [...texts].slice(1, -2).map(([, , y, size, words = '']) => ({ y: Number(y), size: Number(size), words }));
};

test.for<[title: string, sizes: number[]]>([
  ['Embassies', [84]],
  ['The storm of 2023, its ships and its ports, in May', [84, 84, 84]],
  ['The State Committee on Work with Diaspora: visits both ways', [72, 72, 72]],
  ['word '.repeat(40).trim(), Array(7).fill(50)],
])(
  'the title “%s” is as large as fits on three lines, above the waterline and within the margins',
  ([title, sizes]) => {
    const lines = linesOf(title);
    expect(lines.map(({ size }) => size)).toEqual(sizes);
    expect(lines.map(({ words }) => words).join(' ')).toBe(title);
    for (const { words, size } of lines) expect(textWidth(words) * size).toBeLessThanOrEqual(CARD.width - 160);
    if (lines.length <= 3) expect(lines.at(-1)?.y).toBeLessThan(452);
  },
);

test('a word that is too long is not broken', () => {
  expect(linesOf('x'.repeat(120))).toHaveLength(1);
});
