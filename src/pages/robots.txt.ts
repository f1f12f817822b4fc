import type { APIRoute } from 'astro';
import { siteOf } from './_published.ts';

/** Robots Exclusion Protocol (RFC 9309): everything may be crawled. */
export const GET: APIRoute = ({ site }) =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${new URL('/sitemap-index.xml', siteOf(site)).href}\n`);
