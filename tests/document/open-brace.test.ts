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
  ['behind one that is closed', 'It {/* a */} is {open\n', 16],
  ['behind one that is no markup', 'A \\{ is {open\n', 8],
  ['before those of the next paragraph', 'It {is open\n\nAnd { this is, too\n', 3],
])('a brace that is not closed is the place of the problem: %s', ([, text, at]) => {
  const { place } = placeAtOpenBrace(problemOf(text), text);
  expect([place?.start.offset, place?.end.offset]).toEqual([at, at + 1]);
});

test.for<[what: string, text: string]>([
  ['a tag behind a brace in code', 'See `{` at 5 <3\n'],
  ['a brace behind two backslashes', 'It \\\\{is open\n'],
])('any other problem stays where it is: %s', ([, text]) => {
  const problem = problemOf(text);
  expect(placeAtOpenBrace(problem, text)).toEqual(problem);
});
