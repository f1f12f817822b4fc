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
  ['He said "a “b" and then c.', ['b']],
  ['He said “it is May" and "June”.', ['it is May', 'June']],
  ['He said "the team "Like Oil" won".', ['the team "Like Oil" won']],
  ['“So,” he said:"It is May."', ['So,', 'It is May.']],
  ['A 12" pipe and the "best" port.', ['best']],
  ['He is 6\'2" tall, 5\'10", and "the best".', ['the best']],
  ['The 40" and 12½" pipes (12"x14") of “Almar”.', ['Almar']],
  ['It sold "the 12" pipe and the 14" pipe" there.', ['the 12" pipe and the 14" pipe']],
  ['It sold "all 40" of the 12" pipes.', ['all 40']],
  ['It "sold 40" and the "port of 1990" too.', ['sold 40', 'port of 1990']],
  ['At 40° 23\' 43" it is a 12 " pipe.', []],
  ['The army, צה"ל, is "here".', ['here']],
  ["He called it 'the worst year' in May.", ['the worst year']],
  ["'Living ships' of Almar, 'the crews' of it.", ['Living ships', 'the crews']],
  ["It is 'the year of Ya'alon and the crew's joy'.", ["the year of Ya'alon and the crew's joy"]],
  ["It is 'the countries' worst year', he said.", ["the countries' worst year"]],
  ["In the '90s Ya'alon saw the countries' ports.", []],
  ['In the ’90s and ‘98 the countries’ ports grew.', []],
  ["In '98 it was 'the best' of the crews' ports.", ['the best']],
  ["It sold '40 ships of Almar' in May.", ['40 ships of Almar']],
  ["'Tis the sailors' rock 'n' roll, and get 'em.", []],
  ["He sang 'rock 'n' roll' there.", ["rock 'n' roll"]],
  ["The 'Abd of it left. The countries' ports grew.", []],
  ["A 6' pole of the crews' is 'the best'.", ['the best']],
  ['He said: "\'So\' it is."', ["'So' it is."]],
  ['He said \'the "best" year\'.', ['the "best" year']],
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
