import { expect, test } from 'vitest';
import { phrasePattern } from '#text/phrase-pattern.ts';

const phrases = [
  'Baku',
  'Baku-Tbilisi-Ceyhan',
  'Moscow',
  'Moscow State University',
  "Ze'ev (Elkin)",
  'Qırmızı Qəsəbə',
  'AZIZ',
];
const pattern = phrasePattern(phrases);

test.for<[text: string, found: string[]]>([
  ['Baku, Moscow and Baku', ['Baku', 'Moscow', 'Baku']],
  ['Moscow State University in Moscow', ['Moscow State University', 'Moscow']],
  ['the Baku-Tbilisi-Ceyhan line', ['Baku-Tbilisi-Ceyhan']],
  ['Baku-Tbilisi', []],
  ['Old-Baku', []],
  ['Bakuvian, AZIZA and 5Baku', []],
  ['baku', []],
  ["Ze'ev (Elkin).", ["Ze'ev (Elkin)"]],
  ['in Qırmızı Qəsəbə-', ['Qırmızı Qəsəbə']],
])('in %s', ([text, found]) => {
  expect(pattern && [...text.matchAll(pattern)].map(([words]) => words)).toEqual(found);
});

test('an empty list of phrases matches nowhere', () => {
  expect(phrasePattern([])).toBeUndefined();
});
