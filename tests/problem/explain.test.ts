import { expect, test } from 'vitest';
import { explain } from '#problem/explain.ts';
import { type Problem, sortProblems } from '#problem/problem.ts';

const point = (line: number, column = 1) => ({ line, column, offset: 0 });
const at = (line: number, column?: number) => ({ start: point(line, column), end: point(line, column) });

// The golden folders in fixtures/problems show each message whole; here is what is left of them.
test.for<[problem: Problem, reason: string, help: RegExp]>([
  [
    { ruleId: 'record-invalid', fault: 'type', path: '', expected: 'object', file: 'sources/log.yaml', place: at(1) },
    'Invalid record: expected keys with values',
    /^the keys are described in/,
  ],
  [
    { ruleId: 'record-invalid', fault: 'type', path: 'id', expected: 'date', file: 'sources/log.yaml', place: at(1) },
    'Invalid `id` in the record: expected a date',
    /^the keys are described in/,
  ],
  [
    {
      ruleId: 'region-not-found',
      words: 'Photo',
      lines: ['3', '5-9'],
      times: 2,
      lineCount: 12,
      file: 'sources/log.yaml',
      place: at(1),
    },
    'Unexpected words `Photo` of this region in two places on lines 3 and 5-9 of `sources/log.txt`, expected one',
    /^name fewer lines, or copy more words/,
  ],
])('%#: says what is wrong', ([problem, reason, help]) => {
  const said = explain(problem);
  expect(said.reason).toBe(reason);
  expect(said.help).toMatch(help);
});

test('problems are sorted by file, place and rule; those of a whole file come first', () => {
  const problem = (
    file: string,
    place: Problem['place'],
    ruleId: 'quote-missing' | 'citation-missing' = 'quote-missing',
  ) => ({ ruleId, file, place }) as Problem;
  const sorted = [
    problem('a.mdx', undefined),
    problem('a.mdx', at(2, 5)),
    problem('a.mdx', at(2, 40)),
    problem('a.mdx', at(10)),
    problem('b.mdx', undefined, 'citation-missing'),
    problem('b.mdx', undefined),
    problem('b.mdx', at(1)),
  ];
  expect(sortProblems([...sorted].reverse())).toEqual(sorted);
  const [first, second] = [problem('a.mdx', undefined), problem('a.mdx', undefined)];
  expect(sortProblems([first, second])).toEqual([first, second]);
});
