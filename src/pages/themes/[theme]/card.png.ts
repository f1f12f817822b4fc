import publication, { drawPicture } from 'virtual:publication';
import type { APIRoute } from 'astro';
import { toHtml } from 'hast-util-to-html';
import { CARD, drawCard } from '#drawing/card.ts';
import { themePaths } from '#pages/_paths.ts';
import { articlesOf } from '#pages/_published.ts';
import { count } from '#text/count.ts';

export const getStaticPaths = themePaths;

/** The preview picture of a theme and its articles. */
export const GET: APIRoute = async ({ props: { theme } }) => {
  const { name, tagline } = publication.site;
  const articles = articlesOf(theme);
  const statements = articles.reduce((sum, { counts }) => sum + counts.statements, 0);
  const card = drawCard({
    title: theme.matter.title,
    site: name,
    label: tagline ?? name,
    proof: `${count(articles.length, 'article')} · ${count(statements, 'statement')}, each checked against its source`,
    accent: theme.hue.light,
  });
  return new Response(await drawPicture(toHtml(card, { space: 'svg' }), CARD.width));
};
