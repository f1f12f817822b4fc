import { expect, test } from 'vitest';
import { readClaims } from '#citation/claim.ts';
import { parseMdx } from '#markdown/parse.ts';

/** The claims of a text, each behind the label of its reference. */
function claims(text: string): string[] {
  const definitions = [...new Set(text.match(/\[\^\w\]/g))].map((label) => `${label}: @memo "x"`).join('\n\n');
  const parsed = parseMdx(`${text}\n\n${definitions}\n`, 'grain.mdx');
  if ('problem' in parsed) throw new Error(JSON.stringify(parsed.problem));
  return [...readClaims(parsed.tree)].map(([{ label }, claim]) => `${label}: ${claim}`);
}

test.for<[name: string, text: string, expected: string[]]>([
  ['the sentence before it', 'Oil went west.[^a]', ['a: Oil went west.']],
  ['with the sentences before it that have none', 'It was May. Oil went west.[^a]', ['a: It was May. Oil went west.']],
  ['but not those that have one', 'It was May.[^a] Oil went west.[^b]', ['a: It was May.', 'b: Oil went west.']],
  ['shared by references side by side', 'Oil went west.[^a][^b]', ['a: Oil went west.', 'b: Oil went west.']],
  [
    'the whole sentence for a reference inside of it',
    'Oil,[^a] and gas,[^b] went west. It was May.[^c]',
    ['a: Oil, and gas, went west.', 'b: Oil, and gas, went west.', 'c: Oil, and gas, went west. It was May.'],
  ],
  ['never the sentence that it begins', 'It was May. [^a]Oil went west.[^b]', ['a: It was May.', 'b: Oil went west.']],
  ['in one paragraph only', 'It was May.\n\nOil went west.[^a]', ['a: Oil went west.']],
  ['in a list item', '- Oil went west.[^a]\n- Gas.[^b]', ['a: Oil went west.', 'b: Gas.']],
  ['in a heading', '## Oil went west[^a]', ['a: Oil went west']],
  ['as plain text', '**Oil** went [west](/west/) `now` ![there](x.png).[^a]', ['a: Oil went west now there.']],
  ['over a hard line break', 'Oil\\\nwent  west.[^a]', ['a: Oil went west.']],
  ['the row of a table', '| a | b |\n|---|---|\n| Oil | west[^a] |', ['a: Oil · west']],
  ['a row without the space before a reference', '| a | b |\n|---|---|\n| Oil [^a] | west |', ['a: Oil · west']],
  ['a row without its empty cells', '| a | b |\n|---|---|\n| | west[^a][^b] |', ['a: west', 'b: west']],
  ['none inside a footnote', 'Oil went west.[^a]\n\n[^n]: @memo "x"\n\n    A note.[^a]', ['a: Oil went west.']],
])('the claim of a reference is %s', ([, text, expected]) => {
  expect(claims(text)).toEqual(expected);
});
