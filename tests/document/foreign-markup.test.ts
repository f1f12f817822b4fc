import { expect, test } from 'vitest';
import { foreignMarkup } from '#document/foreign-markup.ts';
import { parseMdx } from '#markdown/parse.ts';

const ids = new Map([['memo', undefined]]);

/** What is found in a text, as `fault written`. */
function found(text: string): string[] {
  const parsed = parseMdx(text, 'grain.mdx');
  if ('problem' in parsed) throw new Error(JSON.stringify(parsed.problem));
  return foreignMarkup(parsed.tree, text, 'grain.mdx', ids, []).map(({ fault, written }) => `${fault} ${written}`);
}

test.for<[text: string, expected: string]>([
  ['Oil went west [see @memo, p. 2; @log].', 'citation [see @memo, p. 2; @log]'],
  ['Oil went west [-@memo].', 'citation [-@memo]'],
  ['Oil went west, as @memo#L2 says.', 'citation @memo#L2'],
  ['Oil. @log "Oil went west."', 'citation @log "Oil went west."'],
  ['Oil went west.^[A note.]', 'note ^[A note.]'],
  ['Oil went west.[1] Gas stayed.', 'reference [1]'],
  ['Oil went west[12], gas stayed.', 'reference [12]'],
  ['Oil went west.<sup>[3]</sup>', 'reference <sup>[3]</sup>'],
  ['Oil went west. [1]_', 'reference [1]_'],
  ['Oil went west.footnoteref:[memo]', 'reference footnoteref:[memo]'],
  ['Oil \\cite[2]{memo} went.', 'reference \\cite[2]{memo}'],
  ['Oil \\textbf{west} went.', 'formula \\textbf{west}'],
  ['See x_{1} there.', 'formula _{1}'],
  ['![[oil.png]] went.', 'wiki-link ![[oil.png]]'],
  ['See [oil] (/articles/oil/) there.', 'spaced-link [oil] (/articles/oil/)'],
  ['See [oil][] there.', 'lost-link [oil][]'],
  ['See [oil][o] there.', 'lost-link [oil][o]'],
  ['So.%%ask%%', 'comment %%ask%%'],
  ['#Oil and gas', 'heading #Oil and gas'],
  ['=== Oil and gas', 'heading === Oil and gas'],
  ['> [!WARNING]\n> Oil went west.', 'directive [!WARNING]'],
  ['- Oil\n\n  :::tip[Oil]\n  So.', 'directive :::tip[Oil]'],
  ['| Oil | Gas |\n|---|\n| 1 | 2 |', 'table | Oil | Gas |\n|---|\n| 1 | 2 |'],
  ['[^a]: @memo "x"\n\n    So [@memo] says.', 'citation [@memo]'],
])('%s: %s', ([text, expected]) => {
  expect(found(text)).toEqual([expected]);
});

test.for([
  'Write to a@memo.example or [a@memo.example](mailto:a@memo.example).',
  'On @noon and @other nobody says a word.',
  'He bought “[the] ship” and “[T]he crew”.',
  'Written \\[\\@memo] and \\[[oil]] and \\^[so].',
  'Code: `[@memo]`, `[[oil]]`, `^[so]`, `/* x */`.',
  '```\n:::note\n[[oil]]\n```',
  '[^a]: @memo "x [1] [[y]]"; @memo "z"',
  'Ten is 10<sup>1</sup>, five km<sup>2</sup> and (a + b)<sup>2</sup>.',
  'See array [1] and list[x] there, and [1].',
  '#1 of the list, # of ships, #oil. So it went.',
  '| Oil | Gas |\n| --- | --- |\n| 1 | 2 |',
  'It is a | b, so.',
  'See [oil](/articles/oil/) (there) and [gas].',
  'See [oil][o] and [o][] and [^a][^b].\n\n[o]: /articles/oil/',
  'From 5 % to 10 %, 100 %% or so.',
  'It is 2 = 2, or == so.',
  'At ::: nothing, note: so.',
])('none in %s', (text) => {
  expect(found(text)).toEqual([]);
});
