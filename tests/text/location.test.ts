import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexLines, locate, placeOf, spanOfLines } from '#text/location.ts';

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
  ['behind the last line break', 8, [4, 1]],
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
