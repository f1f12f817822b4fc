import { expect, test } from 'vitest';
import { lowerCase } from '#text/case.ts';
import { findQuoted } from '#text/quoted.ts';

const quoted = (text: string) => findQuoted(text).map(({ inner }) => text.slice(inner.start, inner.end));

test.for<[text: string, expected: string[]]>([
  ['He said "it is May" and "June".', ['it is May', 'June']],
  ['He said “it is May” and “June”.', ['it is May', 'June']],
  ['He said "the team “Like Oil” won".', ['the team “Like Oil” won']],
  ['He said “the team "Like Oil" won”.', ['the team "Like Oil" won']],
  ['He said “the “inner” team”.', ['the “inner” team']],
  ['Er sagte „ja“ und «nein».', ['ja', 'nein']],
  ['It is the crew’s “joy”.', ['joy']],
  ['They are ‘living ships’ of Almar.', ['living ships']],
  ['They aren’t ‘the crew’s’ ships.', ['the crew’s']],
  ['‘Living ships’ of Almar.', ['Living ships']],
  ['The O‘Hara house’ is one.', []],
  ["It's the crew's.", []],
  ['He said "it is May.', []],
  ['He said “it is May.', []],
  ['It is May” he said.', []],
  ['He said "a “b" and then c.', ['a “b']],
  ['Nothing at all.', []],
])('in %j the quoted words are %j', ([text, expected]) => {
  expect(quoted(text)).toEqual(expected);
});

test('the marks belong to what is quoted, and not to the words', () => {
  expect(findQuoted('He said "so" then.')).toEqual([{ start: 8, end: 12, inner: { start: 9, end: 11 } }]);
});

test('a letter that becomes two in lower case leaves the others in their places', () => {
  expect(lowerCase('Almar')).toBe('almar');
  expect(lowerCase('İZMİR Almar')).toHaveLength('İZMİR Almar'.length);
  expect(lowerCase('İ Almar')).toBe('İ almar');
});
