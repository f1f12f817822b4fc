import { expect, test } from 'vitest';
import type { Publication, PublishedArticle } from '#corpus/publication.ts';
import { parseShard, shareOf } from '#corpus/shard.ts';
import { thisProject } from '../published.ts';

test.for<[text: string, shard: ReturnType<typeof parseShard>]>([
  ['1/2', { part: 1, of: 2 }],
  ['12/12', { part: 12, of: 12 }],
  ['3/2', undefined],
  ['0/2', undefined],
  ['1/0', undefined],
  ['1', undefined],
  ['energy', undefined],
  ['1/2/3', undefined],
])('the shard %s', ([text, shard]) => {
  expect(parseShard(text)).toEqual(shard);
});

test.for([1, 2, 3, 4, 7, 40])('all of %i shards make each article and source once, and about as many each', (of) => {
  const { publication } = thisProject();
  const shares = Array.from({ length: of }, (_, index) => shareOf(publication, { part: index + 1, of }));
  const slugs = shares.flatMap(({ articles }) => articles.map(({ slug }) => slug));
  expect(slugs.toSorted()).toEqual(publication.articles.map(({ slug }) => slug).toSorted());
  const ids = shares.flatMap(({ sources }) => sources.map(({ id }) => id));
  expect(ids.toSorted()).toEqual(publication.sources.map(({ id }) => id).toSorted());
  const sizes = shares.map(({ articles }) => articles.length);
  expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
});

test('a build that is no shard makes all', () => {
  const { publication } = thisProject();
  const { articles, sources } = publication;
  expect(shareOf(publication, undefined)).toEqual({ articles, sources });
});

test('a theme lies in one shard where it can, and an article in that of its first theme', () => {
  const { publication } = thisProject();
  const [sample] = publication.articles;
  const [theme] = publication.themes;
  if (!sample || !theme) throw new Error('Expected an article and a theme');
  const article = (slug: string, ...themes: string[]): PublishedArticle => ({
    ...sample,
    slug,
    matter: { ...sample.matter, themes },
  });
  const small: Publication = {
    ...publication,
    articles: [article('a', 'sea', 'land'), article('b', 'land'), article('c', 'sea'), article('d', 'land', 'sea')],
    themes: [
      { ...theme, slug: 'sea', articles: ['c', 'a', 'd'] },
      { ...theme, slug: 'land', articles: ['b', 'a', 'd'] },
    ],
  };
  const slugs = (part: number) => shareOf(small, { part, of: 2 }).articles.map(({ slug }) => slug);
  expect([slugs(1), slugs(2)]).toEqual([
    ['a', 'c'],
    ['b', 'd'],
  ]);
});
