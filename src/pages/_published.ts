import { createHash } from 'node:crypto';
import publication from 'virtual:publication';
import { ARTICLES_A_PAGE, type ListPage, pagesOf } from '#corpus/pages-of.ts';
import type { Publication, PublishedArticle } from '#corpus/publication.ts';
import type { ProofSource } from '#formats/proof.ts';
import { type PublishedText, publishText } from '#formats/published-text.ts';

// Made when they are asked for: in dev this module runs anew after every change, and most pages need none of these.
const texts = new Map<string, PublishedText>();
let proven: readonly ProofSource[] | undefined;

/** The text of a source as the site serves it. */
export function textOf(id: string): PublishedText {
  const known = texts.get(id);
  if (known) return known;
  const source = publication.sources.find((source) => source.id === id);
  if (!source) throw new Error(`Cannot find the source ${id}`);
  const text = publishText(source.lines);
  texts.set(id, text);
  return text;
}

/** What each source is proven by, in their order. */
export function proofSources(): readonly ProofSource[] {
  proven ??= publication.sources.map(({ id, name, sha256: pinned }) => {
    const sha256 = createHash('sha256').update(textOf(id).text).digest('hex');
    return { id, name, text: `/sources/${id}.txt`, sha256, isWhole: sha256 === pinned };
  });
  return proven;
}

const byAddress = new Map(publication.articles.map((article) => [article.address, article]));

/** The article with an address. */
export const articleAt = (address: string): PublishedArticle | undefined => byAddress.get(address);

type Theme = Publication['themes'][number];

/** The articles of a theme in reading order, page by page. */
export const articlesOf = (theme: Theme): ListPage<PublishedArticle>[] =>
  pagesOf(
    theme.articles.flatMap((slug) => articleAt(`/articles/${slug}/`) ?? []),
    ARTICLES_A_PAGE,
  );

/** The address of a page of that list. */
export const listAddress = (theme: Theme) => (number: number) =>
  number === 1 ? `${theme.address}#articles` : `${theme.address}${number}/`;

/** The address of the site. */
export function siteOf(site: URL | undefined): URL {
  if (!site) throw new Error('Expected `site` in astro.config.mjs');
  return site;
}
