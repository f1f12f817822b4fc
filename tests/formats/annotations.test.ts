import { expect, test } from 'vitest';
import { annotationsOf } from '#formats/annotations.ts';
import { proofOf } from '#formats/proof.ts';
import { publishText } from '#formats/published-text.ts';
import { normalize } from '#text/normalize.ts';
import { articleOf, documentOf } from '../document-of.ts';
import { projects, publicationOf } from '../published.ts';
import { sourceOf } from '../source-of.ts';

const site = new URL('https://storms.example');
const theme = documentOf('themes', 'trade', 'label: Trade\norder: 1\n', 'Trade.');

// Two code units each: positions are code points.
const raw = '𝒜𝒷 The storm came in May. Page 2. It left in June, they say. 𝒞';
const { articles, sources } = publicationOf(
  [
    sourceOf(
      'log',
      raw,
      'regions: [{ kind: furniture, words: Page 2., reason: A page mark. }]\n' +
        'speech: [{ kind: reported, from: It left, to: they say., by: the clerk }]',
    ),
  ],
  [
    articleOf(
      'oats',
      'A.[^a][^b]\n\n[^a]: @log "The storm came in May"\n    @log "It left in June, they"\n\n[^b]: @log "storm ' +
        'came […] left in June,"',
    ),
    theme,
  ],
);
const [article] = articles;
const textOf = (id: string) => publishText(sources.find((source) => source.id === id)?.lines ?? []);

test('an article has an annotation for each citation, with its note as the body and the words as the target', () => {
  if (!article) throw new Error('Expected an article');
  const collection = annotationsOf(article, textOf, site);
  expect(collection).toMatchObject({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'https://storms.example/articles/oats/annotations.jsonld',
    type: 'AnnotationCollection',
    label: 'Citations of “oats”',
    total: 3,
    first: {
      id: 'https://storms.example/articles/oats/annotations.jsonld#page-1',
      type: 'AnnotationPage',
      partOf: 'https://storms.example/articles/oats/annotations.jsonld',
      startIndex: 0,
    },
  });
  const { items } = collection.first;
  expect(items.map(({ id }) => id.replace(/^.*#/, ''))).toEqual(['note-fn-a-1', 'note-fn-a-2', 'note-fn-b']);
  expect(items[0]).toEqual({
    id: 'https://storms.example/articles/oats/annotations.jsonld#note-fn-a-1',
    type: 'Annotation',
    motivation: 'linking',
    body: [
      {
        type: 'SpecificResource',
        source: 'https://storms.example/articles/oats/',
        selector: { type: 'FragmentSelector', conformsTo: 'http://tools.ietf.org/rfc/rfc3236', value: 'note-fn-a' },
      },
      { type: 'TextualBody', purpose: 'describing', value: 'A.', format: 'text/plain', language: 'en' },
      { type: 'TextualBody', purpose: 'classifying', value: 'stated', format: 'text/plain', language: 'en' },
    ],
    target: [
      {
        type: 'SpecificResource',
        source: 'https://storms.example/sources/log.txt',
        selector: [
          {
            type: 'TextQuoteSelector',
            exact: 'The storm came in May',
            prefix: '𝒜𝒷 ',
            suffix: '. Page 2. It left in June, they ',
          },
          { type: 'TextPositionSelector', start: 3, end: 24 },
        ],
      },
    ],
  });
  expect(items[1]?.body.slice(1)).toMatchObject([
    { purpose: 'describing', value: 'A.' },
    { purpose: 'classifying', value: 'reported' },
    { purpose: 'identifying', value: 'the clerk' },
  ]);
  expect(items[1]?.target[0]?.selector[0]).toMatchObject({
    exact: 'It left in June, they',
    prefix: ' The storm came in May. Page 2. ',
    suffix: ' say. 𝒞',
  });
  expect(items[2]?.target.map(({ selector }) => selector[0])).toMatchObject([
    { exact: 'storm came' },
    { exact: 'left in June,' },
  ]);
});

test('every annotation of whole sites selects its words by both selectors', () => {
  let targets = 0;
  for (const { publication } of projects()) {
    const texts = new Map(publication.sources.map(({ id, lines }) => [id, publishText(lines)]));
    for (const each of publication.articles) {
      const found = annotationsOf(each, (id) => texts.get(id) ?? publishText([]), site);
      const { citations } = proofOf(each, [], (id) => texts.get(id) ?? publishText([]));
      expect(found.total).toBe(each.counts.citations);
      for (const [index, { target }] of found.first.items.entries()) {
        for (const [part, { source, selector }] of target.entries()) {
          const text = texts.get(source.replace(/^.*\/(.*)\.txt$/, '$1'))?.text ?? '';
          const [quote, position] = selector;
          if (!quote || !('exact' in quote) || !position || !('start' in position))
            throw new Error('Expected two selectors');
          expect([...text].slice(position.start, position.end).join('')).toBe(quote.exact);
          expect(text).toContain(`${quote.prefix}${quote.exact}${quote.suffix}`);
          const place = citations[index]?.parts[part];
          expect(text.slice(place?.start, place?.end)).toBe(quote.exact);
          targets++;
        }
      }
    }
  }
  expect(targets).toBeGreaterThan(20);
});

test('the proof of a page has the place of each part, and the page furniture in it', () => {
  if (!article) throw new Error('Expected an article');
  const source = { id: 'log', name: 'Log', text: '/sources/log.txt', sha256: 'a', isWhole: true };
  const { citations, ...proof } = proofOf(article, [source, { ...source, id: 'other' }], textOf);
  expect(proof.sources).toEqual([source]);
  expect(citations.map(({ note, voices }) => [note, voices.map(({ kind, by }) => `${kind} by ${by}`)])).toEqual([
    ['note-fn-a', []],
    ['note-fn-a', ['reported by the clerk']],
    ['note-fn-b', ['reported by the clerk']],
  ]);
  expect(citations.map(({ statements }) => statements)).toEqual([['A.'], ['A.'], ['A.']]);
  const { text } = textOf('log');
  expect(citations[2]?.parts.map(({ start, end }) => text.slice(start, end))).toEqual(['storm came', 'left in June,']);
});

test('page furniture before or after a part is not furniture within the quote', () => {
  const { articles, sources } = publicationOf(
    [
      sourceOf(
        'log',
        '[1]The storm came[2] in May.[3] At noon.',
        `regions:
  - { kind: furniture, words: "[1]", reason: A mark. }
  - { kind: furniture, words: "[2]", reason: A mark. }
  - { kind: furniture, words: "[3]", reason: A mark. }`,
      ),
    ],
    [articleOf('oats', 'A.[^a]\n\n[^a]: @log "The storm came in May."'), theme],
  );
  const published = publishText(sources[0]?.lines ?? []);
  const skipped = articles.flatMap((one) =>
    proofOf(one, [], () => published).citations.flatMap(({ parts }) => parts.flatMap(({ skip }) => skip)),
  );
  expect(skipped.map(({ start, end }) => published.text.slice(start, end))).toEqual(['[2]']);
});

test.for([
  ['is published', '', 'The storm came\nPage 2\nin May'],
  ['is not', ', printed: false', 'The storm came\n[Line 2 is not published here: A page mark.]\nin May'],
] as const)('a quote over a page mark that %s is proven without that mark', ([, printed, expected]) => {
  const { articles, sources } = publicationOf(
    [
      sourceOf(
        'log',
        'The storm came\nPage 2\nin May, at noon.',
        `regions: [{ kind: furniture, lines: 2, reason: A page mark.${printed} }]`,
      ),
    ],
    [articleOf('oats', 'A.[^a]\n\n[^a]: @log "The storm came in May"'), theme],
  );
  const published = publishText(sources[0]?.lines ?? []);
  const [article] = articles;
  if (!article) throw new Error('Expected an article');
  const [citation] = proofOf(article, [], () => published).citations;
  const [{ start, end, skip } = { start: 0, end: 0, skip: [] }] = citation?.parts ?? [];
  expect(published.text.slice(start, end)).toBe(expected);
  const marks = skip.map((mark) => ({ start: mark.start - start, end: mark.end - start }));
  expect(normalize(published.text.slice(start, end), marks).text).toBe('The storm came in May');
});
