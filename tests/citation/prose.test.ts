import { describe, expect, test } from 'vitest';
import { type Block, offsetIn, type Prose, readBlocks, splitProse } from '#citation/prose.ts';
import { parseMdx } from '#markdown/parse.ts';

function blocksOf(text: string): readonly Block[] {
  const parsed = parseMdx(text, 'grain.mdx');
  if ('problem' in parsed) throw new Error(JSON.stringify(parsed.problem));
  return readBlocks(parsed.tree);
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

test('a run of prose is told piece by piece where it comes from', () => {
  const [prose] = proseOf('Oil **went\nwest** in `May`.');

  expect(prose?.pieces.map(({ at, node }) => [at, node.type])).toEqual([
    [0, 'text'],
    [4, 'text'],
    [13, 'text'],
    [17, 'inlineCode'],
    [20, 'text'],
  ]);
});

test.for<[name: string, text: string, expected: string[]]>([
  ['of the sentence that they end', 'Oil went.[^a] Gas stayed.[^b]', ['Oil went. [a]', 'Gas stayed. [b]']],
  ['of the sentence that they stand in', 'Oil[^a] went. Gas stayed.', ['Oil went. [a]', 'Gas stayed. []']],
  ['of the sentence before, with a space between', 'Oil went. [^a] Gas stayed.', ['Oil went. [a]', 'Gas stayed. []']],
  [
    'of the sentence before, with none between the two',
    'Did it go?[^a]It stayed.',
    ['Did it go? [a]', 'It stayed. []'],
  ],
  ['of none where they begin a sentence', 'Oil went. [^a]Gas stayed.', ['Oil went. []', 'Gas stayed. []']],
  ['of the first sentence where they stand in front of it', '[^a]Oil went.', ['Oil went. [a]']],
])('references are %s', ([, text, expected]) => {
  const [prose] = proseOf(`${text}\n\n[^a]: @memo "x"\n\n[^b]: @memo "y"`);
  const sentences = prose && splitProse(prose);
  expect(
    sentences?.map(({ start, end, references }) => {
      const labels = references.map(({ label }) => label);
      return `${prose?.text.slice(start, end)} [${labels.join()}]`;
    }),
  ).toEqual(expected);
});

describe('the place of a character of prose', () => {
  test.for<[name: string, text: string]>([
    ['is where it stands', 'Oil went west in May.'],
    ['is found behind other markup', 'In **May** the oil _went_ [west](/west/).'],
    ['is found over the end of a line', 'In **May** the oil\n   went west,\n\tand north.'],
    ['is found behind white space of any length', '**Oil**  west and **gas**   of it.'],
    ['is found in one word behind white space', '**Oil**  west'],
    ['is found in a cell', '| a | b |\n|---|---|\n| In **May** | the oil went |'],
  ])('%s', ([, text]) => {
    for (const prose of proseOf(text)) {
      const found = [...prose.text].map((_, at) => text.charAt(offsetIn(prose, at, text)).replace(/\s/, ' '));
      expect(found.join('')).toBe(prose.text);
      if (prose.text !== '') expect(text.charAt(offsetIn(prose, prose.text.length, text) - 1)).toBe(prose.text.at(-1));
    }
  });

  test.for<[name: string, text: string, value: string]>([
    ['with a decoded character in it', 'In **May** the oil &amp; gas went.', ' the oil'],
    ['with a decoded character at its end', 'In **May** oil and &amp;', ' oil'],
    ['of a quotation over two lines', '> In **May** the oil\n> went', ' the oil'],
    ['that is code', 'In **May** `oil went`', '`oil'],
    ['that is a picture', 'In **May** ![oil went](a.png)', '![oil'],
  ])('is the start of the piece, for one %s', ([, text, start]) => {
    const [prose] = proseOf(text);
    const last = prose?.pieces.at(-1)?.at ?? 0;
    const offsets = Array.from({ length: 8 }, (_, index) => prose && offsetIn(prose, last + index, text));
    expect(new Set(offsets)).toEqual(new Set([text.indexOf(start)]));
  });
});
