import type { APIRoute } from 'astro';
import { sourcePaths } from '#pages/_paths.ts';
import { textOf } from '#pages/_published.ts';

export const getStaticPaths = sourcePaths;

export const GET: APIRoute = ({ params }) => new Response(textOf(String(params['id'])).text);
