import type { APIRoute } from 'astro';
import { writeHighlights } from '#formats/highlights.ts';
import { sourcePaths } from '#pages/_paths.ts';

export const getStaticPaths = sourcePaths;

export const GET: APIRoute = ({ props }) =>
  new Response(writeHighlights(props['source'].passages), { headers: { 'Content-Type': 'text/css' } });
