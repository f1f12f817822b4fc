import { expect, test } from 'vitest';
import { placeAtOpenBrace } from '#document/open-brace.ts';
import { parseMdx } from '#markdown/parse.ts';

const problemOf = (text: string) => {
  const parsed = parseMdx(text, 'grain.mdx');
  if (!('problem' in parsed)) throw new Error(`Expected a problem of ${text}`);
  return parsed.problem;
};

test.for<[what: string, text: string, at: number]>([
  ['the only one', 'Open {brace and on\n', 5],
  ['after a closed one', 'It {/* a */} is {open\n', 16],
  ['after an escaped one', 'A \\{ is {open\n', 8],
  ['before one in the next paragraph', 'It {is open\n\nAnd { this is, too\n', 3],
])('the problem of an unclosed brace is at that brace: %s', ([, text, at]) => {
  const { place } = placeAtOpenBrace(problemOf(text), text);
  expect([place?.start.offset, place?.end.offset]).toEqual([at, at + 1]);
});

test.for<[what: string, text: string]>([
  ['a tag after a brace in code', 'See `{` at 5 <3\n'],
  ['a brace after two backslashes', 'It \\\\{is open\n'],
])('any other problem is unchanged: %s', ([, text]) => {
  const problem = problemOf(text);
  expect(placeAtOpenBrace(problem, text)).toEqual(problem);
});
