import publication from 'virtual:publication';
import type { APIRoute } from 'astro';
import { atomFeed } from '#formats/feed.ts';
import { siteOf } from './_published.ts';

export const GET: APIRoute = ({ site }) => new Response(atomFeed(publication, siteOf(site)));
