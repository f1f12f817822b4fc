import { expect, test } from 'vitest';
import { readFootnotes } from '#citation/footnote.ts';
import { labelsMeant } from '#citation/rules/footnote-undefined.ts';
import { parseMdx } from '#markdown/parse.ts';

/** Suggests which footnotes of a text an undefined label may mean. */
function meaningOf(text: string): (label: string) => readonly string[] {
  const parsed = parseMdx(text, 'grain.mdx');
  if ('problem' in parsed) throw new Error(JSON.stringify(parsed.problem));
  const meantBy = labelsMeant(readFootnotes(parsed.tree, text));
  const place = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 2, offset: 1 } };
  return (label) => meantBy({ label, fault: 'missing', place });
}

test('white space around a label is dropped, and any within it becomes one hyphen', () => {
  const meant = meaningOf('[^oil]: @memo "x"\n\n[^a-b]: @memo "y"\n');

  expect(meant(' oil ')).toEqual(['oil']);
  expect(meant('a \n b')).toEqual(['a-b']);
});
