import { drawPicture } from 'virtual:publication';
import type { APIRoute } from 'astro';
import { toHtml } from 'hast-util-to-html';
import { drawIcon } from '#drawing/icon.ts';

/** In pixels: two for the manifest, and the one that iOS asks for. */
const SIZES = [180, 192, 512];

export const getStaticPaths = () => SIZES.map((size) => ({ params: { size: String(size) } }));

export const GET: APIRoute = async ({ params }) =>
  new Response(await drawPicture(toHtml(drawIcon('square'), { space: 'svg' }), Number(params['size'])));
