import { expect, test } from 'vitest';
import { checkCitations } from '#citation/check.ts';
import { parseMdx } from '#markdown/parse.ts';
import { sourceOf } from '../source-of.ts';

test('a footnote is whole if all of it could be read, and each of its quotes was found', () => {
  const text = [
    'Oil.[^a] Gas.[^b] Coal.[^c] Peat.[^d] More oil.[^a]',
    '[^a]: @memo "The storm came in May."',
    '[^b]: @memo "The storm came in May."\n    @memo "The storm came in June."',
    '[^c]: @memo "The storm came in May."; and so on',
    '[^d]: Nothing.',
  ].join('\n\n');
  const parsed = parseMdx(text, 'grain.mdx');
  if ('problem' in parsed) throw new Error(JSON.stringify(parsed.problem));
  const memo = sourceOf('memo', 'The storm came in May.\n');

  const { footnotes, holding } = checkCitations(parsed.tree, text, 'grain.mdx', new Map([['memo', memo]]));

  expect(
    footnotes.map(({ identifier, isWhole, passages, statements }) => [
      identifier,
      isWhole,
      passages.length,
      statements,
    ]),
  ).toEqual([
    ['a', true, 1, ['Oil.', 'More oil.']],
    ['b', false, 1, ['Gas.']],
    ['c', false, 1, ['Coal.']],
    ['d', false, 0, ['Peat.']],
  ]);
  expect(holding).toBe(3);
});
