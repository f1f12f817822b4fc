import type { Publication } from './publication.ts';

/** One of several builds of the same site, each of which makes a part of its pages. */
export interface Shard {
  /** From 1 to `of`. */
  readonly part: number;
  readonly of: number;
}

/** The articles and sources whose pages one build makes. */
export type Share = Pick<Publication, 'articles' | 'sources'>;

/** Read `2/4`, the second of four shards; undefined for anything else. */
export function parseShard(text: string): Shard | undefined {
  const [, part, of] = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(text) ?? [];
  const shard = { part: Number(part), of: Number(of) };
  return shard.part <= shard.of ? shard : undefined;
}

/**
 * Choose what a shard makes: its part of the articles, theme by theme in reading order, so that a theme lies in as few shards as
 * can be, and every so manieth source. All shards together make each once. Without a shard it is all.
 */
export function shareOf({ articles, themes, sources }: Publication, shard: Shard | undefined): Share {
  if (!shard) return { articles, sources };
  const { part, of } = shard;
  const bySlug = new Map(articles.map((article) => [article.slug, article]));
  const inOrder = themes.flatMap((theme) =>
    theme.articles.flatMap((slug) => {
      const article = bySlug.get(slug);
      return article?.matter.themes[0] === theme.slug ? [article] : [];
    }),
  );
  const border = (parts: number) => Math.floor((parts * inOrder.length) / of);
  const own = new Set(inOrder.slice(border(part - 1), border(part)));
  return {
    articles: articles.filter((article) => own.has(article)),
    sources: sources.filter((_, index) => index % of === part - 1),
  };
}
