import publication from 'virtual:publication';
import type { APIRoute } from 'astro';

const icon = (src: string, size: number, purpose?: 'maskable') => {
  return { src, sizes: `${size}x${size}`, type: 'image/png', ...(purpose && { purpose }) };
};

/** What browsers know of the site once it is installed; addresses are relative to this file. */
export const GET: APIRoute = () => {
  const { name, tagline, language } = publication.site;
  const manifest = {
    name,
    short_name: name,
    ...(tagline && { description: tagline }),
    lang: language,
    start_url: './',
    display: 'browser',
    background_color: '#fbf9f4',
    theme_color: '#16343c',
    icons: [
      { src: 'favicon.svg', sizes: 'any', type: 'image/svg+xml' },
      icon('icon-192.png', 192),
      icon('icon-512.png', 512),
      icon('icon-512.png', 512, 'maskable'),
    ],
  };
  return new Response(`${JSON.stringify(manifest, undefined, 2)}\n`);
};
