import publication from 'virtual:publication';
import type { APIRoute } from 'astro';
import type { PublishedArticle } from '#corpus/publication.ts';
import { CARD, drawCard } from '#drawing/card.ts';
import { articlePaths } from '#pages/_published.ts';
import { rasterize } from '#pages/_raster.ts';
import tokens from '#styles/tokens.css?raw';

export const getStaticPaths = articlePaths;

/** The hue of a theme in the light, from the one file that has it. */
function hueOf(theme: string): string {
  const hue = new RegExp(`--theme-${theme}: light-dark\\((#\\w+)`).exec(tokens)?.[1];
  return hue ?? '#2f6470';
}

export const GET: APIRoute = async ({ props }) => {
  const { matter, counts, sourceIds }: PublishedArticle = props['article'];
  const theme = publication.themes.find(({ slug }) => slug === matter.themes[0]);
  const sources = sourceIds.length === 1 ? 'one source' : `${sourceIds.length} sources`;
  const card = drawCard({
    title: matter.title,
    label: theme?.matter.label ?? '',
    proof: `${counts.statements} statements · ${counts.citations} citations in ${sources}, all checked at build`,
    accent: hueOf(theme?.slug ?? ''),
  });
  return new Response(await rasterize(card, CARD.width));
};
