import { expect, test } from 'vitest';
import { didYouMean, shorten } from '#problem/wording.ts';

test.for<[name: string, text: string, expected: string]>([
  ['of 80 characters is left as it is', 'a'.repeat(80), 'a'.repeat(80)],
  ['of 81 characters is cut to 80', 'a'.repeat(81), `${'a'.repeat(79)}…`],
  ['on many lines is set on one', `Oil \n\t went west.${'\n '.repeat(2000)}Gas  stayed.`, 'Oil went west. Gas stayed.'],
  [
    'longer than is shown is set on one line, too',
    'Oil\n \nwent. '.repeat(20),
    `${'Oil went. '.repeat(8).slice(0, 79)}…`,
  ],
  [
    'with the rest after much white space is cut as well',
    `${'a'.repeat(79)}${' '.repeat(2000)}b`,
    `${'a'.repeat(79)}…`,
  ],
])('a text %s', ([, text, expected]) => {
  expect(shorten(text)).toBe(expected);
});

test.for<[candidates: string[], notes: string[]]>([
  [[], []],
  [['oats'], ['did you mean `oats`?']],
  [['oats', 'rye', 'hay'], ['did you mean `oats`, `rye` or `hay`?']],
])('one of %j may be meant', ([candidates, notes]) => {
  expect(didYouMean(candidates)).toEqual(notes);
});
