import fc from 'fast-check';
import type { Element, Nodes } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { drawTimeline, NARROWEST } from '#drawing/timeline.ts';
import { eventOf } from './event-of.ts';

const lanes = [
  { slug: 'trade', label: 'Trade' },
  { slug: 'ports', label: 'Ports and ferries' },
];

const elementsIn = (node: Nodes): Element[] =>
  'children' in node ? node.children.flatMap((child) => (child.type === 'element' ? [child] : [])) : [];
const isA = (element: Element, name: string) => [element.properties['className']].flat().includes(name);

/** The lanes of a drawing; the axis comes last. */
const lanesOf = (drawing: Element) => elementsIn(drawing).filter((svg) => isA(svg, 'lane'));

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

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

describe('a timeline', () => {
  const html = (...events: Readonly<Parameters<typeof eventOf>>[]) =>
    toHtml(drawTimeline({ events: events.map((event) => eventOf(...event)), lanes }));

  test('has no overlapping marks and none outside, however narrow it is', () => {
    const widths = fc.integer({ min: 0, max: 500 }).map((more) => NARROWEST + more);
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60, size: 'max' }), widths, (events, width) => {
        const drawn = lanesOf(drawTimeline({ events, lanes })).map((svg) => ({ svg, boxes: boxesOf(svg, width) }));
        const dated = events.filter(({ date }) => date).flatMap(({ themes }) => themes);
        expect(drawn.flatMap(({ boxes }) => boxes)).toHaveLength(dated.length);
        for (const { svg, boxes } of drawn) {
          for (const [index, box] of boxes.entries()) {
            expect(boxes.slice(0, index).some((other) => overlap(box, other))).toBe(false);
            expect(box.left).toBeGreaterThan(-8);
            expect(box.right).toBeLessThan(width + 8);
            expect(box.top).toBeGreaterThan(-1);
            expect(box.bottom).toBeLessThan(Number(svg.properties['height']) + 1);
          }
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

  test('draws a time without an end as dots that go on to the end of the scale', () => {
    const [, bar = '', start = ''] =
      /<a [^>]*><title>since 1992: [^<]*<\/title>(<line .*?<\/line>)(<circle .*?)<\/a>/.exec(
        html(['1992/..'], ['2020']),
      ) ?? [];
    expect(bar).toMatch(/class="bar open" .*x2="100%"/);
    expect(start).toContain('<circle');
  });

  test.for<[name: string, events: [date: string, label?: string, themes?: string[]][], drawn: string[]]>([
    ['only of events that have one', [['1991', 'Ships come'], ['2014']], ['start Ships come']],
    ['inside the drawing', [['1991'], ['2014', 'The port is closed']], ['end The port is closed']],
    ['that just fits in the middle', [['1991'], ['2007', 'x'.repeat(50)], ['2023']], [`middle ${'x'.repeat(50)}`]],
    ['of an event of two themes once', [['1991', 'Ships come', ['ports', 'trade']], ['2014']], ['start Ships come']],
    [
      'where it has room next to the others',
      [['1991'], ['2004', 'A ship comes'], ['2007', 'Another ship comes'], ['2022', 'A third ship comes'], ['2023']],
      ['start A ship comes', 'end A third ship comes'],
    ],
    ['but not through the mark of another', [['2014', 'Hidden'], ['2014'], ['1991']], []],
    ['of the highest of several marks', [['2014'], ['2014', 'Seen'], ['1991']], ['end Seen']],
    ['that is longer than the drawing not at all', [['1991', 'x'.repeat(100)], ['2014']], []],
  ])('has the label %s', ([, events, drawn]) => {
    const drawing = html(...events.map(([date, label, themes]) => [date, themes, 'It came.', label] as const));
    const labels = [...drawing.matchAll(/class="anchor"[^>]*text-anchor="(\w+)"[^>]*>([^<]*)/g)];
    expect(labels.map(([, anchor, words]) => `${anchor} ${words}`)).toEqual(drawn);
  });

  test('has a part that is not to scale only for early dates', () => {
    expect(html(['1730'], ['2000'])).toMatch(/class="early".*>1730<.*>1990<.*>1994<.*earlier, not to scale/);
    expect(html(['1991'], ['2000'])).not.toMatch(/early|not to scale/);
    expect(html(['1730'])).not.toContain('class="year');
  });

  test('has a name for each lane, and no invalid number', () => {
    expect(html(['1991'], [''])).toContain('<title>Trade: 1 event</title>');
    for (const some of [html(['1991'], ['']), html(['1730']), html([''])])
      expect(some).not.toMatch(/style=|NaN|undefined|Infinity/);
  });
});

describe('the marks of a lane', () => {
  const boxes = (...dates: string[]) => {
    const [first] = lanesOf(drawTimeline({ events: dates.map((date) => eventOf(date)), lanes }));
    return first ? boxesOf(first, NARROWEST) : [];
  };

  test('without room are stacked from below, the earliest first', () => {
    const [, second, third] = boxes('1990', '2014-03-02', '2014-03-01', '2023');
    expect(Number(second?.bottom) - Number(third?.bottom)).toBeCloseTo(13);
  });

  test('with room are in one row', () => {
    const [first, second] = boxes('2014-01-01', '2014-02-10');
    expect(first?.bottom).toBe(second?.bottom);
  });

  test('that begin on one day have the shorter one below, in any order', () => {
    for (const dates of [
      ['1995/1996', '1995/1998'],
      ['1995/1998', '1995/1996'],
    ]) {
      const [below, above] = boxes(...dates).toSorted((a, b) => b.bottom - a.bottom);
      expect(below?.right).toBeLessThan(above?.right ?? 0);
    }
  });
});
