import { expect, test } from 'vitest';
import { readQuery, readVocabulary, replaceWord } from '#client/search-words.ts';
import { fold, wordsOf } from '#text/fold.ts';

/** The words of a site, the most frequent first. */
const VOCABULARY = readVocabulary(
  'the,oil petroleum,embassy,bergen bargen,supplies,relations,kızıl,şəhər,şuşa,win'.replaceAll(',', '\n'),
);

test.for<[query: string, words: string]>([
  ['Oil', 'oil'],
  ['the oil', 'the oil'],
  // Without the marks of Turkic letters.
  ['Kizil Seher', 'kızıl şəhər'],
  ['Susa', 'şuşa'],
  // By another name.
  ['Bargen', 'bergen'],
  ['petroleum', 'oil'],
  // By its stem.
  ['supplying', 'supplies'],
  ['embassies', 'embassy'],
  ['relation', 'relations'],
  // The last word may still be typed.
  ['oil embas', 'oil embas'],
  ['“oil”, the!', 'oil the'],
])('%s looks for: %s', ([query, words]) => {
  expect(readQuery(query, VOCABULARY)).toEqual({ words, missing: [] });
});

test.for<[query: string, missing: string[], meant: string[]]>([
  ['Hezbollah', ['Hezbollah'], []],
  ['wine', ['wine'], ['win']],
  ['embasy', ['embasy'], ['embassy']],
  ['Embasy', ['Embasy'], ['Embassy']],
  ['embas oil', ['embas'], ['embassy']],
  ['Kizl', ['Kizl'], ['Kızıl']],
])('%s misses %s', ([query, words, meant]) => {
  const { missing } = readQuery(query, VOCABULARY);
  expect(missing.map(({ word }) => word)).toEqual(words);
  expect(missing.flatMap(({ meant }) => meant)).toEqual(meant);
});

test('a word is replaced in its query, and nothing else of it', () => {
  expect(replaceWord('oil & embasy', 'embasy', 'embassy')).toBe('oil & embassy');
});

test('words are letters and digits of any script; folded, they are small and plain', () => {
  expect(wordsOf('Bergen–Oslo, 25 מאי “Kızıl”')).toEqual(['Bergen', 'Oslo', '25', 'מאי', 'Kızıl']);
  expect(fold('Qəsəbə')).toBe('qesebe');
  expect(fold('Łódź')).toBe('lodz');
});
