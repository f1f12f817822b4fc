import { expect, test } from 'vitest';
import { findSwaps } from '#statement/order.ts';
import { readingOf } from '#statement/reading.ts';
import { problemsOf } from './problems-of.ts';

const PURCHASE = 'The town bought two cranes for $3 million and a steam ferry for $8 million.';
const CREWS =
  'There are 16,000 hands: sailors, some 11,000 (6,000 in Almar, 3,600 in Vellin); pilots, 4,300; and Danish cooks, 700.';
const HISTORY =
  'On 3 May 1912, Almar opened its quay, one of the longest, and founded a school of pilots on 9 June 1930.';

test.for<[statement: string, passage: string, ...swaps: string[]]>([
  ['Two cranes cost $3 million, a steam ferry $8 million.', PURCHASE],
  ['A steam ferry was bought for $8 million, and two cranes for $3 million.', PURCHASE],
  ['$8 million went into a steam ferry.', PURCHASE],
  ['The town spent $8 million.', PURCHASE],
  ['Two cranes for $8 million and a steam ferry for $3 million.', PURCHASE, '$3 million at ferry: $8 million'],
  ['The steam ferry cost $3 million.', PURCHASE, '$3 million at ferry: $8 million'],
  ['Of 11,000 sailors 6,000 live in Almar and 3,600 in Vellin.', CREWS],
  ['Another 4,300 live elsewhere.', CREWS],
  ['Of 11,000 sailors 3,600 live in Almar.', CREWS, '3,600 at Almar: 6,000'],
  ['There are 4,300 Danish cooks.', CREWS, '4,300 at Danish: 700'],
  ['Almar opened its quay on 3 May 1912 and its school of pilots on 9 June 1930.', HISTORY],
  ['In 1912 Almar got a quay.', HISTORY],
  ['Almar opened its quay on 9 June 1930.', HISTORY, '9 June 1930 at Almar: 3 May 1912'],
  ['The school of pilots was founded in May 1912.', HISTORY, 'May 1912 at pilots: 9 June 1930'],
])('%s ← %s', ([statement, passage, ...swaps]) => {
  const found = findSwaps(readingOf(statement), [readingOf(passage)]);
  expect(found.map(({ figure, at, instead }) => `${figure} at ${at}: ${instead}`)).toEqual(swaps);
  for (const { figure, start, end } of found) expect(statement.slice(start, end)).toBe(figure);
});

const judge = (sentence: string, ...passages: readonly string[]) => {
  return problemsOf(sentence, passages).flatMap((problem) =>
    problem.ruleId === 'figures-swapped' ? [problem.figure] : [],
  );
};

test.for<[what: string, sentence: string, passages: string[], ...found: string[]]>([
  [
    'of two passages, at a name',
    '4,300 Danish sailors live there.',
    ['Some 4,300 pilots live there.', 'Some 700 Danish sailors live there.'],
    '4,300',
  ],
  [
    'of two passages, in their order',
    '700 Danish sailors live there.',
    ['Some 4,300 pilots live there.', 'Some 700 Danish sailors live there.'],
  ],
  ['that another passage has there', 'Two cranes cost $8 million.', [PURCHASE, 'In all two cranes cost $8 million.']],
  ['twice quoted', 'The steam ferry cost $8 million.', [PURCHASE, 'a steam ferry for $8 million.']],
])('figures %s', ([, sentence, passages, ...found]) => {
  expect(judge(sentence, ...passages)).toEqual(found);
});

test('a row of a table is judged as one', () => {
  const table = (crew: string) => `| crew | number |\n|---|---|\n| Danish cooks | ${crew}[^a] |\n\nIt rained.`;
  expect(judge(table('700'), CREWS)).toEqual([]);
  expect(judge(table('4,300'), CREWS)).toEqual(['4,300']);
});
