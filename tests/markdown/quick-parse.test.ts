import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blankFrontMatter } from '#corpus/document.ts';
import { findExcess } from '#markdown/limits.ts';
import { parseMdx } from '#markdown/parse.ts';
import { withoutPlainElements } from '#markdown/plain-elements.ts';
import { parseQuickly } from '#markdown/quick-parse.ts';

const home = fileURLToPath(new URL('../../', import.meta.url));

/** The tree of remark as plain data: without the classes of its tokens, and without keys that are undefined. */
function treeOf(text: string): unknown {
  const parsed = parseMdx(text, 'a.mdx');
  return 'tree' in parsed ? JSON.parse(JSON.stringify(parsed.tree)) : parsed;
}

function quickTreeOf(text: string): unknown {
  const tree = parseQuickly(text);
  return tree && JSON.parse(JSON.stringify(tree));
}

const documents = ['content', 'tests/fixtures'].flatMap((folder) =>
  readdirSync(join(home, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => join(folder, name)),
);

test('most documents are parsed quickly, and into the same tree', () => {
  const quick = documents.filter((file) => {
    const text = blankFrontMatter(readFileSync(join(home, file), 'utf8'));
    // What goes beyond a limit is parsed by neither.
    const tree = findExcess(text, file) ? undefined : quickTreeOf(text);
    if (tree) expect(tree, file).toEqual(treeOf(text));
    return tree !== undefined;
  });
  expect(quick.length).toBeGreaterThan(documents.length / 2);
});

/** The pieces that prose with footnotes is made of, and marks that mean something only at some places. */
const PIECES = [
  ...['Baku', 'in 1991', ' ', '  ', '    ', '\n', '\n\n', '\r\n', '[^a]', '[^b]', '1991.[^a]', '"', '“', '”', '…', '—'],
  ...['\n\n[^a]: @x "so it is"', '\n    @y "and so"', '\n\n    A remark.', '\n\n[^b]: @x `"q"`', '\n[^A]: @x#L9 "q"'],
  ...[
    '# ',
    '## ',
    '- ',
    '* ',
    '+ ',
    '> ',
    '1. ',
    '2) ',
    '| a | b |\n|---|:-:|\n| c | d |\n',
    '|',
    '\n---\n',
    '\n===\n',
  ],
  ...['*', '**', '_', '`', '``', '[x](/y/)', '[x](/y/ "t")', '![i](/j.png)', '[', ']', '](', '(', ')', '!', '^', ':'],
  ...['\\', '&amp;', '&#65;', '&nosuch;', '$', '=', '-', '.', ',', ';', '?', '@x', 'x_y_z', '3*4', '%20', '/'],
  ...['é', 'e\u0301', 'ə', 'İ', '𝔸', '\u00a0', '\u3000', '\u202e', '\ud800'],
];

/** Elements and comments of the plainest kind, where they may stand and where they may not. */
const ELEMENTS = [
  ...['<Event date="04XX" themes="jewish-community">', '<Point>', '<Chart title="Of 1991, \'so\'" unit="percent">'].map(
    (tag) => `\n\n${tag}\n`,
  ),
  ...['\n</Event>\n\n', '\n</Point>\n\n', '\n</Chart>\n\n', '\n<Point id="a">\n', '</Point>', '<Point>'],
  ...[
    '\n\n<Event date="1991">\nIt rained.[^a]\n</Event>\n\n',
    '\n\n<Point by="é İ 𝔸">\n\n"So" it is.[^b]\n\n</Point>\n',
  ],
  ...[
    '{/* citations-ignore-next date-unsupported: it is so */}',
    '\n\n{/* so, it is */}\n\n',
    '\n\n{/* so, it is */}\nIt is.',
    '{/**/}',
    '{/* */ */}',
    '{/* \n */}',
  ],
];

describe('a text of random pieces with elements and comments', () => {
  test('is parsed into the same tree, if it is parsed quickly', () => {
    const piece = fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 1, arbitrary: fc.constantFrom(...ELEMENTS) },
    );
    let quick = 0;
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 14 }).map((pieces) => pieces.join('')),
        (written) => {
          const tree = quickTreeOf(written);
          if (!tree || !/[<{]/.test(written)) return;
          quick++;
          expect(tree).toEqual(treeOf(written));
        },
      ),
      { numRuns: 4000, seed: Number(process.env['FUZZ_SEED'] ?? 1) },
    );
    expect(quick).toBeGreaterThan(100);
  });
});

describe('a text of random pieces', () => {
  test('is parsed into the same tree, if it is parsed quickly', () => {
    const text = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 24 }).map((pieces) => pieces.join(''));
    let quick = 0;
    fc.assert(
      fc.property(text, (written) => {
        const tree = quickTreeOf(written);
        if (!tree) return;
        quick++;
        expect(tree).toEqual(treeOf(written));
      }),
      { numRuns: 1500, seed: Number(process.env['FUZZ_SEED'] ?? 1) },
    );
    expect(quick).toBeGreaterThan(300);
  });
});

test.for([
  ['an element', 'So.\n\n<Event date="1991">\nIt rained.\nSo it did.\n</Event>\n\nSo.'],
  ['elements in an element', '<Chart>\n<Point id="a">\n\nIt rained.\n\n</Point>\n</Chart>'],
  ['an element with an empty line of spaces', '<Point>\nIt rained.\n  \nSo it did.\n</Point>'],
  ['code beside an element', '<Point>\nIt `rained`.\n</Point>\n\n`So` it did.'],
  ['a comment before words', '{/* so */}\nIt rained.'],
  ['a comment in a line', 'It {/* so */} rained.'],
  ['an element of which a value has any letter', '<Point by="People of Clay">\nIt rained.\n</Point>'],
  ['an element that begins with a quotation', '<Point>\n“It rained.”\n</Point>'],
  ['a straight quotation after a comment', '{/* so */}\n"It rained."'],
  ['an empty line after a comment', '{/* so */}\n\nIt rained.'],
  ['an element after another', '<Point>\n</Point>\n<Point>\n</Point>\n\nSo.'],
  ['lines of words beside a comment', '{/* so */}\nIt rained.\n- So it did.'],
])('a text with %s is parsed quickly', ([, text = '']) => {
  expect(quickTreeOf(text)).toEqual(treeOf(text));
});

test('of a text with plain elements and comments all else is left, line by line', () => {
  expect(
    withoutPlainElements('It {/* so */} is.\n \n<Event date="1991">\n\nIt rained.\n</Event>\n\n{/* so */}\nSo.'),
  ).toBe('It  is.\n \n\n\nIt rained.\n\n\n\nSo.');
});

test.for([
  ['an element', 'It <b>rained</b>.'],
  ['an element without end', 'So.\n\n<Point>\nIt rained.'],
  ['tags that do not match', '<Event>\nIt rained.\n</Point>'],
  ['an element behind words', 'So.\n<Point>\nIt rained.\n</Point>'],
  ['tags that overlap', '<Event>\n<Point>\nIt rained.\n</Event>\n</Point>'],
  ['words right behind an element', '<Point>\nIt rained.\n</Point>\nSo it did.'],
  ['a list in an element', '<Point>\n- It rained.\n</Point>'],
  ['a list behind a blank line of an element', '<Point>\n\n- It rained.\n\n</Point>'],
  ['a comment in an element', '<Point>\n\n{/* so */}\n\n</Point>'],
  ['a module behind an element', '<Point>\nIt rained.\n</Point>\n\nimport x from "y"'],
  ['an element before a line that ends at a CR', '<Point>\nIt rained.\n</Point>\n\r'],
  ['an element behind a byte order mark', '\ufeff\n<Event date="1991">\nIt rained.\n</Event>'],
  ['a comment behind white space of a rare kind', '\t\n{/* so */}'],
  ['a comment before a list', '{/* so */}\n- It rained.'],
  ['a comment that may stand in code', 'Of `it {/* so */} and` that.'],
  ['an expression', 'It {1 + 1} rained.'],
  ['a module', 'import x from "y"'],
  ['a bare address', 'See www.example.org.'],
  ['an address of mail', 'Write to a@example.org.'],
  ['a footnote without a citation', 'So.[^a]\n\n[^a]: It rained.'],
  ['a box of a task', '- [ ] It rains.'],
  ['an empty item', '*\n\n   - It\n`rained\n    today`.'],
  ['an empty item with a number', '1.\r\n\r\n   - It\r\n`rained\r\n    today`.'],
  ['an empty item in an item', '- *\n\n  - It rained.'],
  ['an empty item in a quotation', '> * \n>\n>    - It\n`rained\n    today`.'],
  ['an escaped mark before another one', 'Of \\**Baku**.'],
  ['a tab', 'It\trained.'],
  ['a break of a line', 'It rained.  \n    So it is.'],
  ['half a character', 'It rained \ud800.'],
])('a text with %s is left to remark', ([, text = '']) => {
  expect(parseQuickly(text)).toBeUndefined();
});
