import { expect, test } from 'vitest';
import { articleJsonLd, scriptJson, sourceJsonLd } from '#formats/json-ld.ts';
import { articleOf, documentOf } from '../document-of.ts';
import { publicationOf } from '../published.ts';
import { sourceOf } from '../source-of.ts';

const site = new URL('https://storms.example');
const stated = (value: string) => `{ known: stated, value: ${value}, words: The storm }`;
const memo = (csl: Record<string, string>) => sourceOf('memo', 'The storm came in May.', '', csl);
const publish = (csl: Record<string, string>) =>
  publicationOf(
    [memo(csl), sourceOf('other', 'The storm came in June.')],
    [
      articleOf('oats', 'A.[^a]\n\n[^a]: @memo "The storm came in May"'),
      documentOf('themes', 'trade', 'label: Trade\norder: 1\n', 'Trade.'),
    ],
  );

test('an article names itself, its publisher and the sources that it cites', () => {
  const { articles, sources } = publish({
    type: stated('article-newspaper'),
    title: stated('The log'),
    author: stated('[{ family: Rye, given: Ann }, { literal: The office }]'),
    publisher: stated('The port'),
    issued: stated('2023-05-07'),
    language: stated('en'),
    URL: stated('https://port.example/'),
  });
  const [article] = articles;
  if (!article) throw new Error('Expected an article');
  expect(
    articleJsonLd(article, sources, {
      settings: { name: 'Storms', language: 'en-GB', license: undefined },
      site,
      themes: ['Trade'],
      image: '/themes/trade/card.png',
    }),
  ).toMatchObject({
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: 'oats',
    url: 'https://storms.example/articles/oats/',
    image: 'https://storms.example/themes/trade/card.png',
    inLanguage: 'en-GB',
    isAccessibleForFree: true,
    dateModified: '2026-11-23',
    articleSection: ['Trade'],
    publisher: { '@type': 'Organization', name: 'Storms' },
    citation: [
      {
        '@type': 'NewsArticle',
        '@id': 'https://storms.example/sources/memo/',
        name: 'The log',
        author: [
          { '@type': 'Person', givenName: 'Ann', familyName: 'Rye' },
          { '@type': 'Thing', name: 'The office' },
        ],
        publisher: { '@type': 'Organization', name: 'The port' },
        datePublished: '2023-05-07',
        inLanguage: 'en',
        url: 'https://port.example/',
      },
    ],
  });
});

test('a source has nothing that its record does not know', () => {
  const unknown = ['type', 'title', 'author', 'publisher', 'issued', 'language', 'URL'].map((name) => [
    name,
    '{ known: unknown }',
  ]);
  const [source] = publish(Object.fromEntries(unknown)).sources;
  if (!source) throw new Error('Expected a source');
  expect(sourceJsonLd(source, site)).toEqual({
    '@type': 'CreativeWork',
    '@id': 'https://storms.example/sources/memo/',
    name: 'The memo',
  });
  const [bounded] = publish({ issued: stated('2017-01/..') }).sources;
  expect(bounded && 'datePublished' in sourceJsonLd(bounded, site)).toBe(false);
});

test.for([
  ['article', 'Article'],
  ['article-magazine', 'Article'],
  ['article-newspaper', 'NewsArticle'],
  ['entry-encyclopedia', 'Article'],
  ['interview', 'Article'],
  ['webpage', 'WebPage'],
  ['report', 'Report'],
] as const)('a source of the type %s of CSL is one of the type %s of schema.org', ([type, expected]) => {
  const [source] = publish({ type: `{ known: inferred, value: ${type}, note: Read. }` }).sources;
  expect(source && sourceJsonLd(source, site)['@type']).toBe(expected);
});

test('no text in the data can close its element', () => {
  const data = { name: '</script><script>alert(1)</script><!--' };
  expect(scriptJson(data)).not.toContain('<');
  expect(JSON.parse(scriptJson(data))).toEqual(data);
});
