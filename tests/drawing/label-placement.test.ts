import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Name, placeLabels, type Sheet } from '#drawing/label-placement.ts';

const sheet: Sheet = { width: 300, height: 200, size: 10, ink: [] };
const town = (text: string, x: number, y: number): Name => ({ text, x, y, radius: 0.2 });
const place = (names: readonly Name[], more: Partial<Sheet> = {}) => placeLabels(names, { ...sheet, ...more });
/** The position of a name relative to its point: right, left, below … */
const side = ({ anchor, dy }: { anchor: string; dy: number }) =>
  `${{ start: 'right', middle: 'middle', end: 'left' }[anchor]} ${dy < 0 ? 'above' : dy > 0.5 ? 'below' : 'beside'}`;

describe('a name', () => {
  test.for<[name: string, names: Name[], sides: string[], ink?: Sheet['ink']]>([
    ['is right of its mark if there is room', [town('Port', 150, 100)], ['right beside']],
    ['is left at the right edge', [town('Port', 295, 100)], ['left beside']],
    ['is on its point without a mark', [{ text: 'Port', x: 150, y: 100 }], ['middle beside']],
    [
      'is above between two marks',
      [town('Bay', 150, 100), town('i', 165, 100), town('i', 130, 100)],
      ['middle above', 'right beside', 'right beside'],
    ],
    ['is left and above in the lower right corner', [town('Port', 298, 198)], ['left above']],
    ['is right and below in the upper left corner', [town('Port', 2, 2)], ['right below']],
    [
      'avoids lines',
      [town('Port', 150, 100)],
      ['left beside'],
      Array.from({ length: 30 }, (_, index) => [153 + index, 100] as const),
    ],
    ['may touch a line at its mark', [town('Port', 150, 100)], ['right beside'], [[150, 100]]],
    [
      'with few free positions is placed first',
      [town('Harbour', 240, 192), town('Port', 298, 198)],
      ['left beside', 'left above'],
    ],
    [
      'with a mark gives way to one without',
      [town('Port', 150, 100), { text: 'Land', x: 170, y: 100 }],
      ['left beside', 'middle beside'],
    ],
  ])('%s', ([, names, sides, ink = []]) => {
    const placed = place(names, { ink });
    expect(placed.map(side)).toEqual(sides);
    expect(placed.map(({ crowded }) => crowded)).toEqual(names.map(() => false));
  });

  test('without any free position has the best one and is crowded', () => {
    const [label] = place([town('A name far too long for this sheet of paper, and longer still', 5, 100)]);
    expect(label).toMatchObject({ anchor: 'start', crowded: true });
    expect(place([town('Port', 18, 8.3)], { width: 36, height: 14 }).map(side)).toEqual(['middle above']);
  });
});

const overlap = (a: { left: number; right: number; top: number; bottom: number }, b: typeof a) =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0 &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0;

test('names that are not crowded overlap no mark, no name and no edge', () => {
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
