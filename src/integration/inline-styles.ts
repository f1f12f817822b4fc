import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Collect what stands in the style elements of the pages and drawings below a folder, each text once, sorted. */
export function inlineStyles(folder: string): string[] {
  const styles = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:html|svg)$/.test(path))
    .flatMap((path) => [...readFileSync(join(folder, path), 'utf8').matchAll(/<style\b[^>]*>(.*?)<\/style>/gs)])
    .map(([, style = '']) => style);
  return [...new Set(styles)].sort();
}
