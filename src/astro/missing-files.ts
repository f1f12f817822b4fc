import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { decodeSafely } from '#document/links.ts';
import { withoutBase } from '#text/base-path.ts';

/** How files name others: the addresses in tags, style sheets, and the imports of scripts. */
const ADDRESSES: readonly (readonly [file: RegExp, address: RegExp])[] = [
  [/\.html$/, /<\w[^<>]*?\s(?:href|src)="([^"#][^"]*)/g],
  [/\.(?:html|css)$/, /\burl\(["']?([^"')]+)/g],
  [/\.js$/, /["'`](\.\/[^"'`\s]+\.\w+)["'`]/g],
];
const HOST = 'https://site.invalid';

/** An address that leads to nothing, and the first file that has it. */
export interface Missing {
  readonly address: string;
  readonly file: string;
}

/**
 * Find the addresses in the files of a site that lead to none of them. Vite writes no styles and scripts where it cannot
 * read its own paths, and reports nothing.
 *
 * @param folder Of the built site, which is served at the path `base`.
 * @param given The folder of files that became part of the site as they were: what these ask for is their author's.
 */
export function missingFiles(folder: string, base: string, given: string): Missing[] {
  const asked = new Map<string, Missing>();
  const seen = new Set<string>();
  // The search program is a package that finds its own files.
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => /\.(?:html|css|js)$/.test(path) && !path.startsWith('pagefind/'))
    .filter((path) => !existsSync(join(given, path)));
  for (const file of files.sort()) {
    const text = readFileSync(join(folder, file), 'utf8');
    for (const [, pattern] of ADDRESSES.filter(([name]) => name.test(file))) {
      for (const [, address = ''] of text.matchAll(pattern)) {
        if (address.startsWith('/') && seen.has(address)) continue;
        seen.add(address);
        const url = URL.parse(address, `${HOST}${base}${file}`);
        if (url?.origin === HOST && !asked.has(url.pathname)) asked.set(url.pathname, { address, file });
      }
    }
  }
  const isThere = (pathname: string) => {
    const path = withoutBase(base, decodeSafely(pathname, decodeURIComponent)) ?? '';
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
  };
  return [...asked].flatMap(([pathname, missing]) => (isThere(pathname) ? [] : missing));
}
