import { expect, test } from 'vitest';
import { phrasePattern } from '#text/phrase-pattern.ts';

const phrases = [
  'Bergen',
  'Bergen-Voss-Oslo',
  'Moscow',
  'Moscow State University',
  "Ze'ev (Elkin)",
  'Kızıl Şəhər',
  'AZIZ',
];
const pattern = phrasePattern(phrases);

test.for<[text: string, found: string[]]>([
  ['Bergen, Moscow and Bergen', ['Bergen', 'Moscow', 'Bergen']],
  ['Moscow State University in Moscow', ['Moscow State University', 'Moscow']],
  ['the Bergen-Voss-Oslo line', ['Bergen-Voss-Oslo']],
  ['Bergen-Voss', []],
  ['Old-Bergen', []],
  ['Bergenian, AZIZA and 5Bergen', []],
  ['bergen', []],
  ["Ze'ev (Elkin).", ["Ze'ev (Elkin)"]],
  ['in Kızıl Şəhər-', ['Kızıl Şəhər']],
])('in %s', ([text, found]) => {
  expect(pattern && [...text.matchAll(pattern)].map(([words]) => words)).toEqual(found);
});

test('an empty list of phrases matches nowhere', () => {
  expect(phrasePattern([])).toBeUndefined();
});
