import { expect, test } from 'vitest';
import { readCode } from '#document/code.ts';
import { parseMdx } from '#markdown/parse.ts';
import { indexLines, placeOf } from '#text/location.ts';

/** The code reported in a text, where what starts at each offset of `reported` already has a problem. */
function codeIn(text: string, reported: readonly number[] = []): string[] {
  const parsed = parseMdx(text, 'grain.mdx');
  if ('problem' in parsed) throw new Error(JSON.stringify(parsed.problem));
  const places = reported.map((start) => placeOf(indexLines(text), { start, end: text.length }));
  return readCode(parsed.tree, text, 'grain.mdx', places).map(
    (problem) => ('written' in problem && problem.written) || '',
  );
}

test.for<[what: string, text: string, code: string[]]>([
  ['words and a comment', 'Grain{/* a remark */} went.', []],
  ['an expression', 'It is {1 + 1}.', ['{1 + 1}']],
  ['elements that format text', '<b>Grain</b> <sup lang="en">a</sup>', []],
  [
    'attributes whose values readers neither see nor hear',
    '<b class="a" dir="ltr" lang="en">Grain</b> <a href="/a/">a</a>',
    [],
  ],
  ['a fragment', '<>Grain went west.</>', []],
  ['an element that runs', '<script src="/a.js"></script>', ['<script']],
  [
    'attributes that the check cannot read',
    '<b title="x" {...y} class={z}>A</b>',
    ['title="x"', '{...y}', 'class={z}'],
  ],
])('%s', ([, text, code]) => {
  expect(codeIn(text)).toEqual(code);
});

test('code at the place of another problem is not reported as well', () => {
  expect(codeIn('{a}{b}{c}', [3])).toEqual(['{a}', '{c}']);
  expect(codeIn('{a}{b}{c}', [5])).toEqual(['{a}', '{c}']);
  expect(codeIn('{a}{b}{c}', [0, 6])).toEqual(['{b}']);
});
