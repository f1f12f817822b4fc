import { expect, test } from 'vitest';
import { textBlocks } from '#markdown/text-blocks.ts';

const WRAPPED = [
  'Since its founding the harbour has found ships hard to come',
  'by. Yet the trade in grain, which many had given up, went',
  'on to grow.',
];

test.for<[what: string, lines: readonly string[], blocks: readonly (readonly [kind: string, lines: number])[]]>([
  ['a paragraph broken by hand', WRAPPED, [['flow', 3]]],
  [
    'two paragraphs, the first ending early',
    [...WRAPPED, ...WRAPPED],
    [
      ['flow', 3],
      ['flow', 3],
    ],
  ],
  [
    'two paragraphs with an empty line between',
    [...WRAPPED, '', ...WRAPPED],
    [
      ['flow', 3],
      ['plain', 1],
      ['flow', 3],
    ],
  ],
  [
    'a paragraph on each line',
    ['A'.repeat(300), 'B'.repeat(280)],
    [
      ['plain', 1],
      ['plain', 1],
    ],
  ],
  [
    'indented lines',
    [...WRAPPED, '    ships --load grain --until the hold is full enough'],
    [
      ['flow', 3],
      ['plain', 1],
    ],
  ],
  [
    'items of a list',
    [`- ${WRAPPED[0]}`, `- ${WRAPPED[1]}`],
    [
      ['plain', 1],
      ['plain', 1],
    ],
  ],
  [
    'numbered items',
    [`1. ${WRAPPED[0]}`, `2. ${WRAPPED[1]}`],
    [
      ['plain', 1],
      ['plain', 1],
    ],
  ],
  ['a table with spaces', ['Port      Ships', 'Haifa     12', 'Eilat     3'], [['table', 3]]],
  ['a table with tabs', ['Port\tShips', 'Haifa\t12'], [['table', 2]]],
  ['a table with bars', ['| Port | Ships |', '+------+-------+', '| Haifa | 12 |'], [['table', 3]]],
  [
    'one wide gap, which is no table',
    ['Port      Ships', 'It rained.'],
    [
      ['plain', 1],
      ['plain', 1],
    ],
  ],
  ['nothing', [], []],
])('%s', ([, lines, blocks]) => {
  expect(textBlocks(lines, (line) => line).map(({ kind, lines }) => [kind, lines.length])).toEqual(blocks);
});

test('a line that stands alone joins no other', () => {
  const isHeading = (line: string) => line === WRAPPED[1];
  const blocks = textBlocks(WRAPPED, (line) => (isHeading(line) ? undefined : line));
  expect(blocks.map(({ lines }) => lines.length)).toEqual([1, 1, 1]);
});
