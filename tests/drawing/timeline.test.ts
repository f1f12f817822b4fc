import fc from 'fast-check';
import type { Element, Nodes } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { drawTimelineAcross, drawTimelineDown, NARROWEST } from '#drawing/timeline.ts';
import { eventOf } from './event-of.ts';

const lanes = [
  { slug: 'trade', label: 'Trade' },
  { slug: 'ports', label: 'Ports and ferries' },
];
const title = 'Storms';
const draw = { across: drawTimelineAcross, down: drawTimelineDown } as const;
type Kind = keyof typeof draw;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const elementsIn = (node: Nodes): Element[] =>
  'children' in node ? node.children.flatMap((child) => (child.type === 'element' ? [child] : [])) : [];
const isA = (element: Element, name: string) => [element.properties['className']].flat().includes(name);

/** The boxes of all marks of a drawing of this width, in pixels. */
function boxesOf(svg: Element, width: number): Box[] {
  const length = (value: unknown) =>
    typeof value === 'string' && value.endsWith('%') ? (Number(value.slice(0, -1)) / 100) * width : Number(value ?? 0);
  const around = (xs: number[], ys: number[], half: number): Box => ({
    left: Math.min(...xs) - half,
    right: Math.max(...xs) + half,
    top: Math.min(...ys) - half,
    bottom: Math.max(...ys) + half,
  });
  const read = (element: Element, x: number, y: number): Box[] => {
    const { tagName, properties } = element;
    const at = (key: string, from: number) => from + length(properties[key]);
    if (tagName === 'circle') return [around([at('cx', x)], [at('cy', y)], Number(properties['r']))];
    if (tagName === 'line' && isA(element, 'bar')) {
      return [around([at('x1', x), at('x2', x)], [at('y1', y), at('y2', y)], Number(properties['strokeWidth']) / 2)];
    }
    const isNested = tagName === 'svg' && element !== svg;
    return elementsIn(element).flatMap((child) => read(child, isNested ? at('x', x) : x, isNested ? at('y', y) : y));
  };
  return read(svg, 0, 0);
}

const overlap = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const date = fc
  .tuple(
    fc.integer({ min: 1700, max: 2030 }),
    fc.constantFrom('', '-11', '-12-24', '-22', 'X', 'XX', '/2031'),
    fc.constantFrom('', '?'),
  )
  .map(([year, more, inferred]) => `${`${year}`.slice(0, 4 - (/^X+/.exec(more)?.[0].length ?? 0))}${more}${inferred}`);
const crowded = fc.constantFrom('2014', '2014-12', '2014-12-24', '2014-12-25?', '2014-22?', '1918', '');
const themes = fc.constantFrom(['trade'], ['ports'], ['trade', 'ports']);
const event = fc.tuple(fc.oneof(date, crowded), themes).map(([date, themes]) => eventOf(date, themes));

describe.each(Object.keys(draw) as Kind[])('a timeline %s', (kind) => {
  const html = (...events: Parameters<typeof eventOf>[]) =>
    toHtml(draw[kind]({ events: events.map((event) => eventOf(...event)), lanes, title }));

  test('has no overlapping marks and none outside, however narrow it is', () => {
    const widths = fc.integer({ min: 0, max: 500 }).map((more) => NARROWEST[kind] + more);
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60, size: 'max' }), widths, (events, width) => {
        const svg = draw[kind]({ events, lanes, title });
        const boxes = boxesOf(svg, width);
        const dated = events.filter(({ date }) => date).flatMap(({ themes }) => themes);
        expect(boxes).toHaveLength(dated.length);
        for (const [index, box] of boxes.entries()) {
          expect(boxes.slice(0, index).some((other) => overlap(box, other))).toBe(false);
          expect(box.left).toBeGreaterThan(-8);
          expect(box.right).toBeLessThan(width + 8);
          expect(box.top).toBeGreaterThan(-1);
          expect(box.bottom).toBeLessThan(Number(svg.properties['height']) + 1);
        }
      }),
    );
  });

  test('links to each event in the lane of each of its themes', () => {
    const drawing = html(['1991-12-25', ['trade', 'ports'], 'Grain & oats.'], ['2014?', ['ports']]);
    const link = /<a [^>]*href="\/storms\/#1991-12-25"><title>25 December 1991: Grain &#x26; oats\.<\/title>/g;
    expect(drawing.match(link)).toHaveLength(2);
    expect(drawing).toMatch(/<a class="mark inferred" href="\/storms\/#2014"><title>2014 \(inferred\): /);
    expect(drawing.split('data-theme="ports"')[1]?.match(/<a /g)).toHaveLength(2);
  });

  test('has dots for days, months and years, and bars for anything longer', () => {
    const shapes = (date: string) => /<a [^>]*><title>[^<]*<\/title>(<.*?)<\/a>/.exec(html([date], ['2020']))?.[1];
    for (const date of ['2014', '2014-12', '2014-12-24']) expect(shapes(date)).toMatch(/^<circle [^>]*><\/circle>$/);
    for (const date of ['199X', '1995/1997']) expect(shapes(date)).toMatch(/^<line class="bar" [^>]*><\/line>$/);
    for (const date of ['2014-22', '04XX', '1918/1920']) expect(shapes(date)).toMatch(/^<svg [^>]*><line class="bar" /);
    expect(shapes('199X?')).toMatch(/<line class="hole" /);
  });

  test('has a part that is not to scale only for early dates', () => {
    expect(html(['1730'], ['2000'])).toMatch(/class="early".*earlier, not to scale.*>1730<.*>1990<.*>1994</);
    expect(html(['1991'], ['2000'])).not.toMatch(/early|not to scale/);
    expect(html(['1730'])).not.toContain('class="year');
  });

  test('has a name and a description, and no invalid number', () => {
    const drawing = html(['1991'], ['']);
    expect(drawing).toMatch(/^<svg [^>]*><title>Storms<\/title><desc>[^<]*: 1\. [^<]*Trade, Ports and ferries\./);
    for (const some of [drawing, html(['1730']), html([''])]) expect(some).not.toMatch(/style=|NaN|undefined|Infinity/);
  });
});

describe('a wide timeline', () => {
  const boxes = (...dates: string[]) =>
    boxesOf(drawTimelineAcross({ events: dates.map((date) => eventOf(date)), lanes, title }), NARROWEST.across);

  test('stacks marks without room from below, the earliest first', () => {
    const [, second, third] = boxes('1990', '2014-03-02', '2014-03-01', '2023');
    expect(Number(second?.bottom) - Number(third?.bottom)).toBe(13);
  });

  test('has marks with room in one row', () => {
    const [first, second] = boxes('2014-01-01', '2014-02-10');
    expect(first?.bottom).toBe(second?.bottom);
  });

  test('has the shorter of two marks that begin on one day below the other, in any order', () => {
    for (const dates of [
      ['1995/1996', '1995/1998'],
      ['1995/1998', '1995/1996'],
    ]) {
      const [below, above] = boxes(...dates).toSorted((a, b) => b.bottom - a.bottom);
      expect(below?.right).toBeLessThan(above?.right ?? 0);
    }
  });
});

describe('a narrow timeline', () => {
  const drawDown = (events: ReturnType<typeof eventOf>[], more: typeof lanes = []) =>
    drawTimelineDown({ events, lanes: [...lanes, ...more], title });
  const startsOf = (svg: Element) =>
    elementsIn(svg)
      .filter((element) => isA(element, 'lane'))
      .map(({ properties }) => Number(String(properties['x']).replace('%', '')));
  const radiusOf = (svg: Element) => Number(/ r="([^"]*)"/.exec(toHtml(svg))?.[1]);
  const heightOf = (svg: Element) => Number(svg.properties['height']);
  const crowd = (count: number) => Array.from({ length: count }, () => eventOf('2014-12-24', ['trade']));
  const plain = drawDown([eventOf('2014')]);

  test('has lanes that are wide enough for their marks', () => {
    const svg = drawDown(crowd(9));
    expect(startsOf(svg)[1]).toBeGreaterThan(startsOf(plain)[1] ?? 0);
    expect([radiusOf(svg), heightOf(svg)]).toEqual([radiusOf(plain), heightOf(plain)]);
  });

  test('has longer years only if marks have no room, at most twice as long', () => {
    expect(heightOf(drawDown(crowd(17)))).toBe(heightOf(plain));
    expect(heightOf(drawDown(crowd(40)))).toBe(heightOf(plain) + 5 * 24);
  });

  test('has narrower names before marks become smaller', () => {
    const names = [
      { slug: 'grain', label: 'Agriculture' },
      { slug: 'law', label: 'Administration' },
    ];
    const [first = 0, second = 0, third = 0] = startsOf(drawDown(crowd(12), names));
    expect(second - first).toBeGreaterThan(50);
    expect(third - second).toBeLessThan(20);
    expect(radiusOf(drawDown(crowd(40)))).toBeLessThan(radiusOf(plain));
  });
});
