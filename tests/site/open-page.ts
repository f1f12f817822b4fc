import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { inject } from 'vitest';
import { typeOf } from './content-type.ts';
import { readHostHeaders } from './host-headers.ts';

/** The path that all addresses of the site under test begin with, without the slash at its end. */
export const BASE = inject('base') ?? '';

/** The site's own address in the browser; every file of `dist` is served below it, and nothing else exists. */
export const SITE = `http://site.localhost${BASE}`;

/** Serve `dist` at SITE, note what else is asked for, and open a page by its path below that. */
export async function openPage(
  dist: string,
  context: BrowserContext,
  path: string,
): Promise<{ page: Page; strays: string[] }> {
  const strays: string[] = [];
  const headersOf = readHostHeaders(dist);
  const page = await context.newPage();
  await page.route('**/*', async (route) => {
    const { href } = new URL(route.request().url());
    if (!href.startsWith(`${SITE}/`)) {
      strays.push(href);
      await route.abort();
      return;
    }
    const { pathname } = new URL(href);
    const path = fileOf(dist, pathname);
    // As on a host that reads `_headers`: what the policy blocks does not run here either.
    await route
      .fulfill({
        body: readFileSync(path),
        headers: { 'content-type': typeOf(path), ...Object.fromEntries(headersOf(pathname).map(lowerCased)) },
      })
      .catch(() => route.abort());
  });
  await page.goto(`${SITE}${path}`);
  return { page, strays };
}

/** The file that is served at a path, which begins with that of the site. */
export function fileOf(dist: string, path: string): string {
  if (!path.startsWith(`${BASE}/`)) throw new Error(`Expected \`${BASE}/\` before \`${path}\``);
  return join(dist, decodeURIComponent(path.slice(BASE.length)), path.endsWith('/') ? 'index.html' : '');
}

const lowerCased = ([name, value]: readonly [string, string]): [string, string] => [name.toLowerCase(), value];
