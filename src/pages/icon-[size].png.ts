import type { APIRoute } from 'astro';
import { drawIcon } from '#drawing/icon.ts';
import { rasterize } from './_raster.ts';

/** In pixels: two for the manifest, and the one that iOS asks for. */
const SIZES = [180, 192, 512];

export const getStaticPaths = () => SIZES.map((size) => ({ params: { size: String(size) } }));

export const GET: APIRoute = async ({ params }) =>
  new Response(await rasterize(drawIcon('square'), Number(params['size'])));
