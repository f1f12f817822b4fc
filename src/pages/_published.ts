import { createHash } from 'node:crypto';
import publication from 'virtual:publication';
import type { ProofSource } from '#formats/proof.ts';
import { type PublishedText, publishText } from '#formats/published-text.ts';

const texts = new Map(publication.sources.map((source) => [source.id, publishText(source.lines)]));

/** The text of a source as the site serves it. */
export function textOf(id: string): PublishedText {
  const text = texts.get(id);
  if (!text) throw new Error(`Cannot find the source ${id}`);
  return text;
}

/** What each source is proven by, in their order. */
export const proofSources: readonly ProofSource[] = publication.sources.map(({ id, name, sha256: pinned }) => {
  const sha256 = createHash('sha256').update(textOf(id).text).digest('hex');
  return { id, name, text: `/sources/${id}.txt`, sha256, isWhole: sha256 === pinned };
});

/** One path for each article, for `getStaticPaths`. */
export const articlePaths = () =>
  publication.articles.map((article) => ({ params: { slug: article.slug }, props: { article } }));

/** One path for each source, for `getStaticPaths`. */
export const sourcePaths = () =>
  publication.sources.map((source) => ({ params: { id: source.id }, props: { source } }));

/** The address of the site. */
export function siteOf(site: URL | undefined): URL {
  if (!site) throw new Error('Expected `site` in astro.config.mjs');
  return site;
}
