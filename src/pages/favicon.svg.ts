import type { APIRoute } from 'astro';
import { toHtml } from 'hast-util-to-html';
import { drawIcon } from '#drawing/icon.ts';

export const GET: APIRoute = () => new Response(toHtml(drawIcon('round'), { space: 'svg' }));
