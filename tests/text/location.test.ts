import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexLines, locate, placeOf, spanOfLines } from '#text/location.ts';

const text = fc.array(fc.constantFrom('a', 'é', '\r', '\n'), { maxLength: 40 }).map((parts) => parts.join(''));

test('a point is where counting line breaks leads', () => {
  fc.assert(
    fc.property(text, fc.nat(40), (text, at) => {
      const offset = Math.min(at, text.length);
      const before = text.slice(0, offset).split('\n');

      expect(locate(indexLines(text), offset)).toEqual({
        line: before.length,
        column: (before.at(-1) ?? '').length + 1,
        offset,
      });
    }),
  );
});

test('the span of a line holds its characters, without its line break', () => {
  fc.assert(
    fc.property(text, (text) => {
      const lines = text.split('\n');
      const index = indexLines(text);
      const spans = lines.map((_, line) => spanOfLines(index, text.length, line + 1, line + 1));

      expect(spans.map((span) => text.slice(span?.start, span?.end))).toEqual(lines);
      expect(text.slice(0, spanOfLines(index, text.length, 1, lines.length)?.end)).toBe(text);
    }),
  );
});

test.for([
  ['past the end', 3, 3],
  ['that ends past the end', 1, 3],
  ['the wrong way round', 2, 1],
  ['before the first', 0, 1],
] as const)('lines %s have no span', ([, from, to]) => {
  expect(spanOfLines(indexLines('a\nb'), 3, from, to)).toBeUndefined();
});

test('a place has both ends of its span', () => {
  expect(placeOf(indexLines('oil\ngas'), { start: 2, end: 5 })).toEqual({
    start: { line: 1, column: 3, offset: 2 },
    end: { line: 2, column: 2, offset: 5 },
  });
});
