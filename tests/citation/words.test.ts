import { describe, expect, test } from 'vitest';
import { resolve } from '#citation/resolve.ts';
import { contextOf, printedWords } from '#citation/words.ts';
import { sourceOf } from '../source-of.ts';

const long = `It ${'rained, '.repeat(50)}and rained`;
const raw = `THE WEATHER OF THE YEAR
The wind rose… “Go home”, they
PAGE 1
said.  The ferry “Be\u0301lan” stayed in the harbour. The crew
went ashore.
At noon the storm reached the town, and left it again
without a full stop

The next paragraph has a caption.
Photo: a quay in a storm of words
${long} until the third day of May ${long}.
`;
const source = sourceOf(
  'log',
  raw,
  `regions:
  - { kind: heading, lines: 1, reason: title }
  - { kind: furniture, lines: 3, reason: page mark }
  - { kind: boilerplate, lines: 10, reason: caption }
`,
);
const place = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } };
const cite = (quote: string) => {
  const resolution = resolve({ sourceId: 'log', quote, locator: undefined, place }, source);
  if (!resolution.ok) throw new Error(`Cannot find ${quote}`);
  return resolution.passage;
};

test('words are printed with the letters and marks of the source, in one line, without page marks', () => {
  const { extent } = cite('wind rose... "Go home", they said. The ferry "Bélan" stayed in the harbour. The crew went');
  expect(printedWords(source, extent)).toBe(
    'wind rose… “Go home”, they said. The ferry “Be\u0301lan” stayed in the harbour. The crew went',
  );
});

describe('the context of a passage', () => {
  test.for<[name: string, quote: string, before: string, after: string]>([
    ['is the rest of its sentence', '“Bélan” stayed in the', 'The ferry ', ' harbour.'],
    ['is empty around a whole sentence', 'The ferry "Bélan" stayed in the harbour.', '', ''],
    [
      'is that of the first and the last sentence',
      'the harbour. The crew went',
      'The ferry “Be\u0301lan” stayed in ',
      ' ashore.',
    ],
    ['does not reach into a heading', 'wind rose… “Go home”', 'The ', ', they said.'],
    [
      'does not cross a line that ends a sentence',
      'noon the storm reached',
      'At ',
      ' the town, and left it again without a full stop',
    ],
    ['does not cross a blank line', 'next paragraph has a', 'The ', ' caption.'],
    ['is left out where the sentence has no end in sight', 'until the third day of May', '', ''],
  ])('%s', ([, quote, before, after]) => {
    expect(contextOf(source, cite(quote))).toEqual({ before, after });
  });
});
