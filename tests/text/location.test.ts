import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countWhile, indexLines, isIn, locate, overlaps, placeOf, spanOfLines } from '#text/location.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'é', '𝄞', ' ', '\n', '\r\n', '\r', '\u2028'), maxLength: 60 });

test('locate agrees with a naive count', () => {
  fc.assert(
    fc.property(text, fc.nat({ max: 70 }), (content, offset) => {
      const before = content.slice(0, offset).split('\n');
      const startOfLine = content.lastIndexOf('\n', offset - 1) + 1;
      const expected = {
        line: before.length,
        // `lastIndexOf` takes a negative place for 0.
        column: offset - (offset === 0 ? 0 : startOfLine) + 1,
        offset,
      };
      expect(locate(indexLines(content), offset)).toEqual(expected);
    }),
  );
});

test.for([
  ['the first character', 0, [1, 1]],
  ['a carriage return, which belongs to its line', 2, [1, 3]],
  ['a line break, which belongs to its line', 3, [1, 4]],
  ['the start of a line', 4, [2, 1]],
  ['an empty line', 7, [3, 1]],
  ['after the last line break', 8, [4, 1]],
  ['past the end', 12, [4, 5]],
] as const)('locate tells line and column of %s', ([, offset, expected]) => {
  const { line, column } = locate(indexLines('ab\r\ncd\n\n'), offset);

  expect([line, column]).toEqual(expected);
});

test('the place of a span has both of its ends', () => {
  expect(placeOf(indexLines('ab\ncd'), { start: 1, end: 4 })).toEqual({
    start: { line: 1, column: 2, offset: 1 },
    end: { line: 2, column: 2, offset: 4 },
  });
});

test('the span of lines is what a naive count gives', () => {
  fc.assert(
    fc.property(text, fc.nat({ max: 12 }), fc.nat({ max: 12 }), (content, from, to) => {
      const lines = content.split('\n');
      const isThere = from >= 1 && from <= to && to <= lines.length;
      const span = spanOfLines(indexLines(content), content.length, from, to);

      expect(span && content.slice(span.start, span.end)).toBe(
        isThere ? lines.slice(from - 1, to).join('\n') : undefined,
      );
    }),
  );
});

test.for<[name: string, items: readonly number[], below: number, count: number]>([
  ['none of an empty list', [], 3, 0],
  ['none where the first one fails', [5, 6], 3, 0],
  ['those before the first one that fails', [1, 2, 5, 6], 3, 2],
  ['all where none fails', [1, 2], 3, 2],
])('countWhile counts %s', ([, items, below, count]) => {
  expect(countWhile(items, (item) => item < below)).toBe(count);
});

test.for<[name: string, other: [start: number, end: number], expected: boolean]>([
  ['one inside', [3, 4], true],
  ['one over an end', [0, 3], true],
  ['one side by side', [5, 9], false],
  ['an empty one', [3, 3], false],
])('a span from 2 to 5 and %s', ([, [start, end], expected]) => {
  expect(overlaps({ start: 2, end: 5 }, { start, end })).toBe(expected);
  expect(overlaps({ start, end }, { start: 2, end: 5 })).toBe(expected);
});

test('a character is in one of some spans from the start of one to before its end', () => {
  const spans = [
    { start: 4, end: 8 },
    { start: 1, end: 2 },
  ];
  expect([0, 1, 2, 4, 7, 8].filter((at) => isIn(spans, at))).toEqual([1, 4, 7]);
});
