/** What hosts do not know of, or serve without its encoding. */
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

/** SHA-256, in base64, of what stands in the pages themselves. */
export interface InlineDigests {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

/**
 * Write the file `_headers` that static hosts read (Netlify, Cloudflare Pages and others): a strict Content Security Policy,
 * what else browsers can refuse for a site that needs nothing of others, and how long what may be kept. Styles stand in the
 * pages, which costs no request, and are named by digest, as are the few scripts that do.
 */
export function hostHeaders({ scripts, styles }: InlineDigests): string {
  const named = (digests: readonly string[]) => digests.map((digest) => `'sha256-${digest}'`);
  const policy = [
    "default-src 'none'",
    // WebAssembly runs the search, in a worker.
    ["script-src 'self' 'wasm-unsafe-eval'", ...named(scripts)].join(' '),
    "worker-src 'self'",
    ["style-src 'self'", ...named(styles)].join(' '),
    // The icons of the search are written in its style sheet.
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  return [
    '/*',
    `  Content-Security-Policy: ${policy}`,
    '  Strict-Transport-Security: max-age=63072000; includeSubDomains; preload',
    '  X-Content-Type-Options: nosniff',
    '  X-Frame-Options: DENY',
    '  Referrer-Policy: strict-origin-when-cross-origin',
    '  Permissions-Policy: accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()',
    '  Cross-Origin-Opener-Policy: same-origin',
    '  Cross-Origin-Embedder-Policy: require-corp',
    '  Cross-Origin-Resource-Policy: same-origin',
    // Their names have a digest of their content.
    '/_astro/*',
    '  Cache-Control: public, max-age=31536000, immutable',
    ...TEXT_TYPES.flatMap(([path, type]) => [path, `  Content-Type: ${type}; charset=utf-8`]),
    '',
  ].join('\n');
}
