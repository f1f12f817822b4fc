import { expect, test } from 'vitest';
import { suggest } from '#text/suggest.ts';

const themes = ['defense', 'diplomacy', 'energy', 'jewish-community'];

test.for<[name: string, word: string, candidates: string[], expected: string[]]>([
  ['a letter too few', 'diplomcy', themes, ['diplomacy']],
  ['two letters in the wrong order', 'enegry', themes, ['energy']],
  ['other capitals', 'Energy', themes, ['energy']],
  ['a beginning', 'jew', themes, ['jewish-community']],
  ['an id without its year', 'jns', ['jns-2014', 'zenger-interview'], ['jns-2014']],
  ['another word', 'culture', themes, []],
  ['a short word with a slip', 'oi', ['oil'], []],
  ['a candidate that is there twice', 'enrgy', ['energy', 'energy'], ['energy']],
  ['many that are as near', 'text-9', ['text-4', 'text-1', 'text-3', 'text-2'], ['text-1', 'text-2', 'text-3']],
  ['one far nearer than another', 'air-base-repots', ['air-base-repo-ts-a', 'air-base-reports'], ['air-base-reports']],
  ['the nearest first', 'grains', ['trains', 'grain'], ['grain', 'trains']],
  ['nothing to choose from', 'oil', [], []],
])('suggests for %s', ([, word, candidates, expected]) => {
  expect(suggest(word, candidates)).toEqual(expected);
});
