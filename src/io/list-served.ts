import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BIBLIOGRAPHY_FORMATS } from '#formats/bibliography-formats.ts';
import { BUILT_FILES } from '#formats/built-files.ts';
import { listFiles } from './list-files.ts';

/** The program's own pages: Astro's router finds them in the same folder. */
const SOURCE = fileURLToPath(new URL('../', import.meta.url));

/**
 * List the paths of all pages and files that the site in `root` serves. The variable parts of a route keep its form,
 * such as `/articles/[slug]/`.
 */
export function listServed(root: string): string[] {
  const routes = listFiles(SOURCE, 'pages')
    .filter(({ name }) => !/(?:^|\/)_/.test(name))
    .flatMap(({ name }) => {
      const route = routeOf(name);
      return route.includes('[format]') ? BIBLIOGRAPHY_FORMATS.map((one) => route.replace('[format]', one)) : route;
    });
  const files = existsSync(join(root, 'public')) ? listFiles(root, 'public').map(({ name }) => `/${name}`) : [];
  return [...routes, ...files, ...Object.values(BUILT_FILES)];
}

/** The path that Astro serves for a file below `src/pages`. */
function routeOf(name: string): string {
  if (name === '404.astro') return '/404.html';
  if (!name.endsWith('.astro')) return `/${name.replace(/\.[jt]s$/, '')}`;
  return `/${name.replace(/\.astro$/, '/')}`.replace(/\/index\/$/, '/');
}
