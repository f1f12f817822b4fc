import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkCorpus } from '#check/check-corpus.ts';
import { listUnread, measureCoverage, passagesBySource } from '#check/coverage.ts';
import { LEAST_QUOTE, type Passage, resolve } from '#citation/resolve.ts';
import { readCorpus } from '#io/read-corpus.ts';
import type { Source } from '#source/source.ts';
import { documentOf, isNoStatement } from '../document-of.ts';
import { sourceOf } from '../source-of.ts';

const citeIn = (source: Source, quote: string, line?: number): Passage => {
  const locator = line === undefined ? undefined : { from: line, to: line };
  const resolution = resolve({ sourceId: source.id, quote, locator }, source);
  if (!resolution.ok) throw new Error(`Cannot find ${quote}`);
  return resolution.passage;
};
const letters = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

describe('the measure', () => {
  const raw = `- PAGE 1 -
The storm came in May, at noon.
- PAGE 2 -
The port was closed. 7 ships left.
`;
  const source = sourceOf('log', raw, 'regions:\n  - { kind: furniture, lines: [1, 3], reason: page marks }\n');
  const cite = (quote: string) => citeIn(source, quote);

  test('covers the text from its first letter to its last, without counting page marks', () => {
    const { cited, citable, stretches } = measureCoverage(source, [cite('in May, at noon. The port was')]);
    expect(cited).toBe(letters('in May, at noon. The port was'));
    expect(citable).toBe(letters('The storm came in May, at noon. The port was closed. 7 ships left.'));
    expect(stretches.map(({ start, end, use }) => [use, raw.slice(start, end)])).toEqual([
      ['apart', 'PAGE 1'],
      ['uncited', ' -\nThe storm came'],
      ['cited', ' in May, at noon'],
      ['apart', '.\n- PAGE 2'],
      ['cited', ' -\nThe port was'],
      ['uncited', ' closed. 7 ships left'],
    ]);
  });

  test('counts letters of two passages once', () => {
    const once = measureCoverage(source, [cite('The storm came in May')]);
    const twice = measureCoverage(source, [cite('The storm came in May'), cite('storm came in May, at')]);
    expect(twice.cited - once.cited).toBe(letters('at'));
  });

  test.for<[text: string, count: number]>([
    ['Ab 1', 3],
    ['𝟙𝟚', 2],
    ['𐀀𐀁𐀂', 3],
  ])('counts the letters of %s one by one', ([text, count]) => {
    expect(measureCoverage(sourceOf('log', text), []).citable).toBe(count);
  });

  test('distinguishes a part of a word from the rest', () => {
    const hidden = sourceOf(
      'log',
      'JonasRye wrote.\n',
      'regions:\n  - { kind: withheld, words: Rye, reason: A name. }\n',
    );
    const { citable, stretches } = measureCoverage(hidden, []);
    expect(citable).toBe(letters('Jonas wrote'));
    expect(stretches).toEqual([
      { start: 0, end: 5, use: 'uncited' },
      { start: 5, end: 8, use: 'apart' },
      { start: 8, end: 14, use: 'uncited' },
    ]);
  });

  test('of a retracted source has no citable letter', () => {
    const { cited, citable, stretches } = measureCoverage(sourceOf('log', raw, 'status: { retracted: A copy. }\n'), []);
    expect([cited, citable]).toEqual([0, 0]);
    expect(stretches.map(({ use }) => use)).toEqual(['apart']);
  });
});

describe('what is not cited', () => {
  const region = (kind: string, where: string) => `regions:\n  - { kind: ${kind}, ${where}, reason: Apart. }\n`;

  test.for<[name: string, raw: string, more: string, quotes: readonly string[], unread: readonly string[]]>([
    ['is the whole text without a passage', 'The storm came.\n', '', [], ['1:1 The storm came.']],
    ['is nothing if everything is cited', 'The storm came in May.\n', '', ['The storm came in May.'], []],
    ['is nothing if only marks are left', '"The storm came in May."\n', '', ['The storm came in May'], []],
    [
      'are the words between two passages, without the marks that end the first',
      'The storm came in May, at noon. The port was closed at once.',
      '',
      ['The storm came in May', 'The port was closed at once.'],
      ['1:24 at noon.'],
    ],
    [
      'has the marks that open and close it',
      'The port of Vellin was closed." ("The storm", it says.) Then the ships left.',
      '',
      ['The port of Vellin was closed', 'Then the ships left.'],
      ['1:33 ("The storm", it says.)'],
    ],
    [
      'may be only the number of a note',
      'The storm came in May.[7] Then the ships left.',
      '',
      ['The storm came in May', 'Then the ships left.'],
      ['1:23 [7]'],
    ],
    [
      'is listed by paragraph, which ends at a blank line and where a line ends with a sentence',
      'The storm came\nin May. It went\n\nin June\n\nThe port was closed.\nThe ships left.\n',
      '',
      [],
      ['1:1 The storm came in May. It went', '4:1 in June', '6:1 The port was closed.', '7:1 The ships left.'],
    ],
    [
      'runs over a page mark between two passages',
      'The storm came in May, at\nPage 1\nnoon. Then the ships left.\n',
      region('furniture', 'lines: 2'),
      ['The storm came in May', 'Then the ships left.'],
      ['1:24 at noon.'],
    ],
    ['joins a word at a hyphen', 'The south-\nwest wind\n', '', [], ['1:1 The south-west wind']],
    [
      'never includes a withheld letter',
      'The clerk Jonas Rye wrote it.\n',
      region('withheld', 'words: Jonas Rye'),
      [],
      ['1:1 The clerk', '1:21 wrote it.'],
    ],
    [
      'never includes a withheld mark',
      'Signed »§§§« by hand.\n',
      region('withheld', 'words: »§§§«'),
      [],
      ['1:1 Signed', '1:14 by hand.'],
    ],
    [
      'includes neither headings nor captions',
      'THE STORM\nIt came in May.\nPhoto: the quay\n',
      region('heading', 'lines: [1, 3]'),
      [],
      ['2:1 It came in May.'],
    ],
    ['has the letters of any script whole', 'In May 𝟙𝟚 ships\n', '', [], ['1:1 In May 𝟙𝟚 ships']],
    ['is as printed', 'Au cafe\u0301 — “Bélan”…\n', '', [], ['1:1 Au cafe\u0301 — “Bélan”…']],
    ['is nothing in an empty text', '', '', [], []],
  ])('%s', ([, raw, more, quotes, unread]) => {
    const source = sourceOf('log', raw, more);
    const found = listUnread(
      source,
      quotes.map((quote) => citeIn(source, quote)),
    );
    const column = (start: number) => start - raw.lastIndexOf('\n', start - 1);
    expect(found.map(({ line, words, span }) => `${line}:${column(span.start)} ${words}`)).toEqual(unread);
  });
});

test('a source with `coverage: complete` must be cited as a whole', () => {
  const source = sourceOf('log', 'The storm came in May, at noon.\n', 'coverage: complete\n');
  const unread = (quote: string) =>
    checkCorpus(
      [{ id: 'log', source, problems: [] }],
      [documentOf('pages', 'oats', '', `It came.[^a]\n\n[^a]: @log "${quote}"`)],
    ).report.problems.filter(isNoStatement);
  expect(unread('The storm came in May, at noon.')).toEqual([]);
  expect(unread('The storm came in May')).toMatchObject([
    { ruleId: 'passage-unread', unread: [{ line: 1, words: 'at noon.' }] },
  ]);
});

const { corpus } = readCorpus(fileURLToPath(new URL('../../', import.meta.url)));
const bySource = passagesBySource(corpus);

// Of a longer text, a choice of passages is tried too slowly.
const short = corpus.sources.filter(({ raw }) => raw.length < 50_000);

describe.for(short.map((source) => [source.id, source] as const))(
  'for any choice of the passages of %s',
  ([id, source]) => {
    const passages = bySource.get(id) ?? [];
    const someCited = fc.subarray([...passages]);

    test('what is listed has exactly the letters that are not cited', () => {
      fc.assert(
        fc.property(someCited, (cited) => {
          const coverage = measureCoverage(source, cited);
          const unread = listUnread(source, cited).map(({ words }) => letters(words));
          expect(unread).not.toContain(0);
          expect(unread.reduce((sum, count) => sum + count, 0)).toBe(coverage.citable - coverage.cited);
        }),
      );
    });

    test('what is listed can be quoted as it is, and then is no longer listed', () => {
      fc.assert(
        fc.property(someCited, (cited) => {
          const unread = listUnread(source, cited);
          const long = unread.filter(({ words }) => words.length >= LEAST_QUOTE);
          const more = long.map(({ words, line }) => citeIn(source, words, line));
          expect(listUnread(source, [...cited, ...more])).toEqual(unread.filter((stretch) => !long.includes(stretch)));
        }),
      );
    });
  },
);
