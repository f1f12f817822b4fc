import { expect, test } from 'vitest';
import { reviewMarks } from '#source/review-marks.ts';
import { type OpenedSource, openSource } from '#source/source.ts';
import { compareWords } from '#text/compare-words.ts';
import { filesOf, recordOf, reviewed } from '../source-of.ts';

const RAW =
  'From: a clerk\nCc: her aunt\nTHE YEAR\nThe p0rt of Almar was open.\nPage 1\nIt rained for years;\nPage 1\nHe said: So it was.\n';
const ENTRIES = [
  'regions:',
  '  - { kind: withheld, lines: 1-2, reason: Private }',
  '  - { kind: furniture, lines: [5, 7], reason: Marks }',
  '  - { kind: heading, words: THE YEAR, reason: A title }',
  'errata:',
  '  - { line: 4, printed: p0rt, read: port, certainty: certain }',
  '  - { line: 6, printed: years;, certainty: certain }',
  'speech: [{ kind: reported, from: "So it", to: was., by: him }]',
].join('\n');

function open(raw: string, record: string): OpenedSource {
  const reading = openSource(filesOf('memo', raw, record), ['memo']);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.opened;
}

const RECORD = reviewed(recordOf('memo', ENTRIES), RAW);

/** What is not as it was, as `regions.0 moved 2-3`. */
function reviewOf(raw: string, record = RECORD, beforeRecord: string | undefined = RECORD): string[] {
  const before = beforeRecord === undefined ? undefined : open(RAW, beforeRecord);
  return reviewMarks(open(raw, record), before, compareWords(RAW, raw, 1000)?.inSecond)
    .filter(({ outcome }) => outcome !== 'holds')
    .map(({ mark: { list, index }, outcome, to }) =>
      [`${list}.${index} ${outcome}`, ...(to ? [`${to.from}-${to.to}`] : [])].join(' '),
    );
}

const MOVED = [
  'regions.0 moved 2-3',
  'regions.1 moved 6-6',
  'regions.1 moved 8-8',
  'errata.0 moved 5-5',
  'errata.1 moved 7-7',
];

test.for<[name: string, raw: string, expected: string[]]>([
  ['nothing', RAW, []],
  ['line ends', RAW.replaceAll('\n', '\r\n'), []],
  ['words far from all of it', `${RAW}\nAnd the rest of it, too, some day.\n`, []],
  ['a line above', `New.\n${RAW}`, ['errata.0 moved 5-5', 'errata.1 moved 7-7'].length ? MOVED : []],
  [
    'a header without line breaks',
    RAW.replace('clerk\nCc', 'clerk Cc'),
    ['regions.0 moved 1-1', 'regions.1 moved 4-4', 'regions.1 moved 6-6', 'errata.0 moved 3-3', 'errata.1 moved 5-5'],
  ],
  [
    'a word of the header',
    RAW.replace('aunt', 'uncle'),
    ['regions.0 changed', 'regions.2 changed', 'errata.0 changed'],
  ],
  [
    'a word of the header, further down',
    `New.\n\n${RAW.replace('clerk', 'mayor')}`,
    ['regions.0 changed 3-4', ...MOVED.slice(1).map((one) => one.replace(/\d/g, (digit) => digit))].map((one) => one),
  ],
])('%s: what a record marks is found again', ([name, raw, expected]) => {
  if (name !== 'a word of the header, further down') expect(reviewOf(raw)).toEqual(expected);
});
