import { expect, test } from 'vitest';
import { parseMdx } from '#markdown/parse.ts';
import { plainStatement, readStatements, wordsOf } from '#statement/statement.ts';
import { indexLines, locate } from '#text/location.ts';

function read(text: string) {
  const definitions = [...new Set(text.match(/\[\^\w\]/g))].map((label) => `${label}: @memo "x"`).join('\n\n');
  const file = `${text}\n\n${definitions}\n`;
  const parsed = parseMdx(file, 'grain.mdx');
  if ('problem' in parsed) throw new Error(JSON.stringify(parsed.problem));
  return { file, statements: readStatements(parsed.tree, file) };
}

/** The statements of a text, as `kind footnotes: words`. */
const statements = (text: string) =>
  read(text).statements.map((statement) => `${statement.kind} ${statement.footnotes.join('')}: ${wordsOf(statement)}`);

test.for<[name: string, text: string, expected: string[]]>([
  ['the note after it', 'It was May.[^a] It was warm.[^b]', ['sentence a: It was May.', 'sentence b: It was warm.']],
  ['no note of the text below a heading', '## So:\n\nIt was May.[^a]', ['label : So:', 'sentence a: It was May.']],
  ['its note in a table, of which a cell of spaces says nothing', '| a |\n|---|\n| <b> </b>[^a] |', ['label : a']],
  ['the notes in it', 'It was May,[^a] and warm.[^b]', ['sentence ab: It was May, and warm.']],
  [
    'a note after a space',
    'It was May. [^a] It was warm.[^b]',
    ['sentence a: It was May.', 'sentence b: It was warm.'],
  ],
  [
    'no note right before a sentence that could belong to either',
    'It was May. [^a]It was warm.[^b]',
    ['sentence b: It was May.', 'sentence b: It was warm.'],
  ],
  [
    'that of the next one with a note, for one without',
    'It was May. It was warm. Oil went west.[^a]',
    ['sentence a: It was May.', 'sentence a: It was warm.', 'sentence a: Oil went west.'],
  ],
  [
    'no note of a sentence before',
    'It was May.[^a] It was warm.',
    ['sentence a: It was May.', 'sentence : It was warm.'],
  ],
  [
    'no note of another paragraph',
    'It was May.\n\nIt was warm.[^a]',
    ['sentence : It was May.', 'sentence a: It was warm.'],
  ],
  [
    'the notes of the first sentence after its colon, for a paragraph that ends in one',
    'It was so:\n\nIt was May.[^a] It was warm.[^b]',
    ['sentence a: It was so:', 'sentence a: It was May.', 'sentence b: It was warm.'],
  ],
  ['each note once', 'It was May,[^a] and warm.[^a]', ['sentence a: It was May, and warm.']],
  ['in a list', '- It was May.[^a]\n- Warm\n', ['sentence a: It was May.', 'sentence : Warm']],
  ['in a quotation block', '> It was May.[^a]', ['sentence a: It was May.']],
  [
    'in a table, the notes of the row',
    '| When | What[^a] |\n|---|---|\n| May | warm[^b] |\n| | |',
    ['row a: When · What', 'row b: May · warm'],
  ],
  [
    'in the head of a table, all',
    '| When | What |\n|---|---|\n| May | warm[^b] |',
    ['label : When · What', 'row b: May · warm'],
  ],
  [
    'in a row with an empty cell, those of the others',
    '| When | What |\n|---|---|\n| | warm[^b] |',
    ['label : When · What', 'row b: warm'],
  ],
  [
    'none of what follows, where a colon does not end the paragraph',
    'It was so: warm.\n\nIt was May.[^a]',
    ['sentence : It was so: warm.', 'sentence a: It was May.'],
  ],
  ['in a heading, all', '## It was May', ['label : It was May']],
  ['in a heading with a note, that', '## It was May[^a]', ['sentence a: It was May']],
  ['between tags', '<Event themes="x">\nIt was May.[^a]\n</Event>', ['sentence a: It was May.']],
  [
    'between tags on one line',
    '<b>It was May.[^a]</b> <i>It was warm.[^b]</i>',
    ['sentence a: It was May.', 'sentence b: It was warm.'],
  ],
  ['in a caption', '<figcaption>It was May.[^a]</figcaption>', ['sentence a: It was May.']],
  [
    'of the list that it introduces',
    'It was warm. It was one of these:\n\n- May[^a]\n- June[^b]',
    ['sentence a: It was warm.', 'sentence a: It was one of these:', 'sentence a: May', 'sentence b: June'],
  ],
  [
    'of the table that it introduces',
    'It was this:\n\n| When |\n|---|\n| May[^a] |',
    ['sentence a: It was this:', 'label : When', 'row a: May'],
  ],
  [
    'its own, where only the sentence with the colon has none',
    'It was May.[^a] It was this:\n\n- June[^b]',
    ['sentence a: It was May.', 'sentence b: It was this:', 'sentence b: June'],
  ],
  ['its own before a colon', 'It was this:[^b]\n\n- May[^a]', ['sentence b: It was this:', 'sentence a: May']],
  ['none after a colon at the end', 'It was this:', ['sentence : It was this:']],
  ['with emphasis and links', 'It *was* [May](/may/).[^a]', ['sentence a: It was May.']],
  [
    'with an abbreviation',
    'The U.S. Navy came.[^a] It left.[^b]',
    ['sentence a: The U.S. Navy came.', 'sentence b: It left.'],
  ],
  ['not within a footnote', 'It was May.[^a]\n\n[^n]: @memo "x"\n\n    It was warm.[^a]', ['sentence a: It was May.']],
])('a sentence rests on %s', ([, text, expected]) => {
  expect(statements(text)).toEqual(expected);
});

/** Where the words are in the file, by the way back from the normal form. */
function placeOf(text: string, words: string): string {
  const { file, statements } = read(text);
  for (const { parts } of statements) {
    for (const part of parts) {
      const at = part.text.indexOf(words);
      if (at === -1) continue;
      const { line, column } = locate(indexLines(file), part.offsetOf(at));
      return `${line}:${column}`;
    }
  }
  return 'nowhere';
}

test.for<[name: string, text: string, words: string, place: string]>([
  ['in a cell', '| a | b |\n|---|---|\n| May | was 12[^a] |', '12', '3:13'],
  ['after code', '`x` was 12 percent.[^a]', '12', '1:9'],
  ['after code and other words', 'It `x` was 12 percent.[^a]', '12', '1:12'],
  ['after an image', '![quay](q.png) was 12 percent.[^a]', '12', '1:20'],
])('a figure has its place %s', ([, text, words, place]) => {
  expect(placeOf(text, words)).toBe(place);
});

test('a statement spans its words in the file', () => {
  const { file, statements } = read('It `was` May.[^a] **It** was warm.[^b]\n\n`Oil`');
  expect(statements.map(({ span }) => file.slice(span.start, span.end))).toEqual([
    'It `was` May.',
    'It** was warm.',
    '`',
  ]);
});

test('code is left out of the sentence that contains it, and of no other', () => {
  const { statements } = read('It was May. It was `so` warm. It was `x`.[^a]');
  expect(statements.flatMap(({ parts }) => parts.map(({ text }) => text))).toEqual([
    'It was May.',
    'It was ￼￼ warm.',
    'It was ￼.',
  ]);
});

test('a link belongs to the sentence that has all of its words', () => {
  const { statements } = read(
    '## See [May](/may/)\n\nIt was [one](/a/). [Two](/b/) and [three](/c/) were warm. [It was. It is](/d/) so.[^a]',
  );
  const links = statements.flatMap(({ parts }) =>
    parts.map(({ text, links }) => links.map(({ start, end }) => text.slice(start, end))),
  );
  expect(links).toEqual([['May'], ['one'], ['Two', 'three'], [], []]);
});

test('a line of the front matter has no links', () => {
  expect(plainStatement('It was May.', { start: 7, end: 18 }, ['a'], 'sentence').parts).toMatchObject([
    { text: 'It was May.', words: 'It was May.', quoted: [], links: [] },
  ]);
});
