import { drawPicture } from 'virtual:publication';
import type { APIRoute } from 'astro';
import { toHtml } from 'hast-util-to-html';
import { drawIcon } from '#drawing/icon.ts';

/** In pixels: for iOS, and two for the manifest. */
const SIZES = [180, 192, 512];

export const getStaticPaths = () => SIZES.map((size) => ({ params: { size: String(size) } }));

export const GET: APIRoute = async ({ params }) =>
  new Response(await drawPicture(toHtml(drawIcon('square'), { space: 'svg' }), Number(params['size'])));
