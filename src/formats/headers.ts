import type { PublishedSource } from '#publication/publish-source.ts';
import { withBase } from '#text/base-path.ts';

/** What hosts do not know, or serve without its encoding. */
const TEXT_TYPES: readonly (readonly [path: string, type: string])[] = [
  ['/*.txt', 'text/plain'],
  ['/*.md', 'text/markdown'],
  ['/*.jsonld', 'application/ld+json'],
  ['/*.csl.json', 'application/vnd.citationstyles.csl+json'],
  ['/*.bib', 'application/x-bibtex'],
  ['/*.ris', 'application/x-research-info-systems'],
  ['/atom.xml', 'application/atom+xml'],
  ['/manifest.webmanifest', 'application/manifest+json'],
];

/** SHA-256, in base64, of what is inline in pages. */
export interface InlineDigests {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

/**
 * Write the `_headers` of static hosts (Netlify, Cloudflare Pages and others): a strict Content Security Policy,
 * whatever else browsers can refuse for a site that needs no other, and caching. Inline styles and scripts are allowed
 * by digest.
 *
 * @param base The path of the site.
 */
export function hostHeaders(
  { scripts, styles }: InlineDigests,
  sources: readonly Pick<PublishedSource, 'id' | 'csl'>[] = [],
  base = '/',
): string {
  const named = (digests: readonly string[]) => digests.map((digest) => `'sha256-${digest}'`);
  const policy = [
    "default-src 'none'",
    // WebAssembly runs the search, in a worker.
    ["script-src 'self' 'wasm-unsafe-eval'", ...named(scripts)].join(' '),
    "worker-src 'self'",
    ["style-src 'self'", ...named(styles)].join(' '),
    // The style sheet of the search has its icons in it.
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  const at = (path: string) => withBase(base, path);
  return [
    at('/*'),
    `  Content-Security-Policy: ${policy}`,
    '  Strict-Transport-Security: max-age=63072000; includeSubDomains; preload',
    '  X-Content-Type-Options: nosniff',
    '  X-Frame-Options: DENY',
    '  Referrer-Policy: strict-origin-when-cross-origin',
    '  Permissions-Policy: accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), ' +
      'gyroscope=(), microphone=(), payment=(), usb=()',
    '  Cross-Origin-Opener-Policy: same-origin',
    '  Cross-Origin-Embedder-Policy: require-corp',
    '  Cross-Origin-Resource-Policy: same-origin',
    // Named by the digest of their content.
    at('/_astro/*'),
    '  Cache-Control: public, max-age=31536000, immutable',
    ...TEXT_TYPES.flatMap(([path, type]) => [at(path), `  Content-Type: ${type}; charset=utf-8`]),
    ...sources.flatMap(({ id, csl: { language } }) =>
      language === undefined ? [] : [at(`/sources/${id}.txt`), `  Content-Language: ${language}`],
    ),
    '',
  ].join('\n');
}
