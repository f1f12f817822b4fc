import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { printFootnote, readCitations } from '#citation/citation.ts';
import { readFootnotes } from '#citation/footnote.ts';
import { LEAST_QUOTE, resolve } from '#citation/resolve.ts';
import { readCorpus } from '#io/read-corpus.ts';
import { parseMdx } from '#markdown/parse.ts';
import type { Source } from '#source/source.ts';
import { indexLines, locate, type Span } from '#text/location.ts';
import { normalize, rawSpan } from '#text/normalize.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const { sources } = readCorpus(root).corpus;

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The stretches of the normal form that can be cited: what lies between headings, captions and withheld lines. */
function citableStretches({ text, regions }: Source): Span[] {
  const stretches: Span[] = [];
  let open: number | undefined;
  for (let unit = 0; unit <= text.text.length; unit++) {
    const at = text.starts[unit];
    const isCitable =
      at !== undefined && !regions.some(({ kind, start, end }) => kind !== 'furniture' && start <= at && at < end);
    if (isCitable) open ??= unit;
    else if (open !== undefined) {
      stretches.push({ start: open, end: unit });
      open = undefined;
    }
  }
  return stretches;
}

/**
 * Every sentence that can be cited, as a span of the normal form. A sentence that is too short for a quote is joined to the
 * one behind it, as an author would quote it; at the end of a stretch, to the one before it.
 */
function sentences(source: Source): Span[] {
  return citableStretches(source).flatMap((stretch) => {
    const found: Span[] = [];
    for (const { index, segment } of segmenter.segment(source.text.text.slice(stretch.start, stretch.end))) {
      const start = stretch.start + index + segment.length - segment.trimStart().length;
      const end = stretch.start + index + segment.trimEnd().length;
      if (start >= end) continue;
      const last = found.at(-1);
      if (last && last.end - last.start < LEAST_QUOTE) found[found.length - 1] = { start: last.start, end };
      else found.push({ start, end });
    }
    const last = found.at(-1);
    const before = found.at(-2);
    if (last && before && last.end - last.start < LEAST_QUOTE)
      found.splice(-2, 2, { start: before.start, end: last.end });
    return found.filter(({ start, end }) => end - start >= LEAST_QUOTE);
  });
}

/** Cite a span as an author would: its printed words, on the line where it starts. */
function cite(source: Source, span: Span) {
  const raw = rawSpan(source.text, span);
  const quote = [...furnitureless(source, raw)].join('');
  const { line } = locate(source.lines, raw.start);
  return printFootnote('note', [{ sourceId: source.id, locator: { from: line, to: line }, quote }]);
}

/** The raw characters of a span without the page marks that lie in it. */
function* furnitureless({ raw, regions }: Source, { start, end }: Span) {
  const furniture = regions.filter(({ kind }) => kind === 'furniture');
  for (let at = start; at < end; at++) {
    if (!furniture.some((region) => region.start <= at && at < region.end)) yield raw.charAt(at);
  }
}

/** Read a footnote back from an MDX file that refers to it, and look its one citation up. */
function lookUp(source: Source, footnote: string) {
  const text = `Claim.[^note]\n\n${footnote}\n`;
  const parsed = parseMdx(text, 'round-trip.mdx');
  if ('problem' in parsed) throw new Error(JSON.stringify(parsed.problem));
  const [definition] = readFootnotes(parsed.tree, text).definitions;
  if (!definition) throw new Error('Expected a footnote');
  const { citations, problems } = readCitations(definition, 'round-trip.mdx', indexLines(text));
  const [citation] = citations;
  if (!citation || problems.length > 0) throw new Error(JSON.stringify(problems));
  return resolve(citation, source);
}

test('all raw texts are sources', () => {
  const texts = readdirSync(new URL('../sources/', import.meta.url)).filter((name) => name.endsWith('.txt'));
  expect(sources.map(({ id }) => `${id}.txt`)).toEqual(texts.sort());
  expect(sources).toHaveLength(5);
});

// The messages below give places only: what is withheld in a source stays out of the output of tests, too.
describe.for(sources.map((source) => [source.id, source] as const))('of %s', ([id, source]) => {
  const spans = sentences(source);

  test('nearly all letters that can be cited are in a sentence that is tried', () => {
    const letters = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
    const citable = citableStretches(source).map(({ start, end }) => source.text.text.slice(start, end));
    const tried = spans.map(({ start, end }) => source.text.text.slice(start, end));

    expect(spans.length).toBeGreaterThan(15);
    expect(letters(tried.join('')) / letters(citable.join(''))).toBeGreaterThan(0.99);
  });

  test('every sentence, printed as a footnote, read and looked up, is found where it stands', () => {
    for (const span of spans) {
      const found = lookUp(source, cite(source, span));
      const passage = found.ok ? { parts: found.passage.parts, raw: found.passage.raw } : found.fact.ruleId;
      expect(passage, `${id} ${span.start}-${span.end}`).toEqual({
        parts: [span],
        raw: [rawSpan(source.text, span)],
      });
    }
  });

  test('every sentence is found when its quote is wrapped anew and its marks are of another kind', () => {
    for (const span of spans) {
      const footnote = cite(source, span)
        .replace(/ /g, '\n    ')
        .replace(/’/g, "'")
        .replace(/^(\S+)\s+(\S+)\s+"(.*)"$/s, '$1 $2 “$3”');
      const found = lookUp(source, footnote);
      expect(found.ok && found.passage.parts, `${id} ${span.start}-${span.end}`).toEqual([span]);
    }
  });

  test('no sentence is found with one letter or digit changed, wherever it is', () => {
    for (const [index, span] of spans.entries()) {
      const words = source.text.text.slice(span.start, span.end);
      const places = [...words.matchAll(/[\p{L}\p{N}]/gu)].map((match) => match.index);
      const at = places[(index * 7) % places.length] ?? 0;
      const other = words.charAt(at) === 'q' ? 'x' : 'q';
      const quote = words.slice(0, at) + other + words.slice(at + 1);
      const found = lookUp(source, printFootnote('note', [{ sourceId: id, locator: undefined, quote }]));
      expect(found.ok, `${id} ${span.start}-${span.end} at ${at}`).toBe(false);
    }
  });

  test('every stretch of the normal form maps back to raw text of that form', () => {
    const { text } = source.text;
    const furniture = (span: Span) => normalize([...furnitureless(source, span)].join('')).text;
    // From the border of a word to another one: half an ellipsis or a hyphen without its word has a form of its own.
    const border = (at: number) => (at >= text.length ? text.length : text.lastIndexOf(' ', at) + 1);
    for (let near = 0; near < text.length; near += 13) {
      for (const length of [20, 60, 400]) {
        const start = border(near);
        const end = Math.max(start, border(near + length) - 1);
        const words = text.slice(start, end);
        expect(furniture(rawSpan(source.text, { start, end })) === words.trim(), `${id} ${start}-${end}`).toBe(true);
      }
    }
  });

  test('the whole of the raw text is the whole of the normal form', () => {
    const raw = readFileSync(new URL(`../sources/${id}.txt`, import.meta.url), 'utf8');
    expect(source.raw === raw).toBe(true);
    const all = rawSpan(source.text, { start: 0, end: source.text.text.length });
    expect(normalize(raw.slice(0, all.start)).text.length + normalize(raw.slice(all.end)).text.length).toBeLessThan(60);
  });
});
