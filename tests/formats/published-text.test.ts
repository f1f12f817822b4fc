import { describe, expect, test } from 'vitest';
import { publishedSpan, publishText } from '#formats/published-text.ts';
import { articleOf, documentOf } from '../document-of.ts';
import { projects, publicationOf } from '../published.ts';
import { sourceOf } from '../source-of.ts';

const theme = documentOf('themes', 'trade', 'label: Trade\norder: 1\n', 'Trade.');

function textOf(raw: string, regions: string, more = '') {
  const source = sourceOf('log', raw, `regions:\n${regions}\n${more}`);
  const [published] = publicationOf(
    [source],
    [articleOf('oats', 'A.[^a]\n\n[^a]: @log "The storm came in May"'), theme],
  ).sources;
  return { raw, ...publishText(published?.lines ?? []) };
}

const raw = 'From: Jonas Rye\nTo: Ann\nThe storm [7] came in\nPage 2\nMay. Ask Jonas for more.\n';
const regions = [
  '  - { kind: withheld, lines: 1-2, reason: Private. }',
  '  - { kind: furniture, lines: 4, reason: A page mark. }',
  '  - { kind: furniture, words: "[7]", printed: false, reason: A mark. }',
  '  - { kind: withheld, words: Ask Jonas, reason: A name. }',
].join('\n');

describe('the published text', () => {
  const { text, at, furniture } = textOf(raw, regions);

  test('has the same lines, and a reason where one is not published', () => {
    expect(text.split('\n')).toEqual([
      '[Lines 1 to 2 are not published here: Private.]',
      '',
      'The storm […] came in',
      'Page 2',
      'May. […] for more.',
      '',
    ]);
    expect(textOf(raw, '  - { kind: withheld, lines: 2, reason: A name. }').text).toContain(
      '\n[Line 2 is not published here: A name.]\nThe storm',
    );
  });

  test('has no withheld character', () => {
    for (const words of ['Jonas', 'Rye', 'Ann', '[7]']) expect(text).not.toContain(words);
  });

  test('maps each published offset of the raw text', () => {
    for (const words of ['The storm', 'came in', 'Page 2', 'May.', 'for more.']) {
      const start = at(raw.indexOf(words));
      expect(text.slice(start, start + words.length)).toBe(words);
    }
    expect(at(0)).toBe(0);
  });

  test('maps a span to its last character, not to what is after it', () => {
    const start = raw.indexOf('The storm');
    const span = publishedSpan({ at }, { start, end: raw.indexOf('May.') + 4 });
    expect(text.slice(span.start, span.end)).toBe('The storm […] came in\nPage 2\nMay.');
  });

  test('counts code points before an offset, and the half of one as a whole', () => {
    const { text, codePointsBefore } = textOf(
      '𝒜𝒷 The storm came in May. 𝒞',
      '  - { kind: furniture, words: 𝒞, reason: A mark. }',
    );
    const offsets = Array.from({ length: text.length + 1 }, (_, offset) => offset);
    expect(offsets.map(codePointsBefore)).toEqual(offsets.map((offset) => [...text.slice(0, offset)].length));
  });

  test('knows its page furniture', () => {
    expect(furniture.map(({ start, end }) => text.slice(start, end))).toEqual(['[…]', 'Page 2']);
  });
});

test('a source that is published whole is served unchanged', () => {
  const whole = projects().flatMap(({ corpus, publication }) =>
    corpus.sources
      .filter(({ regions }) => regions.every(({ printed }) => printed))
      .map(({ id, raw }) => ({ raw, lines: publication.sources.find((source) => source.id === id)?.lines ?? [] })),
  );
  expect(whole.length).toBeGreaterThan(0);
  for (const { raw, lines } of whole) expect(publishText(lines).text).toBe(raw);
});
