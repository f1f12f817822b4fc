import type { APIRoute } from 'astro';
import { at } from '#components/at.ts';
import { BUILT_FILES } from '#formats/built-files.ts';
import { siteOf } from './_published.ts';

/** Robots Exclusion Protocol (RFC 9309): everything may be crawled. */
export const GET: APIRoute = ({ site }) =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${new URL(at(BUILT_FILES.sitemap), siteOf(site)).href}\n`);
