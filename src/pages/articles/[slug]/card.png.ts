import pictureOf from 'virtual:pictures';
import type { APIRoute } from 'astro';
import { articlePaths } from '#pages/_paths.ts';

// A build draws them meanwhile, and puts them in their places at its end.
export const getStaticPaths = () => (pictureOf ? articlePaths() : []);

export const GET: APIRoute = async ({ params }) => new Response(await pictureOf?.(String(params['slug'])));
