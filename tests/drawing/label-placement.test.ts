import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Name, placeLabels, type Sheet } from '#drawing/label-placement.ts';

const sheet: Sheet = { width: 300, height: 200, size: 10, ink: [] };
const town = (text: string, x: number, y: number): Name => ({ text, x, y, radius: 0.2 });
const place = (names: readonly Name[], more: Partial<Sheet> = {}) => placeLabels(names, { ...sheet, ...more });
/** Where a name is, seen from its point: right, left, below … */
const side = ({ anchor, dy }: { anchor: string; dy: number }) =>
  `${{ start: 'right', middle: 'middle', end: 'left' }[anchor]} ${dy < 0 ? 'above' : dy > 0.5 ? 'below' : 'beside'}`;

describe('a name', () => {
  test.for<[name: string, names: Name[], more: Partial<Sheet>, sides: string[]]>([
    ['with room around it stands right of its mark', [town('Port', 150, 100)], {}, ['right beside']],
    ['at the right edge stands left', [town('Port', 295, 100)], {}, ['left beside']],
    ['without a mark stands on its point', [{ text: 'Port', x: 150, y: 100 }], {}, ['middle beside']],
    [
      'between two marks stands above',
      [town('Bay', 150, 100), town('i', 165, 100), town('i', 130, 100)],
      {},
      ['middle above', 'right beside', 'right beside'],
    ],
    ['in the lower right corner stands left and above', [town('Port', 298, 198)], {}, ['left above']],
    ['in the upper left corner stands right and below', [town('Port', 2, 2)], {}, ['right below']],
    [
      'keeps off the lines',
      [town('Port', 150, 100)],
      { ink: Array.from({ length: 30 }, (_, index) => [153 + index, 100] as const) },
      ['left beside'],
    ],
  ])('%s', ([, names, more, sides]) => {
    const placed = place(names, more);
    expect(placed.map(side)).toEqual(sides);
    expect(placed.map(({ crowded }) => crowded)).toEqual(names.map(() => false));
  });

  test('that has no free position takes the least bad one and says so', () => {
    const [label] = place([town('A name far too long for this sheet of paper, and longer still', 5, 100)]);
    expect(label).toMatchObject({ anchor: 'start', crowded: true });
  });

  test('without a mark has no choice, so those with marks give way', () => {
    const land = { text: 'Land', x: 170, y: 100 };
    const port = town('Port', 150, 100);
    expect(place([land, port]).map(side)).toEqual(['middle beside', 'left beside']);
    expect(place([port, land]).map(side)).toEqual(['left beside', 'middle beside']);
  });

  test('with fewer free positions goes first', () => {
    const placed = place([town('Harbour', 240, 192), town('Port', 298, 198)]);
    expect(placed.map(side)).toEqual(['left beside', 'left above']);
    expect(placed.map(({ crowded }) => crowded)).toEqual([false, false]);
  });

  test.for<[name: string, ink: Sheet['ink'], side: string]>([
    ['right, beside a line through its mark', [[150, 100]], 'right beside'],
    [
      'left, beside a line through its mark',
      [
        [155, 100],
        [150, 100],
      ],
      'left beside',
    ],
    [
      'above a line through its mark',
      [
        [155, 100],
        [145, 100],
      ],
      'middle above',
    ],
    [
      'below a line through its mark',
      [
        [155, 100],
        [145, 100],
        [150, 97],
      ],
      'middle below',
    ],
  ])('crosses no line that only touches what it covers: %s', ([, ink, expected]) => {
    expect(place([town('Port', 150, 100)], { ink }).map(side)).toEqual([expected]);
  });

  test('at a corner stands below its point by the height of its letters', () => {
    const [left, right] = [2, 298].map((x) => place([town('Port', x, 2)])[0]);
    expect(left).toMatchObject({ anchor: 'start', dx: 0.25, dy: expect.closeTo(0.93) });
    expect(right).toMatchObject({ anchor: 'end', dx: -0.25, dy: expect.closeTo(0.93) });
  });

  test('with room between its letters is wider by that', () => {
    const width = (tracking: number) =>
      place([{ text: 'Land', x: 150, y: 100, tracking }]).map(({ box }) => box.right - box.left);
    expect(Number(width(1)) - Number(width(0))).toBeCloseTo(40);
  });

  test.for<[name: string, width: number, height: number, x: number, y: number, side: string]>([
    ['beside a low point', 30, 12, 14, 6, 'right beside'],
    ['above a lower one', 36, 14, 18, 8.3, 'middle above'],
  ])('that is cut off anyway loses as little as can be: %s', ([, width, height, x, y, expected]) => {
    expect(place([town('Port', x, y)], { width, height }).map(side)).toEqual([expected]);
  });
});

const overlap = (a: { left: number; right: number; top: number; bottom: number }, b: typeof a) =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0 &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0;

test('names that are not said to be crowded touch no mark, no name and no edge, in whatever order they are placed', () => {
  const name = fc
    .record({
      x: fc.integer({ min: 0, max: 300 }),
      y: fc.integer({ min: 0, max: 200 }),
      text: fc.stringMatching(/^[A-Z][a-z]{1,9}$/),
    })
    .map(({ text, x, y }) => town(text, x, y));
  fc.assert(
    fc.property(fc.array(name, { maxLength: 12 }), (names) => {
      const placed = place(names);
      expect(placed.map((label) => label.name)).toEqual(names);
      const free = placed.filter(({ crowded }) => !crowded);
      for (const { box, name } of free) {
        const marks = names
          .filter((other) => other !== name)
          .map(({ x, y }) => ({ left: x - 2, right: x + 2, top: y - 2, bottom: y + 2 }));
        expect(marks.filter((mark) => overlap(box, mark))).toEqual([]);
        expect(box.left >= 0 && box.top >= 0 && box.right <= 300 && box.bottom <= 200).toBe(true);
      }
      const pairs = free.flatMap((a, index) => free.slice(index + 1).map((b) => [a.box, b.box] as const));
      expect(pairs.filter(([a, b]) => overlap(a, b))).toEqual([]);
    }),
  );
});
