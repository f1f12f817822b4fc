import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { CARD, drawCard } from '#drawing/card.ts';
import { drawIcon } from '#drawing/icon.ts';
import { textWidth } from '#drawing/text-width.ts';

const linesOf = (title: string) => {
  const markup = toHtml(drawCard({ title, label: 'Trade', proof: '3 statements', accent: '#123456' }), {
    space: 'svg',
  });
  const texts = [...markup.matchAll(/<text x="(\d+)" y="([\d.]+)" font-size="(\d+)"[^>]*>(.*?)<\/text>/g)];
  return texts.slice(1, -2).map(([, , y, size, words]) => ({ y: Number(y), size: Number(size), words: words ?? '' }));
};

describe('the picture of a page', () => {
  test.for(['Embassies', 'The State Committee on Work with Diaspora: visits both ways', 'word '.repeat(40).trim()])(
    'has its title, “%s”, above the waterline and within its margins',
    (title) => {
      const lines = linesOf(title);
      expect(lines.map(({ words }) => words).join(' ')).toBe(title);
      for (const { words, size } of lines) expect(textWidth(words) * size).toBeLessThanOrEqual(CARD.width - 160);
      if (lines.length <= 3) expect(lines.at(-1)?.y).toBeLessThan(452);
    },
  );

  test('sets a title of three lines as large as can be, and a longer one as small as can be', () => {
    expect(linesOf('The storm of 2023, its ships and its ports, in May').map(({ size }) => size)).toEqual([84, 84, 84]);
    expect(new Set(linesOf('word '.repeat(60).trim()).map(({ size }) => size))).toEqual(new Set([50]));
  });

  test('sets a long title smaller', () => {
    expect(linesOf('Embassies')[0]?.size).toBeGreaterThan(
      linesOf('The State Committee on Work with Diaspora: visits both ways')[0]?.size ?? 1000,
    );
  });

  test('keeps a word that is too long whole', () => {
    expect(linesOf('x'.repeat(120))).toHaveLength(1);
  });
});

test('the mark fills its corners where a system rounds them', () => {
  expect(toHtml(drawIcon('round'), { space: 'svg' })).toContain('rx="4"');
  expect(toHtml(drawIcon('square'), { space: 'svg' })).toContain('rx="0"');
});
