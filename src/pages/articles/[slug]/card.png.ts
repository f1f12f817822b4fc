import pictureOf from 'virtual:pictures';
import type { APIRoute } from 'astro';
import { articlePaths } from '#pages/_published.ts';

export const getStaticPaths = articlePaths;

export const GET: APIRoute = async ({ params }) => new Response(await pictureOf(String(params['slug'])));
