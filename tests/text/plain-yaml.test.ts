import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPlainYaml } from '#text/plain-yaml.ts';
import { readYaml } from '#text/yaml.ts';

const AT = { line: 1, column: 4, offset: 3 };

/** Read a text in both ways: a remark at its end is for the parser, and changes no value and no place. */
function compare(text: string): void {
  const plain = readPlainYaml(text);
  if (!plain) return;
  const quick = readYaml(text, AT);
  const parsed = readYaml(`${text}${text.endsWith('\n') ? '' : '\n'}# A remark.\n`, AT);
  expect({ value: quick.value, errors: quick.errors }).toEqual({ value: parsed.value, errors: parsed.errors });
  for (const [key, found] of plain) {
    for (const path of [[key], ...('value' in found ? [] : found.map((_, index) => [key, index]))]) {
      expect(quick.placeAt(path), path.join('.')).toEqual(parsed.placeAt(path));
    }
    expect(quick.placeAt([key], 'key')).toEqual(parsed.placeAt([key], 'key'));
    expect(quick.placeAt([key, 9])).toEqual(parsed.placeAt([key, 9]));
    expect(quick.placeAt([key, 0, 'more'])).toEqual(parsed.placeAt([key, 0, 'more']));
  }
  expect(quick.placeAt(['missing'])).toEqual(parsed.placeAt(['missing']));
}

test('front matter is read as the parser reads it', () => {
  const text =
    '\ntitle: Oil, "so-called"\nasOf: "until: 2023"\nnote: \'a "b"\'\nthemes: [energy, trade]\nrelated:\n  - a-b\n  - "c"\norder: 12\nupdated: 2026-11-23\nempty: []\n';
  expect(readPlainYaml(text)?.size).toBe(8);
  compare(text);
});

test.for([
  ['a comment', 'a: b # c\n'],
  ['a value on the next line', 'a:\n  b\n'],
  ['a value over two lines', 'a: b\n  c\n'],
  ['a map', 'a:\n  b: c\n'],
  ['a key without a value', 'a:\n'],
  ['a key without a value before another', 'a:\nb: c\n'],
  ['a key written twice', 'a: b\na: c\n'],
  ['a word that is no string', 'a: True\n'],
  ['a key that is no string', 'null: a\n'],
  ['a word in a list that is no string', 'a: [true]\n'],
  ['a word in a list below that is no string', 'a:\n  - true\n'],
  ['an escape', 'a: "b\\n"\n'],
  ['an alias', 'a: *b\n'],
  ['a number that is not whole', 'a: 1.5\n'],
  ['an empty line', 'a: b\n\nc: d\n'],
  ['carriage returns', 'a: b\r\n'],
  ['a list that follows a value', 'a: b\n  - c\n'],
  ['white space at its end', 'a: b \n'],
  ['a key of many characters', `${'a'.repeat(1100)}: b\n`],
  ['a day with more behind it', 'a: 2026-11-23: b\n'],
  ['a day behind a mark', 'a: - 2026-11-23\n'],
  ['words behind a quotation', 'a: "b" c\n'],
  ['words behind a list', 'a: [b] c\n'],
  ['words in a list', 'a: [b C]\n'],
  ['words further on in a list', 'a: [b, c D]\n'],
  ['nothing', '\n'],
])('%s is left to the parser', ([, text = '']) => {
  expect(readPlainYaml(text)).toBeUndefined();
});

test.for([
  ['a long number', 'a: 123456789\n'],
  ['a list of three', 'a: [b, c-1, d]\n'],
  ['a list of one', 'a: [b]\n'],
  ['words with brackets behind them', 'a: b [c]\n'],
])('%s is plain', ([, text = '']) => {
  expect(readPlainYaml(text)?.size).toBe(1);
  compare(text);
});

test('a text of random pieces is read as the parser reads it, if it is plain', () => {
  const pieces = [
    ...[
      'a',
      'b',
      'title',
      'related',
      ':',
      ': ',
      ' ',
      '  ',
      '\n',
      '\n',
      '\n  - ',
      '- ',
      '[',
      ']',
      '[a, b]',
      ', ',
      '"',
      "'",
    ],
    ...[
      '2026-11-23',
      '12',
      '0',
      '007',
      '1e3',
      'true',
      'Null',
      'no',
      '~',
      '#',
      ' #',
      '\\',
      '&',
      '*',
      '!',
      '|',
      '>',
      '%',
      '@',
    ],
    ...[
      '`',
      '{',
      '}',
      '?',
      '...',
      '---',
      '\t',
      '\r',
      'é',
      'İ',
      '…',
      '\u00a0',
      '\u0085',
      '\u2028',
      '\ufeff',
      '𝔸',
      '\ud800',
    ],
  ];
  const word = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 4 }).map((words) => words.join(''));
  const line = fc.oneof(
    word,
    fc.tuple(word, word).map(([key, value]) => `${key}: ${value}`),
  );
  const text = fc.array(line, { minLength: 1, maxLength: 5 }).map((lines) => `${lines.join('\n')}\n`);
  fc.assert(fc.property(text, compare), { numRuns: 4000, seed: Number(process.env['FUZZ_SEED'] ?? 1) });
});
