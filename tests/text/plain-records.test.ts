import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { readPlainRecord } from '#text/plain-records.ts';

/** Read a text in both ways: what is plain has no error, and the same value. Returns whether it is plain. */
function compare(text: string): boolean {
  const record = readPlainRecord(text);
  if (!record) return false;
  const document = parseDocument(text, { prettyErrors: false, schema: 'core', uniqueKeys: true, version: '1.2' });
  expect([...document.errors, ...document.warnings], text).toEqual([]);
  expect(record, text).toEqual(document.toJS());
  return true;
}

test('a record is read as the parser reads it', () => {
  const text = `# A remark.

id: a-b
sha256: ${'22e9d'.padEnd(64, '0')}
status: current
none: []
csl:
  title:
    known: stated
    value: “Oil”, so-called
    words:
      - It rained
      - "so \\"it\\" is"
      - 'so'
    note: >-
      It rained, # and
      - so it is:

regions:
  - kind: heading
    lines: 1-8
    printed: false

  # Another remark.
  - lines: [31, "1-8", word]
    count: 12
speech:
  - { kind: opinion, from: "a \\"b\\"", by: 'c' }
issued: 2014-12-24
words: 24 Dec 2014
`;
  expect(compare(text)).toBe(true);
});

const sources = new URL('../../sources/', import.meta.url);

test('the records of the site are read as the parser reads them, and most are plain', () => {
  const records = readdirSync(sources).filter((name) => name.endsWith('.yaml'));
  const plain = records.filter((name) => compare(readFileSync(new URL(name, sources), 'utf8')));
  expect(plain.length).toBeGreaterThan(records.length / 2);
});

test.for([
  ['a key without a value', 'a:\nb: c\n'],
  ['a key written twice', 'a: b\na: c\n'],
  ['a key written twice in braces', 'a: { b: c, b: d }\n'],
  ['a key that is no string', 'null: a\n'],
  ['a key in braces that is no string', 'a: { null: a }\n'],
  ['a word that is nothing', 'a: null\n'],
  ['a word in brackets that is nothing', 'a: [null]\n'],
  ['a word in braces that is nothing', 'a: { b: null }\n'],
  ['a list that is not indented', 'a:\n- b\n'],
  ['a list on its own', '- a\n'],
  ['a list in a list', 'a:\n  - - b\n'],
  ['a day with more behind it', 'a: 2014-12-24: b\n'],
  ['a day behind a mark', 'a: - 2014-12-24\n'],
  ['a digest with more behind it', `a: ${'2a'.repeat(32)}: b\n`],
  ['an alias of a digest', `a: *${'2a'.repeat(32)}\n`],
  ['a range with more behind it', 'a: 1-8: b\n'],
  ['an alias of a range', 'a: *1-8\n'],
  ['a number with a range behind it', 'a: 1: b-8\n'],
  ['a character in folded text that is not seen', 'a: >-\n  \u0001b\n'],
  ['a space at the end of folded text', 'a: >-\n  b \n'],
  ['a character in a list that is not seen', 'a: ["b\u0001"]\n'],
  ['an odd indentation', 'a:\n   b: c\n'],
  ['a value over two lines', 'a: b\n  c\n'],
  ['an empty line in folded text', 'a: >-\n  b\n\n  c\n'],
  ['a line in folded text that is indented further', 'a: >-\n  b\n    c\n'],
  ['folded text without a line', 'a: >-\nb: c\n'],
  ['text whose lines are kept', 'a: |\n  b\n'],
  ['an escape', 'a: "b\\n"\n'],
  ['a remark behind a value', 'a: b # c\n'],
  ['an anchor', 'a: &b c\n'],
  ['a fraction', 'a: 1.5\n'],
  ['a number that is no decimal', 'a: 0xab\n'],
  ['a tab', 'a:\tb\n'],
  ['carriage returns', 'a: b\r\n'],
  ['too many levels', `${Array.from({ length: 12 }, (_, depth) => `${'  '.repeat(depth)}a:`).join('\n')} b\n`],
  ['nothing', ''],
])('%s is left to the parser', ([, text = '']) => {
  expect(readPlainRecord(text)).toBeUndefined();
});

test('a text of random lines is read as the parser reads it, if it is plain', () => {
  const values = [
    ...[
      'b',
      'B c',
      'b: c',
      'b:c',
      'b #c',
      'b#c',
      '"b"',
      "'b'",
      '"b',
      "b'",
      '"\\""',
      '"\\\\"',
      '"\\u202E"',
      '“b”',
      '(b)',
      '•.,',
      '-b',
      '- b',
    ],
    ...[
      '1',
      '12',
      '0',
      '007',
      '1-8',
      '1.5',
      '1. Bc',
      '1.Bc',
      '1e3',
      '12ab',
      '24 Dec 2014',
      '2014-12-24',
      '2014-12',
      '0xab',
      '0o7',
      '+1',
    ],
    ...[
      '22e9'.padEnd(64, '0'),
      '22e9a'.padEnd(64, '0'),
      'true',
      'false',
      'True',
      'null',
      'Null',
      '~',
      'no',
      '.inf',
      '-.inf',
      '.nan',
    ],
    ...[
      '>-',
      '>',
      '|',
      '>-2',
      '[]',
      '[a, b]',
      '[1, "b"]',
      '[a,b]',
      '[ a ]',
      '[a',
      '{ a: b }',
      '{ a: "b", c: 1 }',
      '{}',
      '{a: b}',
    ],
    ...[
      '&a',
      '*a',
      '!a',
      '%a',
      '@a',
      '`a',
      '?',
      '? a',
      '...',
      '---',
      '# a',
      'é',
      'İ',
      '\u00a0',
      '\u00a0b',
      '\u2028',
      '\ufeff',
      '𝔸',
      '\ud800',
      'b ',
      '',
    ],
  ];
  const value = fc.constantFrom(...values);
  const key = fc.constantFrom('a', 'b', 'title', 'a-b', 'null', '1', 'é');
  const indentation = fc.constantFrom('', '', '  ', '  ', '    ', '   ', '\u00a0\u00a0');
  const line = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.tuple(indentation, key, value).map(([space, name, words]) => `${space}${name}: ${words}`),
    },
    { weight: 2, arbitrary: fc.tuple(indentation, key).map(([space, name]) => `${space}${name}:`) },
    {
      weight: 2,
      arbitrary: fc.tuple(indentation, key, value).map(([space, name, words]) => `${space}- ${name}: ${words}`),
    },
    { weight: 2, arbitrary: fc.tuple(indentation, value).map(([space, words]) => `${space}- ${words}`) },
    { weight: 2, arbitrary: fc.tuple(indentation, value).map(([space, words]) => `${space}${words}`) },
  );
  const indented = (lines: readonly string[]) => lines.map((words) => `  ${words}`);
  const name = fc.constantFrom('a', 'b', 'title', 'a-b', 'words');
  const folded = fc.array(value, { minLength: 1, maxLength: 3 }).map((lines) => ['>-', ...indented(lines)]);
  /** The value of a key or of an item: what stands on its line, and the lines below. */
  const below = (depth: number): fc.Arbitrary<readonly string[]> =>
    fc.oneof(
      { weight: 3, arbitrary: value.map((words) => [words]) },
      { weight: 1, arbitrary: folded },
      ...(depth === 0
        ? []
        : [
            {
              weight: 2,
              arbitrary: fc.oneof(map(depth - 1), list(depth - 1)).map((lines) => ['', ...indented(lines)]),
            },
          ]),
    );
  const map = (depth: number): fc.Arbitrary<readonly string[]> =>
    fc
      .uniqueArray(fc.tuple(name, below(depth)), { minLength: 1, maxLength: 3, selector: ([own]) => own })
      .map((entries) =>
        entries.flatMap(([own, [first, ...more]]) => [`${own}:${first === '' ? '' : ` ${first}`}`, ...more]),
      );
  const list = (depth: number): fc.Arbitrary<readonly string[]> =>
    fc
      .array(
        fc.oneof(
          map(depth),
          value.map((words) => [words]),
        ),
        { minLength: 1, maxLength: 3 },
      )
      .map((items) => items.flatMap(([first, ...more]) => [`- ${first}`, ...indented(more)]));
  const text = fc.tuple(map(2), fc.array(fc.tuple(fc.nat(12), line), { maxLength: 1 })).map(([lines, more]) => {
    const all = [...lines];
    for (const [at, words] of more) all.splice(at, 0, words);
    return `${all.join('\n')}\n`;
  });
  let plain = 0;
  fc.assert(
    fc.property(text, (written) => {
      if (compare(written)) plain++;
    }),
    { numRuns: 6000, seed: Number(process.env['FUZZ_SEED'] ?? 1) },
  );
  expect(plain).toBeGreaterThan(100);
});
