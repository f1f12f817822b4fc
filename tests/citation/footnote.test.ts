import { expect, test } from 'vitest';
import { readFootnotes } from '#citation/footnote.ts';
import { parseMdx } from '#markdown/parse.ts';

const text = `Oil.[^West-A][^b] Gas.[^b]

[^West-A]: @memo "x"

[^b]: @memo "y"
    @memo "z"

    A note.

[^c]: - a list

[^d]:
`;

test('footnotes are read in the order of the file', () => {
  const parsed = parseMdx(text, 'grain.mdx');
  if ('problem' in parsed) throw new Error(JSON.stringify(parsed.problem));
  const { definitions, references } = readFootnotes(parsed.tree, text);

  expect(
    definitions.map(({ identifier, label, citations, hasNote }) => [identifier, label, citations?.source, hasNote]),
  ).toEqual([
    ['west-a', 'West-A', '@memo "x"', false],
    ['b', 'b', '@memo "y"\n    @memo "z"', true],
    ['c', 'c', undefined, false],
    ['d', 'd', undefined, false],
  ]);
  for (const { citations } of definitions) {
    if (citations) expect(text.startsWith(citations.source, citations.offset)).toBe(true);
  }
  expect(references.map(({ identifier, statement }) => [identifier, statement])).toEqual([
    ['west-a', 'Oil.'],
    ['b', 'Oil.'],
    ['b', 'Gas.'],
  ]);
});
