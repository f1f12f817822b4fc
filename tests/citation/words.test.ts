import { describe, expect, test } from 'vitest';
import { resolve } from '#citation/resolve.ts';
import { contextOf, endsParagraph, printedWords, sentencesAround } from '#citation/words.ts';
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
const cite = (quote: string, from = source) => {
  const resolution = resolve({ sourceId: 'log', quote, locator: undefined }, from);
  if (!resolution.ok) throw new Error(`Cannot find ${quote}`);
  return resolution.passage;
};

test('words are printed with the letters and marks of the source, in one line, without page marks', () => {
  const { extent } = cite('wind rose... "Go home", they said. The ferry "Bélan" stayed in the harbour. The crew went');
  expect(printedWords(source, extent)).toBe(
    'wind rose… “Go home”, they said. The ferry “Be\u0301lan” stayed in the harbour. The crew went',
  );
});

test('words are printed from any unit of the text', () => {
  expect(printedWords(sourceOf('log', 'The wind rose.\n'), { start: 1, end: 8 })).toBe('he wind');
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

test('the context of a passage has at most 300 characters on each side', () => {
  const around = (length: number) => {
    const words = 'x'.repeat(length - 1);
    const source = sourceOf('log', `${words} until the third day of May ${words}\n`);
    const { before, after } = contextOf(source, cite('until the third day of May', source));
    return [before.length, after.length];
  };
  expect(around(300)).toEqual([300, 300]);
  expect(around(301)).toEqual([0, 0]);
});

test('a sentence and its context end at a part that cannot be cited, or at the end of the text', () => {
  const source = sourceOf(
    'log',
    'At noon the storm reached the town PAGE 1 and leftPhoto: a quayIt rained until the third day of May',
    `regions:
  - { kind: furniture, words: PAGE 1, reason: page mark }
  - { kind: boilerplate, words: "Photo: a quay", reason: caption }`,
  );
  const around = (quote: string) => {
    const passage = cite(quote, source);
    const { start, end } = sentencesAround(source, passage).own;
    const { before, after } = contextOf(source, passage);
    return { sentence: source.text.text.slice(start, end), end, before, after };
  };

  expect(around('storm reached the town')).toEqual({
    sentence: 'At noon the storm reached the town and left',
    end: 43,
    before: 'At noon the ',
    after: ' and left',
  });
  expect(around('until the third day of May')).toEqual({
    sentence: 'It rained until the third day of May',
    end: source.text.text.length,
    before: 'It rained ',
    after: '',
  });
});

test.for([
  ['It was 3.5\n', false],
  ['It rained.\n', true],
  ['"It rained."\n', true],
  ['(It rained!)\n', true],
  ['[It rained?]\n', true],
  ['It rained.a\n', false],
  ['It rained\n', false],
] as const)('a line such as %j ends a paragraph: %s', ([line, ends]) => {
  expect(endsParagraph(sourceOf('log', `${line}the wind rose.\n`), line.length - 1)).toBe(ends);
});

test.for<[quote: string, own: string, before: string | undefined]>([
  ['It rained in May and in', 'It rained in May and in June.', undefined],
  ['The quay fell, they say', 'The quay fell, they say.', 'It rained in May and in June.'],
  ['in June. The quay fell,', 'It rained in May and in June. The quay fell, they say.', undefined],
  ['Nobody saw it in the night', 'Nobody saw it in the night.', undefined],
])('the sentences around “%s” are those of its paragraph', ([quote, own, before]) => {
  const source = sourceOf(
    'log',
    'It rained in May and in June. The quay fell, they say.\n\nNobody saw it in the night.\n',
  );
  const around = sentencesAround(source, cite(quote, source));
  const read = (span: { start: number; end: number } | undefined) =>
    span && source.text.text.slice(span.start, span.end);

  expect([read(around.own), read(around.before)]).toEqual([own, before]);
});
