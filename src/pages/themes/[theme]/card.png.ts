import publication, { drawPicture } from 'virtual:publication';
import type { APIRoute } from 'astro';
import { toHtml } from 'hast-util-to-html';
import { CARD, drawCard } from '#drawing/card.ts';
import { themePaths } from '#pages/_paths.ts';
import { articlesOf } from '#pages/_published.ts';
import tokens from '#styles/tokens.css?raw';

export const getStaticPaths = themePaths;

/** The preview picture of a theme and its articles. */
export const GET: APIRoute = async ({ props: { theme } }) => {
  const articles = articlesOf(theme);
  const statements = articles.reduce((sum, { counts }) => sum + counts.statements, 0);
  const card = drawCard({
    title: theme.matter.title,
    label: publication.site.tagline ?? publication.site.name,
    proof: `${articles.length} articles · ${statements} statements, each checked against its source`,
    // The light color of the theme, from the only file that has it.
    accent: new RegExp(`='${theme.slug}'\\] {\\s+--accent: light-dark\\((#\\w+)`).exec(tokens)?.[1] ?? '#2f6470',
  });
  return new Response(await drawPicture(toHtml(card, { space: 'svg' }), CARD.width));
};
