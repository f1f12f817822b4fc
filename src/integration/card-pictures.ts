import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { toHtml } from 'hast-util-to-html';
import type { Publication, PublishedArticle } from '#corpus/publication.ts';
import { CARD, drawCard } from '#drawing/card.ts';
import { keepResults, readKept } from '#io/kept-results.ts';
import { drawPicture, FONTS } from './draw-picture.ts';
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

/** Pictures that are drawn while pages are made. */
export interface PicturesAhead {
  /** Wait for all of them: the pictures, by the slugs of their articles. */
  readonly drawn: () => Promise<ReadonlyMap<string, Uint8Array<ArrayBuffer>>>;
  /** Keep them for the next build. */
  readonly keep: () => void;
}

/** What pictures are kept under. */
const KEPT = 'pictures';

/**
 * Begin to draw the pictures of all articles in a thread of their own, while this one makes pages. One that the build before has
 * drawn is taken from there, by the digest of its drawing and of all that draws.
 */
export function drawAhead(root: string, publication: Publication): PicturesAhead {
  const drawingOf = drawings(publication);
  const kept = readKept(root, KEPT);
  const keyOf = keys();
  const pictures = new Map<string, Uint8Array<ArrayBuffer>>();
  const results = new Map<string, Uint8Array<ArrayBuffer>>();
  const orders: PictureOrder[] = [];
  for (const article of publication.articles) {
    const svg = drawingOf(article);
    const key = keyOf(svg);
    const picture = kept.get(key);
    if (picture) {
      pictures.set(article.slug, picture);
      results.set(key, picture);
    } else orders.push({ slug: article.slug, key, svg, width: CARD.width });
  }
  const drawing = drawInThread(orders, ({ slug, key, png }) => {
    pictures.set(slug, png);
    results.set(key, png);
  });
  return {
    drawn: async () => {
      await drawing();
      return pictures;
    },
    keep: () => {
      if (orders.length > 0 || results.size !== kept.size) keepResults(root, KEPT, results);
    },
  };
}

/** Returns what waits for the end. */
function drawInThread(orders: readonly PictureOrder[], onDrawn: (picture: DrawnPicture) => void): () => Promise<void> {
  if (orders.length === 0) return async () => undefined;
  const end = Promise.withResolvers<void>();
  // Told to who waits for it.
  end.promise.catch(() => undefined);
  const thread = new Worker(new URL('./picture-thread.ts', import.meta.url));
  let left = orders.length;
  thread.on('message', (picture: DrawnPicture) => {
    onDrawn(picture);
    left--;
    if (left > 0) return;
    end.resolve();
    thread.postMessage(undefined);
  });
  thread.on('error', end.reject);
  for (const order of orders) thread.postMessage(order);
  // A build that fails before does not wait for pictures.
  thread.unref();
  return () => {
    thread.ref();
    return end.promise;
  };
}

/** Make the key of a drawing: a digest of it, and of all that makes a picture of it. */
function keys(): (svg: string) => string {
  const programs = ['draw-picture.ts', 'indexed-png.ts', ...FONTS.map((name) => `../fonts/${name}.woff2`)];
  const { resolve } = createRequire(import.meta.url);
  const files = [
    ...programs.map((file) => new URL(file, import.meta.url)),
    ...['@resvg/resvg-wasm/index_bg.wasm', '@resvg/resvg-wasm', 'wawoff2'].map((name) => resolve(name)),
  ];
  const program = createHash('sha256').update(JSON.stringify([process.versions, CARD]));
  for (const file of files) program.update(createHash('sha256').update(readFileSync(file)).digest());
  return (svg) => program.copy().update(svg).digest('hex');
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
