import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { drawChart } from '#drawing/chart.ts';
import type { PublishedPoint } from '#publication/publish-elements.ts';

const point = (from: number, to: number | undefined, more: Partial<PublishedPoint> = {}): PublishedPoint => ({
  offset: 0,
  text: 'Ships left.',
  notes: [{ number: 3, href: '/storms/#note-fn-a' }],
  figure: { kind: 'printed', from, to },
  label: `${from} ships`,
  by: 'The log',
  when: 'undated',
  ...more,
});
const half = (from: number, to: number) =>
  point(from, to, { figure: { kind: 'half-of', from, to }, label: 'half of it' });
const draw = (points: readonly PublishedPoint[], unit = 'ships') => {
  const { svg, key } = drawChart({ offset: 0, title: 'Ships in May', unit, points }, 'chart-0');
  return { html: toHtml(svg), key };
};
/** A round figure: the scale ends there, at 97.5% of the width. */
const top = point(40, 40);

describe('a chart', () => {
  test.for<[name: string, drawn: PublishedPoint, shape: RegExp, key: RegExp]>([
    ['a dot', point(20, 20), /<circle class="dot" cx="48\.75%" cy="\d+" r="6">/, /^A dot/],
    ['a bar', point(10, 20), /<rect class="range" x="24\.38%" y="\d+" width="24\.38%" height="10">/, /^A bar is/],
    [
      'a bar that fades to the end',
      point(20, undefined),
      /<rect class="open" x="48\.75%" y="\d+" width="51\.25%" height="10" fill="url\(#chart-0-fade\)">/,
      /^A bar that fades/,
    ],
    [
      'a hatched band',
      half(20, 20),
      /<rect class="half" x="19\.5%" y="\d+" width="9\.75%" height="18" fill="url\(#chart-0-hatch\)">/,
      /^The hatched band/,
    ],
    [
      'a hatched band around half of a range',
      half(10, 20),
      /<rect class="half" x="9\.75%" y="\d+" width="19\.5%"/,
      /^/,
    ],
  ])('has %s, and a key to it', ([, drawn, shape, key]) => {
    expect(draw([top, drawn]).html).toMatch(shape);
    expect(draw([drawn]).key).toEqual([expect.stringMatching(key)]);
  });

  test('begins at zero and ends after the highest figure', () => {
    const { html } = draw([top]);
    const captions = html.matchAll(/<text class="caption" x="([\d.]+%)"[^>]*>([^<]*)</g);
    expect([...captions].map(([, x, label]) => [x, label])).toEqual([
      ['0%', '0 ships'],
      ['24.38%', '10'],
      ['48.75%', '20'],
      ['73.13%', '30'],
      ['97.5%', '40'],
    ]);
    expect(draw([point(16_000, undefined)]).html).toContain('>20,000<');
    expect(draw([top], 'percent').html).toMatch(/>0%<.*>40%</);
  });

  test('links each figure to its note, with the words as the name of the link', () => {
    const { html } = draw([top, point(20, 20, { label: 'about <20>', by: 'The "log"', when: 'May' })]);
    expect(html.match(/<a /g)).toHaveLength(2);
    const [, link = ''] = html.match(/<a class="point" href="\/storms\/#note-fn-a">.*?<\/a>/g) ?? [];
    expect(link.replace(/<[^>]*>/g, '')).toBe('about &#x3C;20> 3 The "log" May');
  });

  test('never joins two figures by a line', () => {
    const { html } = draw([top, point(10, 20), point(20, undefined), half(20, 20)]);
    expect(html).not.toMatch(/<poly|<path/);
    const lines = [...html.matchAll(/<line [^>]*x1="([^"]*)" y1="([^"]*)" x2="([^"]*)" y2="([^"]*)"/g)];
    expect(lines.filter(([, x1, y1, x2, y2]) => x1 !== x2 && y1 !== y2)).toEqual([]);
  });

  test('has a name and a description', () => {
    expect(draw([top]).html).toContain(
      '<title>Ships in May</title><desc>A figure on a scale of ships: 40 ships (The log, undated).</desc>',
    );
    expect(draw([top, top]).html).toContain('<desc>2 figures on');
  });

  test('wraps long words and moves the marks down', () => {
    const lines = (more: Partial<PublishedPoint>) => {
      const { html } = draw([point(40, 40, more)]);
      const texts = [...html.matchAll(/<text class="quiet"[^>]*>([^<]*)</g)].map(([, text]) => text?.trim());
      return { texts, cy: /cy="(\d+)"/.exec(html)?.[1] };
    };
    expect(lines({})).toEqual({ texts: ['The log', 'undated'], cy: '49' });
    expect(lines({ when: 'undated, after the storm of the spring of 2023' })).toEqual({
      texts: ['The log, undated, after the storm of the', 'spring of 2023'],
      cy: '67',
    });
    expect(lines({ by: 'x'.repeat(60) }).texts).toEqual(['x'.repeat(60), 'undated']);
  });

  test('has the date next to the figure if there is room for both', () => {
    const isBeside = (label: string, when: string) =>
      draw([point(40, 40, { label, when })]).html.includes(`end">${when}<`);
    expect([isBeside('x'.repeat(20), 'y'.repeat(15)), isBeside('x'.repeat(20), 'y'.repeat(16))]).toEqual([true, false]);
  });
});
