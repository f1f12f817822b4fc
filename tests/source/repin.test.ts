import { expect, test } from 'vitest';
import { repin } from '#source/repin.ts';

const digest = 'b'.repeat(64);

test.for<[name: string, record: string, expected: string]>([
  [
    'comments, order and other keys',
    `# A memo.\nreviewed: 2025-01-02 # by hand\nid: memo\nsha256: ${'a'.repeat(64)}\nvoice: An office.\n`,
    `# A memo.\nreviewed: 2026-11-23 # by hand\nid: memo\nsha256: ${digest}\nvoice: An office.\n`,
  ],
  [
    'line ends',
    `id: memo\r\nsha256: "${'a'.repeat(64)}"\r\nreviewed: '2025-01-02'\r\n`,
    `id: memo\r\nsha256: ${digest}\r\nreviewed: 2026-11-23\r\n`,
  ],
  ...['reviewed:\n', 'reviewed: # not yet\n', "reviewed: ''\n", 'reviewed: ~\n', ''].map(
    (day): [string, string, string] => [
      `a record with ${JSON.stringify(day)}`,
      `sha256: ${'a'.repeat(64)}\n${day}voice: An office.\n`,
      `sha256: ${digest}\nreviewed: 2026-11-23${day.includes('#') ? ' # not yet' : ''}\nvoice: An office.\n`,
    ],
  ),
])('a new pin leaves %s as they are', ([, record, expected]) => {
  expect(repin(record, digest, '2026-11-23')).toBe(expected);
});
