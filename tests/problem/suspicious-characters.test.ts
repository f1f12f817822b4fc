import { expect, test } from 'vitest';
import { suspiciousCharacters, textsOf } from '#problem/suspicious-characters.ts';

const point = (offset: number) => ({ line: 1, column: offset + 1, offset });
const place = { start: point(0), end: point(1) };

type Arguments = Parameters<typeof suspiciousCharacters>;

/** What is reported: where, and how often. */
const told = (text: string, within: Arguments[2], values?: Arguments[3]) =>
  suspiciousCharacters(text, 'a', within, values).map((problem) => [
    problem.place?.start.offset,
    'times' in problem ? problem.times : undefined,
  ]);

test('a character written as a reference counts in a document, and is plain text in a raw text', () => {
  expect(told('Oil &#x202e; went', 'document')).toEqual([[4, 1]]);
  expect(told('Oil &#x202e; went', 'text')).toEqual([]);
});

test('a literal character in a record is reported where it is, and once', () => {
  const values = () => [{ words: 'a \u202e b', place }];
  expect(told('k: "\\u202e"', 'record', values)).toEqual([[0, 1]]);
  expect(told('k: "\\n \u202e"', 'record', values)).toEqual([[7, 1]]);
  expect(told('k: plain', 'record', values)).toEqual([]);
});

test('the texts of a value are its keys and strings, and nothing else', () => {
  expect(textsOf({ a: ['b', 5, null, true] }, () => place).map(({ words }) => words)).toEqual([
    'a',
    '0',
    'b',
    '1',
    '2',
    '3',
  ]);
});
