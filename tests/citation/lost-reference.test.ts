import { expect, test } from 'vitest';
import { findLostReferences } from '#citation/lost-reference.ts';
import { parseMdx } from '#markdown/parse.ts';

test.for<[name: string, text: string, expected: string[]]>([
  ['a label without a footnote', 'Oil.[^west]', ['missing west']],
  ['none for a footnote that is there', 'Oil.[^west]\n\n[^west]: @memo "x"', []],
  ['none beside bare addresses', 'Write to a@b.c or www.a.example or http://a.example/.', []],
  ['one beside a bare address', 'Write to a@b.c.[^west]', ['missing west']],
  ['none in code', 'Write `[^west]`.\n\n```\n[^west]\n```', []],
  ['none behind a backslash', 'Write \\[^west].', []],
])('finds %s', ([, text, expected]) => {
  const parsed = parseMdx(text, 'grain.mdx');
  if ('problem' in parsed) throw new Error(JSON.stringify(parsed.problem));

  expect(findLostReferences(parsed.tree, text).map(({ fault, label }) => `${fault} ${label}`)).toEqual(expected);
});
