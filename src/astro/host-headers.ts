import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inlineScripts } from '#client/inline-scripts.ts';
import { hostHeaders } from '#formats/headers.ts';
import { sha256Base64 } from '#io/digest.ts';
import type { Publication } from '#publication/publication.ts';

/** Write `_headers` for a site: its policy allows the inline scripts and styles of pages and drawings by digest. */
export function writeHostHeaders(folder: string, sources: Publication['sources'], base: string): void {
  const digests = { scripts: inlineScripts(base).map(sha256Base64), styles: inlineStyles(folder).map(sha256Base64) };
  writeFileSync(join(folder, '_headers'), hostHeaders(digests, sources, base));
}

/** The texts of all style elements in a folder, each once, sorted. */
function inlineStyles(folder: string): string[] {
  const styles = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:html|svg)$/.test(path))
    .flatMap((path) => [...readFileSync(join(folder, path), 'utf8').matchAll(/<style\b[^>]*>(.*?)<\/style>/gs)])
    .map(([, style = '']) => style);
  return [...new Set(styles)].sort();
}
