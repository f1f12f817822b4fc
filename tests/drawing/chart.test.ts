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

// The highest figure is a round one: the scale ends there, at 97.5% of the width.
const top = point(40, 40);

describe('a chart', () => {
  test.for<[name: string, drawn: PublishedPoint, shape: RegExp]>([
    ['a dot', point(20, 20), /<circle class="dot" cx="48\.75%" cy="\d+" r="6">/],
    ['a bar', point(10, 20), /<rect class="range" x="24\.38%" y="\d+" width="24\.38%" height="10">/],
    [
      'a bar that fades to the end',
      point(20, undefined),
      /<rect class="open" x="48\.75%" y="\d+" width="51\.25%" height="10" fill="url\(#chart-0-fade\)">/,
    ],
    [
      'a hatched band',
      half(20, 20),
      /<rect class="half" x="19\.5%" y="\d+" width="9\.75%" height="18" fill="url\(#chart-0-hatch\)">/,
    ],
    [
      'a hatched band around half of a range',
      half(10, 20),
      /<rect class="half" x="9\.75%" y="\d+" width="19\.5%" height="18"/,
    ],
  ])('has %s', ([, drawn, shape]) => {
    expect(draw([top, drawn]).html).toMatch(shape);
  });

  test('begins at nought, and ends behind the highest figure', () => {
    const { html } = draw([top]);
    expect(
      [...html.matchAll(/<text class="caption" x="([\d.]+%)"[^>]*>([^<]*)</g)].map(([, x, label]) => [x, label]),
    ).toEqual([
      ['0%', '0 ships'],
      ['24.38%', '10'],
      ['48.75%', '20'],
      ['73.13%', '30'],
      ['97.5%', '40'],
    ]);
    expect(draw([point(16_000, undefined)]).html).toContain('>20,000<');
  });

  test('has percent signs in the place of a unit', () => {
    expect(draw([top], 'percent').html).toMatch(/>0%<.*>40%</);
  });

  test('leads from each figure to its note, and says so', () => {
    const { html } = draw([top, point(20, 20, { label: 'about <20>', by: 'The "log"', when: 'May' })]);
    expect(html.match(/<a /g)).toHaveLength(2);
    const [, link = ''] = html.match(/<a class="point" href="\/storms\/#note-fn-a">.*?<\/a>/g) ?? [];
    expect(link.replace(/<[^>]*>/g, '')).toBe('about &#x3C;20> 3 The "log" May');
  });

  test('never joins two figures by a line', () => {
    const { html } = draw([top, point(10, 20), point(20, undefined), half(20, 20)]);
    expect(html).not.toMatch(/<poly|<path/);
    for (const [, x1, y1, x2, y2] of html.matchAll(/<line [^>]*x1="([^"]*)" y1="([^"]*)" x2="([^"]*)" y2="([^"]*)"/g)) {
      expect(x1 === x2 || y1 === y2).toBe(true);
    }
  });

  test('has a name, and says in words what it shows', () => {
    expect(draw([top]).html).toContain(
      '<title>Ships in May</title><desc>A figure on a scale of ships: 40 ships (The log, undated).</desc>',
    );
    expect(draw([top, top]).html).toContain('<desc>2 figures on');
    expect(draw([top, half(20, 20)]).html).not.toMatch(/style=|NaN|undefined/);
  });

  test('sets long words in several lines, and moves the marks down', () => {
    const lines = (more: Partial<PublishedPoint>) => {
      const { html } = draw([point(40, 40, more)]);
      return {
        texts: [...html.matchAll(/<text class="quiet"[^>]*>([^<]*)</g)].map(([, text]) => text?.trim()),
        cy: /cy="(\d+)"/.exec(html)?.[1],
      };
    };
    expect(lines({})).toEqual({ texts: ['The log', 'undated'], cy: '49' });
    expect(lines({ when: 'undated, after the storm of the spring of 2023' })).toEqual({
      texts: ['The log, undated, after the storm of the', 'spring of 2023'],
      cy: '67',
    });
    expect(lines({ by: 'The \n  log' }).texts).toEqual(['The log', 'undated']);
    const [long, longer] = [19, 20].map((length) => lines({ by: `${'x'.repeat(20)} ${'y'.repeat(length)}` }).texts);
    expect(long).toEqual([`${'x'.repeat(20)} ${'y'.repeat(19)}`, 'undated']);
    expect(longer).toEqual(['x'.repeat(20), 'y'.repeat(20), 'undated']);
    expect(lines({ by: 'x'.repeat(60) }).texts).toEqual(['x'.repeat(60), 'undated']);
  });

  test('tells the day beside the figure where there is room for both', () => {
    const isBeside = (label: string, when: string) =>
      draw([point(40, 40, { label, when })]).html.includes(`end">${when}<`);
    expect([isBeside('x'.repeat(20), 'y'.repeat(15)), isBeside('x'.repeat(20), 'y'.repeat(16))]).toEqual([true, false]);
    expect([isBeside('x'.repeat(31), 'y'.repeat(3)), isBeside('x'.repeat(31), 'y'.repeat(4))]).toEqual([true, false]);
  });

  test('has no key to a mark that is not in it', () => {
    expect(draw([half(8, 8)]).key).toEqual([expect.stringMatching(/^The hatched band/)]);
    expect(draw([point(8, undefined)]).key).toEqual([expect.stringMatching(/^A bar that fades/)]);
  });

  test('has a key to the kinds of marks that are in it', () => {
    expect(draw([top]).key).toEqual(['A dot is one figure.']);
    expect(draw([point(1, 2), point(1, undefined), half(1, 2)]).key).toEqual([
      'A bar is a range.',
      'A bar that fades has a lower limit only.',
      'The hatched band is about half of another figure; the text prints none for it.',
    ]);
  });
});
