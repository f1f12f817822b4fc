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
function reviewOf(raw: string, record = RECORD, beforeRecord: string | null = RECORD): string[] {
  const before = beforeRecord === null ? undefined : open(RAW, beforeRecord);
  return reviewMarks(open(raw, record), before, compareWords(RAW, raw, 1000)?.inSecond)
    .filter(({ outcome }) => outcome !== 'holds')
    .map(({ mark: { list, index }, outcome, to }) =>
      [`${list}.${index} ${outcome}`, ...(to ? [`${to.from}-${to.to}`] : [])].join(' '),
    );
}

const UP = [
  'regions.0 moved 2-3',
  'regions.1 moved 6-6',
  'regions.1 moved 8-8',
  'errata.0 moved 5-5',
  'errata.1 moved 7-7',
];
const JOINED = [
  'regions.0 moved 1-1',
  'regions.1 moved 4-4',
  'regions.1 moved 6-6',
  'errata.0 moved 3-3',
  'errata.1 moved 5-5',
];

test.for<[name: string, raw: string, expected: string[]]>([
  ['nothing', RAW, []],
  ['line ends', RAW.replaceAll('\n', '\r\n'), []],
  ['words next to an entry', `${RAW}And the rest of it, too, some day.\n`, []],
  ['words around a slip, on one side', RAW.replace('of Almar', 'of Vellin'), []],
  [
    'words around a slip, on both sides',
    RAW.replace('of Almar', 'of Vellin').replace('The p0rt', 'A p0rt'),
    ['errata.0 changed'],
  ],
  ['a line above', `New.\n${RAW}`, UP],
  ['line breaks of the header', RAW.replace('clerk\nCc', 'clerk Cc'), JOINED],
  ['a word of the header', RAW.replace('aunt', 'uncle'), ['regions.0 changed']],
  [
    'a word of the header, and a line above',
    `New.\n${RAW.replace('aunt', 'uncle')}`,
    ['regions.0 changed 2-3', ...UP.slice(1)],
  ],
  ['a line within the header', RAW.replace('Cc', 'Bcc: him\nCc'), ['regions.0 changed 1-3', ...UP.slice(1)]],
  ['the line of a slip, gone', RAW.replace('It rained for years;\n', ''), ['regions.1 moved 6-6', 'errata.1 missing']],
  [
    'a slip that is elsewhere by chance',
    RAW.replace('years;', 'days.').replace('was open', 'was open for years;'),
    ['errata.1 changed 4-4'],
  ],
  ['a page mark more, of the same words', `${RAW}Page 1\n`, []],
  ['words of a region', RAW.replace('THE YEAR', 'THE DAY'), ['regions.2 missing']],
  ['words within speech', RAW.replace('So it was', 'So it never was'), ['speech.0 changed']],
])('%s: what a record marks is found again', ([, raw, expected]) => {
  expect(reviewOf(raw)).toEqual(expected);
});

test('an entry that nobody has seen is told from one that moved', () => {
  const bare = recordOf('memo', ENTRIES);
  const all = ['regions.0', 'regions.1', 'regions.1', 'regions.2', 'errata.0', 'errata.1', 'speech.0'];
  expect(reviewOf(RAW, bare, bare)).toEqual(all.map((entry) => `${entry} unseen`));
  // A record without anchors was right for the text that it pinned.
  expect(reviewOf(`New.\n${RAW}`, bare, bare)).toEqual(UP);
  expect(reviewOf(`New.\n${RAW}`, bare, null)).toContain('regions.0 unseen');
});

test('lines that an editor changed are those of other words', () => {
  expect(reviewOf(RAW, RECORD.replace('lines: 1-2', 'lines: 1'))).toEqual(['regions.0 moved 1-2']);
  expect(reviewOf(RAW, RECORD.replace('lines: 1-2', 'lines: 3-4'))).toEqual(['regions.0 moved 1-2']);
});

test('a person sees the words of then and now', () => {
  const [header] = reviewMarks(open(RAW.replace('aunt', 'uncle'), RECORD), open(RAW, RECORD));
  expect(header).toMatchObject({
    outcome: 'changed',
    isHidden: true,
    was: ['From: a clerk Cc: her aunt'],
    now: ['From: a clerk Cc: her uncle'],
  });
});
