import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findAll } from '#text/search.ts';
import { finderIn } from '#text/word-index.ts';

/** Few words, so that they stand at many places, in a text that is long enough for an index. */
const WORDS = ['the', 'port', 'of', 'harbors', 'a', 'agreement', 'aaaaaaaaaaaa', 'agreements', 'Almar', '1992', '-'];
const LONG = Array.from({ length: 6000 }, (_, at) => WORDS[(at * at + 3 * at) % 11] ?? '').join(' ');

/** A finder that has been asked often enough. */
function indexed(text: string) {
  const find = finderIn(text);
  for (const words of ['the', 'port', 'of']) find(words);
  return find;
}

describe('a finder', () => {
  test('finds what a search of the whole text finds, of any stretch of it', () => {
    const find = indexed(LONG);
    fc.assert(
      fc.property(fc.nat(LONG.length - 1), fc.integer({ min: 1, max: 160 }), (start, length) => {
        const words = LONG.slice(start, start + length);
        expect(find(words)).toEqual(findAll(LONG, words));
      }),
    );
  });

  test.for([
    ['words that stand nowhere', 'the port of Marn and no other'],
    ['a word that ends the text', LONG.slice(-9)],
    ['the whole text', LONG],
    ['nothing', ''],
    ['one long word', 'aaaaaaaaaaaa'],
    ['overlapping places', 'aaaa'],
    ['words with a space at both ends', ' harbors agreement '],
  ])('finds %s as a search of the whole text does', ([, words = '']) => {
    expect(indexed(LONG)(words)).toEqual(findAll(LONG, words));
  });

  test.for([
    [' harbors agreement', `${'x'.repeat(20_000)} harbors agreement`, [20_000]],
    [' the port of Almar', `${'x'.repeat(20_000)} harbors agreement`, []],
    [' harbors by the sea', `${'x'.repeat(20_000)} harbors agreement`, []],
    [' ships of the line', `${'x'.repeat(20_000)} harbors agreement`, []],
    [' harbors agreement', 'x'.repeat(20_000), []],
  ] as const)('finds “%s” in a text of hardly any words', ([words, text, starts]) => {
    expect(indexed(text)(words)).toEqual(starts.map((start) => ({ start, end: start + words.length })));
  });

  test('searches a short text and for the first times as a whole', () => {
    expect(indexed('the port of Almar')('port of')).toEqual([{ start: 4, end: 11 }]);
    expect(finderIn(LONG)('the port')).toEqual(findAll(LONG, 'the port'));
  });
});
