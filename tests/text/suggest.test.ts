import fc from 'fast-check';
import { expect, test } from 'vitest';
import { suggest } from '#text/suggest.ts';

test.for<[name: string, word: string, candidates: readonly string[], expected: readonly string[]]>([
  ['a word with one slip', 'wether-log', ['weather-log', 'harbour-report'], ['weather-log']],
  ['a word in another case', 'Weather-Log', ['weather-log'], ['weather-log']],
  ['the beginning of a word', 'log', ['memo', 'log-2014'], ['log-2014']],
  ['two letters in the wrong order', 'tarde', ['trade', 'trace'], ['trade']],
  ['the nearest first', 'grains', ['trains', 'grainy', 'grains'], ['grains', 'grainy', 'trains']],
  ['a match before what only looks like it', 'port', ['fort', 'port'], ['port', 'fort']],
  ['equals by their name', 'port', ['sort', 'fort', 'part'], ['fort', 'part', 'sort']],
  ['at most three', 'port', ['fort', 'part', 'pore', 'sort'], ['fort', 'part', 'pore']],
  ['each once', 'port', ['fort', 'fort'], ['fort']],
  [
    'those that are farther than the nearest by one slip',
    'overview',
    ['overviews', 'ovorviow'],
    ['overviews', 'ovorviow'],
  ],
  [
    'none that is two slips farther than the nearest',
    'overview-one',
    ['overview-one', 'ovorviow-on'],
    ['overview-one'],
  ],
  ['no word of the same letters in another order', 'trade', ['rated'], []],
  ['no other word', 'weather', ['feather-weight', 'harbour'], []],
  ['nothing for two letters', 'ab', ['ac', 'abc'], []],
  ['nothing where there is nothing', 'port', [], []],
  ['nothing for no word', '', ['a', 'port'], []],
])('suggests %s', ([, word, candidates, expected]) => {
  expect(suggest(word, candidates)).toEqual(expected);
});

test('names some of the candidates, at most three, each once, a match first', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '-'), maxLength: 6 });
  fc.assert(
    fc.property(word, fc.array(word, { maxLength: 12 }), (meant, candidates) => {
      const named = suggest(meant, candidates);
      expect(candidates).toEqual(expect.arrayContaining(named));
      expect(named.length).toBeLessThanOrEqual(3);
      expect(new Set(named).size).toBe(named.length);
      expect(suggest(meant, candidates.toReversed())).toEqual(named);
      if (candidates.includes(meant)) expect(named[0]).toBe(meant);
    }),
  );
});
