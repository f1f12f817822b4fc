import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { printFootnote, readCitations } from '#citation/citation.ts';
import { citeFound, findPassages } from '#citation/find-passages.ts';
import { readFootnotes } from '#citation/footnote.ts';
import { LEAST_QUOTE, resolve } from '#citation/resolve.ts';
import { citableSentences, citableStretches } from '#citation/sentence.ts';
import { printedWords } from '#citation/words.ts';
import { readCorpus } from '#io/read-corpus.ts';
import { parseMdx } from '#markdown/parse.ts';
import type { Source } from '#source/source.ts';
import { indexLines, locate, type Span } from '#text/location.ts';
import { normalize, rawSpan } from '#text/normalize.ts';

const { sources } = readCorpus(fileURLToPath(new URL('../../', import.meta.url))).corpus;

/** The fewest sentences of each source: a fault in the cutting must not leave one untried. Of one that came later, one. */
const LEAST_SENTENCES = new Map([
  ['jns-2014', 63],
  ['overview-to-2017', 15],
  ['overview-to-2023', 25],
  ['recent-strides', 42],
  ['zenger-interview', 34],
]);

test('every source is tried', () => {
  expect(sources.map(({ id }) => id)).toEqual(expect.arrayContaining([...LEAST_SENTENCES.keys()]));
});

describe.for(sources.map((source) => [source.id, source] as const))('every sentence of %s', ([id, source]) => {
  const sentences = citableSentences(source);

  test('is tried', () => {
    const length = (spans: readonly Span[]) => spans.reduce((sum, { start, end }) => sum + end - start, 0);

    expect(sentences.length).toBeGreaterThanOrEqual(LEAST_SENTENCES.get(id) ?? 1);
    expect(length(sentences) / length(citableStretches(source))).toBeGreaterThan(0.98);
  });

  test.for<[name: string, quoted: (sentence: Span) => string, wrapped: (footnote: string) => string]>([
    ['as it is printed', (sentence) => printedWords(source, sentence), asIs],
    ['in its normal form', (sentence) => wordsOf(source, sentence), asIs],
    [
      'with straight marks',
      (sentence) => printedWords(source, sentence).replace(/[“”]/g, '"').replace(/[‘’]/g, "'"),
      asIs,
    ],
    ['with curly marks', (sentence) => printedWords(source, sentence).replace(/"/g, '”').replace(/'/g, '’'), asIs],
    ['wrapped again', (sentence) => printedWords(source, sentence), wrap],
  ])('is found at its place when it is quoted %s, printed as a footnote and read', ([, quoted, wrapped]) => {
    const lost = sentences.flatMap((sentence) => {
      const raw = rawSpan(source.text, sentence);
      const { line } = locate(source.lines, raw.start);
      const found = roundTrip(source, quoted(sentence), line, wrapped);
      const isSame = JSON.stringify([found.parts, found.raw]) === JSON.stringify([[sentence], [raw]]);
      return isSame ? [] : { sentence, words: wordsOf(source, sentence), found };
    });

    expect(lost).toEqual([]);
  });

  test('is found by its words, and cited so that it resolves to itself', () => {
    const lost = sentences.flatMap((sentence) => {
      const { found } = findPassages(sources, wordsOf(source, sentence));
      const passages = found.map((passage) => {
        const { sourceId, locator, quote } = citeFound(passage);
        const resolution = resolve({ ...citing(source, quote), sourceId, locator }, passage.source);
        return resolution.ok ? resolution.passage.parts : resolution.fact;
      });
      const isThere = passages.some((parts) => JSON.stringify(parts) === JSON.stringify([sentence]));
      return isThere && found.every(({ differences }) => differences === 0) ? [] : { sentence, passages };
    });

    expect(lost).toEqual([]);
  });

  test('has raw text with the same normal form', () => {
    const other = sentences.filter((sentence) => normalFormOf(source, sentence) !== wordsOf(source, sentence));

    expect(other).toEqual([]);
  });

  test.for<[name: string, change: (words: string) => string]>([
    [
      'another letter',
      (words) => changeInside(words, /[a-y]/, (letter) => String.fromCharCode(letter.charCodeAt(0) + 1)),
    ],
    ['another digit', (words) => changeInside(words, /\d/, (digit) => String((Number(digit) + 1) % 10))],
    ['another case', (words) => changeInside(words, /[a-z]/, (letter) => letter.toUpperCase())],
    ['a dotless i for an i', (words) => changeInside(words, /i/, () => 'ı')],
    ['a Cyrillic с for a c', (words) => changeInside(words, /c/, () => '\u0441')],
    ['a letter less at the end', (words) => words.replace(/\p{L}(?=\P{L}*$)/u, '')],
    ['a letter less at the start', (words) => words.replace(/(?<=^\P{L}*)\p{L}/u, '')],
    ['a word less inside', (words) => changeInside(words, / \w+(?= )/, () => '')],
  ])('is not found with %s', ([, change]) => {
    const words = sentences.map((sentence) => wordsOf(source, sentence));
    const quotes = words.map(change).filter((quote) => !words.includes(quote) && quote.length >= LEAST_QUOTE);
    const found = quotes.filter((quote) => {
      const resolution = resolve(citing(source, quote), source);
      return resolution.ok || resolution.fact.ruleId !== 'quote-not-found';
    });

    expect(quotes.length).toBeGreaterThan(0);
    expect(found).toEqual([]);
  });
});

test.for(sources.map((source) => [source.id, source] as const))(
  'every few words of %s have raw text with the same normal form',
  ([, source]) => {
    const words = [...source.text.text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
      start: index,
      end: index + word.length,
    }));
    const spans = words.flatMap(({ start }, first) =>
      words.slice(first, first + 10).map(({ end }) => ({ start, end })),
    );

    expect(spans.filter((span) => normalFormOf(source, span) !== wordsOf(source, span))).toEqual([]);
  },
);

function wordsOf({ text }: Source, { start, end }: Span): string {
  return text.text.slice(start, end);
}

/** The normal form of the raw text of a span, without its furniture. */
function normalFormOf({ raw, text, regions }: Source, span: Span): string {
  const { start, end } = rawSpan(text, span);
  const furniture = regions
    .filter((region) => region.kind === 'furniture' && start <= region.start && region.end <= end)
    .map((region) => ({ start: region.start - start, end: region.end - start }));
  return normalize(raw.slice(start, end), furniture).text;
}

function citing({ id }: Source, quote: string, line?: number) {
  return { sourceId: id, quote, locator: line === undefined ? undefined : { from: line, to: line } };
}

/** Print a footnote, read it back from a document with the project's own parser, and look for its quote. */
function roundTrip(source: Source, quote: string, line: number, wrapped: (footnote: string) => string) {
  const text = `The claim.[^note]\n\n${wrapped(printFootnote('note', [citing(source, quote, line)]))}\n`;
  const parsed = parseMdx(text, 'article.mdx');
  if ('problem' in parsed) throw new Error(JSON.stringify(parsed.problem));

  const { definitions, references, lostReferences } = readFootnotes(parsed.tree, text);
  const readings = definitions.map((definition) => readCitations(definition, 'article.mdx', indexLines(text)));
  const [citation] = readings.flatMap(({ citations }) => citations);
  expect(readings.flatMap(({ problems }) => problems)).toEqual([]);
  expect([definitions.length, references.length, lostReferences.length]).toEqual([1, 1, 0]);
  expect(citation).toMatchObject({ sourceId: source.id, locator: { from: line, to: line } });

  const resolution = resolve(citation ?? citing(source, ''), source);
  return resolution.ok ? resolution.passage : { ...resolution.fact, parts: [], raw: [] };
}

function asIs(footnote: string): string {
  return footnote;
}

/** Break lines all over a footnote, but not before a sign that would begin a list or the like. */
function wrap(footnote: string): string {
  return footnote.replace(/ (\S+) (?=[\p{L}(])/gu, '  $1\n    ');
}

/** Change what matches nearest to the middle. */
function changeInside(words: string, pattern: RegExp, change: (found: string) => string): string {
  const found = [...words.matchAll(new RegExp(pattern, 'g'))].map(({ 0: text, index }) => ({ text, index }));
  const [middle] = found.sort((a, b) => Math.abs(a.index - words.length / 2) - Math.abs(b.index - words.length / 2));
  if (!middle) return words;
  return words.slice(0, middle.index) + change(middle.text) + words.slice(middle.index + middle.text.length);
}
