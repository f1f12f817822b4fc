import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findAll, nearest } from '#text/search.ts';

describe('exact search', () => {
  test.for<[name: string, text: string, words: string, starts: number[]]>([
    ['every place', 'oil and oil', 'oil', [0, 8]],
    ['places that overlap', 'aaa', 'aa', [0, 1]],
    ['no place for other words', 'oil', 'gas', []],
    ['no place for empty words', 'oil', '', []],
  ])('finds %s', ([, text, words, starts]) => {
    expect(findAll(text, words)).toEqual(starts.map((start) => ({ start, end: start + words.length })));
  });

  test('finds words where they were put, and only places that have them', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), fc.string(), (before, words, after) => {
        const text = before + words + after;
        const found = findAll(text, words);
        expect(found).toContainEqual({ start: before.length, end: before.length + words.length });
        for (const { start, end } of found) expect(text.slice(start, end)).toBe(words);
      }),
    );
  });
});

describe('the nearest passage', () => {
  const text = 'The port of Almar shipped 11 percent more grain in 2023. Most of it went west, and oats stayed.';
  const nearestTo = (words: string) => {
    const span = nearest(text, words);
    return span && text.slice(span.start, span.end);
  };

  test.for([
    ['with another digit', 'shipped 12 percent more grain', 'shipped 11 percent more grain'],
    ['with a word left out', 'shipped 11 percent grain in 2023', 'shipped 11 percent more grain in 2023'],
    ['cut inside of words', 'ort of Almar shiped 11 perc', 'port of Almar shipped 11 percent'],
    ['at the end', 'and oats staid.', 'and oats stayed.'],
  ] as const)('is found for words %s, as whole words', ([, words, expected]) => {
    expect(nearestTo(words)).toBe(expected);
  });

  test('is none for words that are like nothing', () => {
    expect(nearestTo('Zwölf Kräne stehen am Kai.')).toBeUndefined();
  });

  test('is found for a long quote by its beginning', () => {
    const long = `${'x'.repeat(50)} ${'The harbour office counted ships and cranes. '.repeat(20)}`;
    const span = nearest(long, long.slice(51).replaceAll('cranes', 'cars').slice(0, 800));
    expect(span?.start).toBe(51);
  });

  test('is one place among equals: the first', () => {
    expect(nearest('grain went west; grain went west', 'grain want west')).toEqual({ start: 0, end: 15 });
  });
});
