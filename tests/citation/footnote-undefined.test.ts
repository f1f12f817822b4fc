import { expect, test } from 'vitest';
import { readFootnotes } from '#citation/footnote.ts';
import { labelsMeant } from '#citation/rules/footnote-undefined.ts';
import { parseMdx } from '#markdown/parse.ts';

test('of the first 500 lost labels it is said what they may have been meant to be', () => {
  const text = '[^storm]: @memo "The storm came in May."\n';
  const parsed = parseMdx(text, 'grain.mdx');
  if ('problem' in parsed) throw new Error(JSON.stringify(parsed.problem));
  const place = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 2, offset: 1 } };
  const meantBy = labelsMeant(readFootnotes(parsed.tree, text));
  const meant = (label: string) => meantBy({ label, fault: 'missing', place });

  expect(meant('strom')).toEqual(['storm']);
  for (let number = 1; number < 500; number++) meant(`other-${number}`);
  expect(meant('storn')).toEqual([]);
  expect(meant('strom')).toEqual(['storm']);
});
