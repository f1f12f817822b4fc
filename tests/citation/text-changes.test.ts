import { expect, test } from 'vitest';
import { listChanges, secretsOf } from '#citation/text-changes.ts';
import { compareWords } from '#text/compare-words.ts';
import { indexLines } from '#text/location.ts';

/** Lines 1 and 2 are hidden; what follows is far away from them. */
const HEAD = 'To: another@almar.example\nFrom: the clerk of Vellin\n';
const BODY =
  'Most of the grain went west, and the rest of it stayed where it was in May, for the port of Almar was closed.\n';

/** The changes when the text becomes `now`, of which so many lines from the first are hidden. */
function changesTo(now: string, hiddenLines = 2, raw = `${HEAD}${BODY}It rained in June.\n`) {
  const hide = (text: string, lines: number) => ({
    raw: text,
    lines: indexLines(text),
    hidden: lines === 0 ? [] : [{ start: 0, end: (indexLines(text)[lines] ?? 1) - 1 }],
  });
  const compared = compareWords(raw, now, 1000);
  if (!compared) throw new Error('Expected texts that can be compared');
  const before = hide(raw, 2);
  return listChanges(before, hide(now, hiddenLines), compared, secretsOf(before));
}

test('a change has its line and whole words around it', () => {
  expect(changesTo(`${HEAD}${BODY}It snowed in June.\n`)).toEqual([
    {
      line: 4,
      before: 'stayed where it was in May, for the port of Almar was closed.\nIt '.slice(23),
      removed: 'rained',
      added: 'snowed',
      after: ' in June.\n',
      isHidden: false,
    },
  ]);
});

test.for<[name: string, now: string, hiddenLines: number, expected: readonly [line: number, isHidden: boolean][]]>([
  ['far from it', `${HEAD}${BODY}It snowed in June.\n`, 2, [[4, false]]],
  ['in it', `${HEAD.replace('clerk', 'mayor')}${BODY}It rained in June.\n`, 2, [[2, true]]],
  ['next to it', `${HEAD}${BODY.replace('Most', 'Much')}It rained in June.\n`, 2, [[3, true]]],
  ['before it', `Received in May.\n${HEAD}${BODY}It rained in June.\n`, 3, [[1, true]]],
  ['before it, with the lines of the earlier text', `Received.\n\n${HEAD}${BODY}It rained in June.\n`, 2, [[1, true]]],
  ['where its words are repeated', `${HEAD}${BODY}It rained in June.\nFrom: the clerk of Vellin\n`, 2, [[5, true]]],
  ['where one of its words is repeated', `${HEAD}${BODY}Another rained in June.\n`, 2, [[4, true]]],
  [
    'where its words are now, without a record of them',
    `${BODY}It rained in June.\n${HEAD}`,
    0,
    [
      [1, true],
      [3, true],
    ],
  ],
])('a change %s is told from others', ([, now, hiddenLines, expected]) => {
  expect(changesTo(now, hiddenLines).map(({ line, isHidden }) => [line, isHidden])).toEqual(expected);
});
