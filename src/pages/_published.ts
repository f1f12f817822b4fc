import publication from 'virtual:publication';
import { at } from '#components/at.ts';
import type { ProofSource } from '#formats/proof.ts';
import { type PublishedText, publishText } from '#formats/published-text.ts';
import { sha256 } from '#io/digest.ts';
import type { Publication, PublishedArticle } from '#publication/publication.ts';

/** The text of a source as the site serves it. */
export function textOf(id: string): PublishedText {
  const source = publication.sources.find((source) => source.id === id);
  if (!source) throw new Error(`Cannot find the source ${id}`);
  return publishText(source.lines);
}

/** What a reader's browser needs to check each source. */
export function proofSources(): readonly ProofSource[] {
  return publication.sources.map(({ id, short: name, sha256: pinned }) => {
    const digest = sha256(textOf(id).text);
    return { id, name, text: at(`/sources/${id}.txt`), sha256: digest, isWhole: digest === pinned };
  });
}

/** The articles of these names, in their order. */
export function articlesWith(slugs: readonly string[]): PublishedArticle[] {
  return slugs.flatMap((slug) => publication.articles.find((article) => article.slug === slug) ?? []);
}

/** The articles of a theme in reading order. */
export function articlesOf({ articles }: Publication['themes'][number]): PublishedArticle[] {
  return articlesWith(articles);
}

/** The whole address of the home page. */
export function siteOf(site: URL | undefined): URL {
  if (!site) throw new Error('Expected `site` in astro.config.mjs');
  return new URL(at('/'), site);
}
