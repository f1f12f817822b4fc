import { expect, test } from 'vitest';
import { readCode } from '#document/code.ts';
import { parseMdx } from '#markdown/parse.ts';
import { indexLines, placeOf } from '#text/location.ts';

/** What is reported of a text, where something is said already of what begins at each of `said`. */
function codeIn(text: string, said: readonly number[] = []): string[] {
  const parsed = parseMdx(text, 'grain.mdx');
  if ('problem' in parsed) throw new Error(JSON.stringify(parsed.problem));
  const places = said.map((start) => placeOf(indexLines(text), { start, end: text.length }));
  return readCode(parsed.tree, text, 'grain.mdx', places).map((problem) =>
    'written' in problem ? problem.written : '',
  );
}

test.for<[what: string, text: string, code: string[]]>([
  ['words and a comment', 'Grain{/* a remark */} went.', []],
  ['an expression', 'It is {1 + 1}.', ['{1 + 1}']],
  ['elements that set words', '<b>Grain</b> <sup lang="en">a</sup>', []],
  [
    'attributes that readers neither see nor hear',
    '<b class="a" dir="ltr" lang="en">Grain</b> <a href="/a/">a</a>',
    [],
  ],
  ['a fragment', '<>Grain went west.</>', []],
  ['an element that runs', '<script src="/a.js"></script>', ['<script']],
  [
    'attributes that are read by nobody',
    '<b title="x" {...y} class={z}>Grain</b>',
    ['title="x"', '{...y}', 'class={z}'],
  ],
])('%s', ([, text, code]) => {
  expect(codeIn(text)).toEqual(code);
});

test.for<[what: string, said: number[], code: string[]]>([
  ['at its beginning', [3], ['{a}', '{c}']],
  ['inside of it', [4], ['{a}', '{c}']],
  ['at its end', [5], ['{a}', '{c}']],
  ['in front of it and behind it', [0, 6], ['{b}']],
])('code is left out where something is said already %s, and no other', ([, said, code]) => {
  expect(codeIn('{a}{b}{c}', said)).toEqual(code);
});
