import type { PhrasingContent, Root } from 'mdast';
import { expect, test } from 'vitest';
import { checkCitations } from '#citation/check.ts';
import { parseMdx } from '#markdown/parse.ts';
import { sourceOf } from '../source-of.ts';

// mdast lets a reference stand without definition or label, and an image without text; a parser makes none of these.
test('a tree that no parser made is read as well', () => {
  const text = '@memo "The storm came in May."';
  const position = {
    start: { line: 1, column: 1, offset: 0 },
    end: { line: 1, column: text.length + 1, offset: text.length },
  };
  const reference = (identifier: string): PhrasingContent => ({ type: 'footnoteReference', identifier, position });
  const tree: Root = {
    type: 'root',
    children: [
      {
        type: 'paragraph',
        children: [
          { type: 'text', value: 'It stormed' },
          { type: 'image', url: '/storm.svg' },
          { type: 'text', value: '.' },
          reference('a'),
          reference('none'),
        ],
      },
      {
        type: 'footnoteDefinition',
        identifier: 'a',
        position,
        children: [{ type: 'paragraph', children: [{ type: 'text', value: text }], position }],
      },
    ],
  };
  const memo = sourceOf('memo', 'The storm came in May.\n');

  const { footnotes, problems } = checkCitations(tree, text, 'grain.mdx', new Map([['memo', memo]]));

  expect(problems).toEqual([]);
  expect(footnotes).toMatchObject([
    { identifier: 'a', number: 1, claims: ['It stormed.'], passages: [{ sourceId: 'memo' }] },
    { identifier: 'none', number: 2, claims: ['It stormed.'], passages: [] },
  ]);
});

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
    footnotes.map(({ identifier, isWhole, passages, claims }) => [identifier, isWhole, passages.length, claims]),
  ).toEqual([
    ['a', true, 1, ['Oil.', 'More oil.']],
    ['b', false, 1, ['Gas.']],
    ['c', false, 1, ['Coal.']],
    ['d', false, 0, ['Peat.']],
  ]);
  expect(holding).toBe(3);
});
