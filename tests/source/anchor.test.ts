import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { anchoredText, anchorOf, findLines, wordsAt } from '#source/anchor.ts';

const digest = (words: string) => createHash('sha256').update(words).digest('hex').slice(0, 12);

test('an anchor is the length of the words and the start of their digest', () => {
  expect(anchorOf('From: a clerk')).toBe(`13-${digest('From: a clerk')}`);
});

test.for<[name: string, raw: string]>([
  ['wrapped otherwise', 'One.\nFrom:\na “clerk”\nTwo.\n'],
  ['with line ends of Windows', 'One.\r\nFrom: a "clerk"\r\nTwo.\r\n'],
  ['with more space', '\n  One.\n\n From:  a\t"clerk" \n\nTwo.'],
])('words are the same in a text %s', ([, raw]) => {
  const start = raw.indexOf('From');
  expect(wordsAt(anchoredText(raw), { start, end: raw.indexOf('Two') })).toBe('From: a "clerk"');
  expect(wordsAt(anchoredText(raw), { start, end: start + 4 }, 5)).toBe('One. From: a "');
});

const lines = 'One.\nFrom: a clerk\nTo: b\n\nTwo.\n';

test.for<[name: string, raw: string, words: string, count: number, found: string[]]>([
  ['where they were', lines, 'From: a clerk To: b', 2, ['2-3']],
  ['further down', `x\ny\n${lines}`, 'From: a clerk To: b', 2, ['4-5']],
  ['on fewer lines', 'One.\nFrom: a clerk To: b\nTwo.', 'From: a clerk To: b', 2, ['2-2']],
  ['on more lines', 'One.\nFrom:\na\nclerk To:\nb\nTwo.', 'From: a clerk To: b', 2, ['2-5']],
  ['with the empty line that was counted in', lines, 'From: a clerk To: b', 3, ['2-4']],
  ['at the end, without a line break', 'One.\nTo: b', 'To: b', 1, ['2-2']],
  ['twice', 'To: b\nOne.\nTo: b\n', 'To: b', 1, ['1-1', '3-3']],
  ['before a break after a hyphen', 'Baltic-\nOslo\n', 'Baltic-', 1, ['1-1']],
  ['not within a line', 'One. To: b\nTo: b two.\n', 'To: b', 1, []],
  ['not with another letter', lines.replace('clerk', 'clark'), 'From: a clerk To: b', 2, []],
  ['not without words', '\n\n', '', 1, []],
])('lines are found %s', ([, raw, words, count, found]) => {
  expect(findLines(anchoredText(raw), anchorOf(words), count).map(({ from, to }) => `${from}-${to}`)).toEqual(found);
});
