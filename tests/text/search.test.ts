import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findAll, nearest, toWords } from '#text/search.ts';

describe('the exact search', () => {
  test.for([
    ['every place', 'ab ab', 'ab', [0, 3]],
    ['places that overlap', 'aaaa', 'aa', [0, 1, 2]],
    ['no place of words that are not there', 'ab', 'ba', []],
    ['no place of words longer than the text', 'ab', 'abc', []],
    ['no place of empty words', 'ab', '', []],
  ] as const)('finds %s', ([, text, words, starts]) => {
    expect(findAll(text, words)).toEqual(starts.map((start) => ({ start, end: start + words.length })));
  });

  test('finds what a look at every place finds', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 30 });
    fc.assert(
      fc.property(
        letters,
        fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 3 }),
        (text, words) => {
          const places = [...text].flatMap((_, start) =>
            text.startsWith(words, start) ? [{ start, end: start + words.length }] : [],
          );
          expect(findAll(text, words)).toEqual(places);
        },
      ),
    );
  });
});

describe('the nearest place', () => {
  const text = 'The port shipped 11 percent more grain. The wind fell at noon, and Bélan left.';

  test.for([
    ['one letter', 'The port shopped 11 percent', 'The port shipped 11 percent'],
    ['one digit', 'shipped 12 percent more', 'shipped 11 percent more'],
    ['a word', 'The wind rose at noon', 'The wind fell at noon'],
    ['the end cut inside a word', 'and Bél', 'and Bélan'],
    ['the start cut inside a word', 'ind fell at noon', 'wind fell at noon'],
    ['nothing', 'The wind fell', 'The wind fell'],
  ] as const)('is found for a quote that differs in %s, widened to whole words', ([, words, expected]) => {
    const { start, end } = nearest(text, words) ?? { start: 0, end: 0 };

    expect(text.slice(start, end)).toBe(expected);
  });

  test.for([
    ['unlike words', 'Quixotic zebras jumped over my lazy fox'],
    ['words that are longer than all of the text', `${'zebra '.repeat(30)}The wind fell`],
    ['no words', ''],
  ] as const)('is not there for %s', ([, words]) => {
    expect(nearest(text, words)).toBeUndefined();
  });

  test('is the most similar one, and of equals the first', () => {
    const prose = 'The ships left at noon. The ship left at dawn. The ship left at dawn.';

    expect(nearest(prose, 'The ship left at dusk')).toMatchObject({ start: 24, end: 45 });
    expect(nearest(prose, 'The ship left at down')).toMatchObject({ start: 24, end: 45 });
  });

  test('of a long quote is the one nearest to its beginning', () => {
    const long = Array.from({ length: 120 }, (_, number) => `word${number}`).join(' ');
    const { start } = nearest(`before ${long}`, `${long.slice(0, 300)} and so much else`) ?? { start: -1 };

    expect(start).toBe('before '.length);
  });

  test('of words in the text is a place with these words', () => {
    const words = fc.array(fc.constantFrom('port', 'grain', 'wind', 'noon', 'the', 'left', 'ship'), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(words, words, words, (before, quote, after) => {
        const text = [...before, ...quote, ...after].join(' ');
        const span = nearest(text, quote.join(' '));
        expect(span && text.slice(span.start, span.end)).toBe(quote.join(' '));
      }),
    );
  });
});

test.for<[name: string, span: [start: number, end: number], words: string]>([
  ['inside of words', [5, 15], 'port was clo\u0301sed'],
  ['at the borders of words', [4, 12], 'port was'],
  ['of marks', [20, 22], ', '],
  ['at the ends of the text', [0, 31], 'The port was clo\u0301sed, they said'],
])('a span %s is widened to whole words', ([, [start, end], words]) => {
  const text = 'The port was clo\u0301sed, they said';
  const wide = toWords(text, { start, end });
  expect(text.slice(wide.start, wide.end)).toBe(words);
});
