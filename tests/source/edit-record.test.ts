import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { anchoredText } from '#source/anchor.ts';
import { moveLines, writeAnchors } from '#source/edit-record.ts';
import { recordOf } from '../source-of.ts';

const raw = 'From: a clerk\n\nTHE YEAR\nThe p0rt of Almar [1] was open.\nPage 1\nIt rained.\n';
const ANCHOR = '[0-9a-f]+-[0-9a-f]{12}';

test.for<[name: string, more: string, expected: string]>([
  [
    'a region in a block',
    'regions:\n  - kind: withheld # for good\n    lines: "1-1"\n    reason: A name.\n',
    `regions:\n  - kind: withheld # for good\n    lines: "1-1"\n    anchor: ${ANCHOR}\n    reason: A name\\.\n`,
  ],
  [
    'a region that begins with its reason',
    'regions:\n- reason: >-\n    A\n    name.\n  kind: withheld\n  lines: 1\n',
    `regions:\n- anchor: ${ANCHOR}\n  reason: >-\n    A\n    name\\.\n  kind: withheld\n  lines: 1\n`,
  ],
  [
    'each of the lines of a region',
    'regions: [{ kind: furniture, lines: [3, 5], reason: Marks }]\n',
    `regions: \\[\\{ kind: furniture, lines: \\[3, 5\\], anchor: \\[${ANCHOR}, ${ANCHOR}\\], reason: Marks \\}\\]\n`,
  ],
  [
    'all words of a region at once',
    'regions:\n  - kind: furniture\n    words:\n      - "[1]"\n      - Page 1\n    reason: Marks\n',
    `    words:\n      - "\\[1\\]"\n      - Page 1\n    anchor: ${ANCHOR}\n    reason: Marks\n`,
  ],
  [
    'a slip and speech',
    'errata: [{ line: 4, printed: p0rt, certainty: certain }]\nspeech:\n  - { kind: opinion, from: It, to: rained., by: x }\n',
    `printed: p0rt, anchor: ${ANCHOR}, certainty: certain \\}\\]\nspeech:\n  - \\{ kind: opinion, from: It, to: rained\\., anchor: ${ANCHOR}, by: x \\}\n`,
  ],
  [
    'in place of an older one, in any form',
    'regions:\n  - { kind: withheld, lines: 1, "anchor": "1-0123456789ab", reason: A. }\n  - kind: heading\n    lines: [3]\n    anchor:\n      - 1-0123456789ab\n    reason: B.\n',
    `"anchor": 13-(?!0123)[0-9a-f]{12}, reason: A\\. \\}\n  - kind: heading\n    lines: \\[3\\]\n    anchor:\n      8-[0-9a-f]{12}\\s+reason: B\\.\n`,
  ],
  [
    'with the line ends of the record',
    'regions:\r\n  - kind: withheld\r\n    lines: 1\r\n    reason: A name.\r\n',
    `lines: 1\r\n    anchor: ${ANCHOR}\r\n    reason`,
  ],
])('an anchor is written for %s', ([, more, expected]) => {
  const record = more.includes('\r') ? recordOf('memo', more).replace(/\r?\n/g, '\r\n') : recordOf('memo', more);
  const written = writeAnchors(record, anchoredText(raw));
  expect(written).toMatch(new RegExp(expected));
  expect(writeAnchors(written, anchoredText(raw))).toBe(written);
  const without = (text: string) => JSON.stringify(parse(text), (key, value) => (key === 'anchor' ? undefined : value));
  expect(without(written)).toBe(without(record));
});

test.for<[name: string, record: string]>([
  ['cannot be read', 'id: "memo'],
  ['is no record', 'id: memo\n'],
  ['has an entry that is not in the text', recordOf('memo', 'errata: [{ line: 1, printed: zzz, certainty: certain }]')],
  ['has no entries', recordOf('memo')],
])('a record that %s stays as it is', ([, record]) => {
  expect(writeAnchors(record, anchoredText(raw))).toBe(record);
});

test('lines are moved in the form that they are written in', () => {
  const record = recordOf(
    'memo',
    'regions:\n  - { kind: a, lines: [1, \'2-3\', 5], reason: x } # one\n  - kind: b\n    lines: "1-8"\nerrata:\n  - line: 7\n',
  );
  const move = (to: { from: number; to: number }, ...path: PropertyKey[]) => ({ mark: { path }, to });
  expect(
    moveLines(record, [
      move({ from: 2, to: 2 }, 'regions', 0, 'lines', 0),
      move({ from: 30, to: 40 }, 'regions', 0, 'lines', 1),
      move({ from: 2, to: 9 }, 'regions', 1, 'lines', 0),
      move({ from: 8, to: 8 }, 'errata', 0, 'line'),
    ]),
  ).toBe(record.replace("[1, '2-3', 5]", "[2, '30-40', 5]").replace('"1-8"', '"2-9"').replace('line: 7', 'line: 8'));
});
