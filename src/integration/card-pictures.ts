import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { toHtml } from 'hast-util-to-html';
import type { Publication, PublishedArticle } from '#corpus/publication.ts';
import { CARD, drawCard } from '#drawing/card.ts';
import { drawPicture } from './draw-picture.ts';
import type { DrawnPicture, PictureOrder } from './picture-thread.ts';

/** The picture for previews of an article, as PNG, by its slug. */
export type PictureOf = (slug: string) => Promise<Uint8Array<ArrayBuffer>>;

/** Draw each picture when its page asks for it. */
export function drawOnDemand(publication: Publication): PictureOf {
  const drawingOf = drawings(publication);
  const articles = new Map(publication.articles.map((article) => [article.slug, article]));
  return async (slug) => {
    const article = articles.get(slug);
    if (!article) throw new Error(`Cannot find the article ${slug}`);
    return drawPicture(drawingOf(article), CARD.width);
  };
}

/** Begin to draw the pictures of all articles in a thread of their own, while this one makes pages. */
export function drawAhead(publication: Publication): PictureOf {
  const drawingOf = drawings(publication);
  const pictures = new Map(
    publication.articles.map(({ slug }) => [slug, Promise.withResolvers<Uint8Array<ArrayBuffer>>()]),
  );
  if (pictures.size === 0) return drawOnDemand(publication);
  const thread = new Worker(new URL('./picture-thread.ts', import.meta.url));
  for (const article of publication.articles) {
    const order: PictureOrder = { slug: article.slug, svg: drawingOf(article), width: CARD.width };
    thread.postMessage(order);
  }
  let left = pictures.size;
  thread.on('message', ({ slug, png }: DrawnPicture) => {
    pictures.get(slug)?.resolve(png);
    left--;
    if (left === 0) void thread.terminate();
  });
  thread.on('error', (error) => {
    for (const { reject } of pictures.values()) reject(error);
  });
  // Told to the page that asks; a build that has failed before asks for none, and does not wait for the thread.
  for (const { promise } of pictures.values()) promise.catch(() => undefined);
  thread.unref();
  return async (slug) => {
    const picture = pictures.get(slug);
    if (!picture) throw new Error(`Cannot find the article ${slug}`);
    thread.ref();
    const png = await picture.promise;
    thread.unref();
    pictures.delete(slug);
    return png;
  };
}

/** How the picture of an article is drawn, as SVG. */
function drawings({ themes }: Publication): (article: PublishedArticle) => string {
  const tokens = readFileSync(new URL('../styles/tokens.css', import.meta.url), 'utf8');
  return ({ matter, counts, sourceIds }) => {
    const theme = themes.find(({ slug }) => slug === matter.themes[0]);
    const sources = sourceIds.length === 1 ? 'one source' : `${sourceIds.length} sources`;
    const card = drawCard({
      title: matter.title,
      label: theme?.matter.label ?? '',
      proof: `${counts.statements} statements · ${counts.citations} citations in ${sources}, all checked at build`,
      accent: hueOf(theme?.slug ?? '', tokens),
    });
    return toHtml(card, { space: 'svg' });
  };
}

/** The hue of a theme in the light, from the one file that has it. */
function hueOf(theme: string, tokens: string): string {
  return new RegExp(`--theme-${theme}: light-dark\\((#\\w+)`).exec(tokens)?.[1] ?? '#2f6470';
}
