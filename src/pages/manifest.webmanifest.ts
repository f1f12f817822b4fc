import type { APIRoute } from 'astro';
import { SITE_NAME } from '#formats/site-name.ts';

/** Web Application Manifest (W3C). */
export const GET: APIRoute = () =>
  Response.json({
    name: SITE_NAME,
    short_name: SITE_NAME,
    description: 'The relations of Azerbaijan and Israel, footnote by footnote.',
    lang: 'en',
    start_url: '/',
    display: 'browser',
    background_color: '#fbf9f4',
    theme_color: '#16343c',
    icons: [
      { src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  });
