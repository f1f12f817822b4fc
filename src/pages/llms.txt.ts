import publication from 'virtual:publication';
import type { APIRoute } from 'astro';
import { llmsText } from '#formats/llms.ts';
import { siteOf } from './_published.ts';

export const GET: APIRoute = ({ site }) => new Response(llmsText(publication, siteOf(site)));
