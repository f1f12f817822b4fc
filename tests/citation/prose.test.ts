import { describe, expect, test } from 'vitest';
import { type Block, type Prose, readBlocks, wordsBehind } from '#citation/prose.ts';
import { parseMdx } from '#markdown/parse.ts';

function blocksOf(text: string): readonly Block[] {
  const parsed = parseMdx(text, 'grain.mdx');
  if ('problem' in parsed) throw new Error(JSON.stringify(parsed.problem));
  return readBlocks(parsed.tree, text);
}

/** The runs of prose of a text, those of a row cell by cell. */
function proseOf(text: string): Prose[] {
  return blocksOf(text).flatMap((block) => ('cells' in block ? block.cells : [block.prose]));
}

test.for<[name: string, text: string, expected: string[]]>([
  ['a heading and a paragraph', '## Oil\n\nIt went west.', ['heading: Oil', 'paragraph: It went west.']],
  ['the head of a table and its rows', '| a | b |\n|---|---|\n| Oil | west |', ['table-head: a|b', 'row: Oil|west']],
  [
    'each element of a paragraph of nothing else',
    '<b>Oil.</b> {/* so */} <b>Gas.</b>',
    ['paragraph: Oil.', 'paragraph: Gas.'],
  ],
  ['a heading of nothing but elements', '## <b>Oil</b> <b>gas</b>', ['heading: Oil gas']],
  ['a paragraph of elements and words', '<b>Oil</b> and <b>gas</b>', ['paragraph: Oil and gas']],
  ['nothing of a footnote', 'Oil.[^a]\n\n[^a]: @memo "x"\n\n    A note.', ['paragraph: Oil.']],
])('blocks are %s', ([, text, expected]) => {
  const printed = blocksOf(text).map((block) => {
    const cells = 'cells' in block ? block.cells : [block.prose];
    return `${block.kind}: ${cells.map((cell) => cell.text).join('|')}`;
  });
  expect(printed).toEqual(expected);
});

test('links are those to pages of this site', () => {
  const text =
    'The [port](/port/), the [quay](#quay), the [*ship*](https://a.example/b), [a line](//a.example/) of it.';
  const [prose] = proseOf(text);

  expect(prose?.links.map(({ start, end }) => prose.text.slice(start, end))).toEqual(['port', 'quay']);
});

test.for<[name: string, text: string, expected: string[]]>([
  ['the sentence before it', 'Oil went west.[^a]', ['a: Oil went west.']],
  ['with the sentences before it that have none', 'It was May. Oil went west.[^a]', ['a: It was May. Oil went west.']],
  [
    'with the sentences before it, for each reference in the sentence',
    'It was May. Oil,[^a] and gas,[^b] went west.',
    ['a: It was May. Oil, and gas, went west.', 'b: It was May. Oil, and gas, went west.'],
  ],
  ['but not those that have one', 'It was May.[^a] Oil went west.[^b]', ['a: It was May.', 'b: Oil went west.']],
  ['shared by references side by side', 'Oil went west.[^a][^b]', ['a: Oil went west.', 'b: Oil went west.']],
  [
    'the whole sentence for a reference inside of it',
    'Oil,[^a] and gas,[^b] went west. It was May.[^c]',
    ['a: Oil, and gas, went west.', 'b: Oil, and gas, went west.', 'c: It was May.'],
  ],
  ['the first sentence, in front of it', '[^a]Oil went west. It was May.', ['a: Oil went west.']],
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
])('a reference goes after %s', ([, text, expected]) => {
  const definitions = [...new Set(text.match(/\[\^\w\]/g))].map((label) => `${label}: @memo "x"`).join('\n\n');
  const words = [...wordsBehind(blocksOf(`${text}\n\n${definitions}\n`))];
  expect(words.map(([{ label }, statement]) => `${label}: ${statement}`)).toEqual(expected);
});

describe('the place of a character of prose', () => {
  test.for<[name: string, text: string]>([
    ['is where it is', 'Oil went west in May.'],
    ['is found after other markup', 'In **May** the oil _went_ [west](/west/).'],
    ['is found over the end of a line', 'In **May** the oil\n   went west,\n\tand north.'],
    ['is found after white space of any length', '**Oil**  west and **gas**   of it.'],
    ['is found in one word after white space', '**Oil**  west'],
    ['is found in a quotation over two lines', '> In **May** the oil\n>  went west.'],
    ['is found in a cell', '| a | b |\n|---|---|\n| In **May** | the oil went |'],
  ])('%s', ([, text]) => {
    for (const prose of proseOf(text)) {
      const found = [...prose.text].map((_, at) => text.charAt(prose.offsets[at] ?? -1).replace(/\s/, ' '));
      expect(found.join('')).toBe(prose.text);
      if (prose.text !== '') expect(text.charAt((prose.offsets.at(-1) ?? 0) - 1)).toBe(prose.text.at(-1));
    }
  });

  test.for<[name: string, text: string, value: string]>([
    ['with a decoded character in it', 'In **May** the oil &amp; gas went.', ' the oil'],
    ['with a decoded character at its end', 'In **May** oil and &amp;', ' oil'],
    ['that is code', 'In **May** `oil went`', '`oil'],
    ['that is a picture', 'In **May** ![oil went](a.png)', '![oil'],
  ])('is the start of the piece, for one %s', ([, text, start]) => {
    const [prose] = proseOf(text);
    expect(new Set(prose?.offsets.slice(-4))).toEqual(new Set([text.indexOf(start)]));
  });
});
