import { expect, test } from 'vitest';
import { checkCorpus } from '#check/check-corpus.ts';
import { isError } from '#problem/problem.ts';
import { sourceOf } from '../source-of.ts';

const problemsOf = (...sources: ReturnType<typeof sourceOf>[]) =>
  checkCorpus(
    sources.map((source) => ({ id: source.id, source, problems: [] })),
    [],
  ).report.problems;

test.for([
  ['UPI', 'UPI', true],
  ['the log', 'The Log', true],
  ['the log', 'a log', true],
  ['the log', 'the logs', false],
  ['the 2017 overview', 'the 2023 overview', false],
] as const)('of two sources called `%s` and `%s`, one has a name taken: %s', ([one, other, isTaken]) => {
  const short = (name: string) => `short: ${name}`;
  const problems = problemsOf(sourceOf('a', 'It rained.', short(one)), sourceOf('b', 'It rained.', short(other)));
  expect(problems).toMatchObject(
    isTaken
      ? [
          {
            ruleId: 'record-invalid',
            fault: 'short',
            sourceId: 'a',
            file: 'sources/b.yaml',
            place: { start: { line: 18 } },
          },
        ]
      : [],
  );
});

test.for<[what: string, text: string, speech: string, lines: number[]]>([
  [
    'a sentence with a verb of saying',
    'The master said so in the end.\nThe crews told nobody of it.',
    'from: The master, to: the end.',
    [2],
  ],
  [
    'each of several',
    'It is so in Almar, he said.\nShe added this in the end.\nThey noted that it rained.',
    'from: It is, to: he said.',
    [2, 3],
  ],
  ['none that an entry touches', 'The crews, they say, left at once.', 'from: they say, to: left at', []],
  [
    'none in another paragraph',
    'They said so in the end.\n\nIt rained on the harbor.',
    'from: They said, to: the end.',
    [],
  ],
  ['none without such a verb', 'They said so in the end. A call for ships came.', 'from: They said, to: the end.', []],
])('of a text whose record marks speech, %s is reported', ([, text, speech, lines]) => {
  const problems = problemsOf(sourceOf('log', text, `speech: [{ kind: reported, ${speech}, by: the crews }]`));
  expect(problems.some(isError)).toBe(false);
  expect(
    problems.flatMap((problem) => ('sentences' in problem ? problem.sentences : [])).map(({ line }) => line),
  ).toEqual(lines);
});

test('what the record calls stated has no speaker and needs none', () => {
  const source = sourceOf(
    'log',
    'He is known for what he said. They said so.',
    'speech:\n  - { kind: stated, from: He is, to: he said., by: the log }\n' +
      '  - { kind: reported, from: They said, to: so., by: the crews }',
  );
  expect(source.speech).toMatchObject([{ kind: 'reported' }]);
  expect(problemsOf(source)).toEqual([]);
});

test('of a text whose record marks nothing, nothing is reported', () => {
  expect(problemsOf(sourceOf('log', 'The crews said no.'))).toEqual([]);
});
