import { expect, test } from 'vitest';
import { curl } from '#text/curl.ts';

test.for<[from: string, to: string]>([
  ['"so"', '“so”'],
  ['He said "so", and ("no").', 'He said “so”, and (“no”).'],
  ["Almar's don't", 'Almar’s don’t'],
  ['The word "\'clan" is printed', "The word “'clan” is printed"],
  ['a – "so"', 'a – “so”'],
  ['"a": "b"', '“a”: “b”'],
  ['“so” isn’t', '“so” isn’t'],
  ['', ''],
])('%s is set %s', ([from, to]) => {
  expect(curl(from)).toBe(to);
});

test('a text that continues another knows what precedes it', () => {
  expect(curl('" and', 'd')).toBe('” and');
  expect(curl('"so', ' ')).toBe('“so');
  expect(curl("'s", 'l')).toBe('’s');
});
