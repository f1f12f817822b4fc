import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parsePage, textOf } from '../long/artefact/page.ts';
import { readHostHeaders } from './host-headers.ts';
import { BASE, openPage, SITE } from './open-page.ts';
import { ADDED, listFiles, startSite } from './project.ts';

let root = '';
let dist = '';
let browser: Browser;

beforeAll(async () => {
  ({ root, dist, browser } = await startSite());
});
afterAll(() => browser?.close());

const read = (file: string) => readFileSync(join(dist, file), 'utf8');
/** The names of the themes in navigation. */
const labels = () =>
  listFiles(join(root, 'content/themes')).map(
    (name) => /^label: "?(.*?)"?$/m.exec(readFileSync(join(root, 'content/themes', name), 'utf8'))?.[1] ?? '',
  );
const pages = () => listFiles(dist).filter((file) => /\.(?:html|svg)$/.test(file));
const headersOf = (pathname: string) =>
  new Map(readHostHeaders(dist)(`${BASE}${pathname}`).map(([name, value]) => [name.toLowerCase(), value]));
const digestOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('the policy names each inline script and style of a page or a drawing, and no other', () => {
  const used = { script: new Set<string>(), style: new Set<string>() };
  for (const file of pages()) {
    const { elements } = parsePage(file, read(file));
    for (const { tagName, attrs } of elements) {
      const own = attrs.find(
        ({ name, value }) => name === 'style' || name.startsWith('on') || /^javascript:/i.test(value),
      );
      expect(own && `${tagName} ${own.name}`, file).toBeUndefined();
    }
    for (const element of elements.filter(({ tagName }) => tagName === 'style' || tagName === 'script')) {
      const { tagName, attrs } = element;
      if (attrs.some(({ name, value }) => name === 'src' || value === 'application/ld+json')) continue;
      used[tagName === 'style' ? 'style' : 'script'].add(digestOf(textOf(element)));
    }
  }
  const policy = headersOf('/').get('content-security-policy') ?? '';
  const named = (directive: string) =>
    new RegExp(`${directive} ([^;]*)`)
      .exec(policy)?.[1]
      ?.split(' ')
      .filter((source) => source.startsWith("'sha"));
  expect(named('script-src')?.toSorted()).toEqual([...used.script].sort());
  expect(named('style-src')?.toSorted()).toEqual([...used.style].sort());
});

test('the headers refuse what the site does not need, on every path', () => {
  for (const path of ['/', ADDED, '/sources/harbour-report.txt', '/_astro/a.js', '/pagefind/pagefind.js']) {
    const headers = headersOf(path);
    const policy = headers.get('content-security-policy') ?? '';
    for (const directive of ["default-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"])
      expect(policy).toContain(directive);
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|unsafe-hashes|https?:|\*|blob:/);
    // What the list of preloaded hosts asks for.
    expect(headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains; preload');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp');
    expect(headers.get('permissions-policy')).toMatch(/\bcamera=\(\).*\bgeolocation=\(\).*\bmicrophone=\(\)/);
  }
  // Some hosts read no longer lines.
  for (const line of read('_headers').split('\n')) expect(line.length).toBeLessThan(2000);
});

describe('the policy refuses nothing', () => {
  /** Open pages under the headers of the site, use them, and return what was refused or went wrong. */
  async function refusals(paths: readonly string[], use: (page: Page) => Promise<unknown> = async () => {}) {
    const context = await browser.newContext();
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        console.error(`refused by ${violatedDirective}: ${blockedURI}`),
      );
    });
    const { page, strays } = await openPage(dist, context, '/');
    const refused: string[] = [];
    const note = (text: string) => refused.push(`${new URL(page.url()).pathname}: ${text}`);
    page.on('console', (message) => message.type() === 'error' && note(message.text()));
    page.on('pageerror', ({ message }) => note(message));
    for (const path of paths) {
      await page.goto(`${SITE}${path}`);
      await use(page);
      // Refusals are reported a moment later.
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
    }
    await context.close();
    return [...refused, ...strays];
  }

  test('on any kind of page, and on paper', async () => {
    const kinds = ['/', ADDED, '/problems/quote-not-found/', '/search/', '/sources/harbour-report/', '/404.html'];
    for (const folder of ['themes', 'pages'])
      for (const name of listFiles(join(root, 'content', folder)).filter((name) => name !== 'home.mdx'))
        kinds.push(`${folder === 'themes' ? '/themes' : ''}/${name.replace(/\.mdx$/, '')}/`);
    const print = async (page: Page) => {
      if (/(?:articles|sources)\/./.test(page.url())) await page.pdf({ format: 'A4', pageRanges: '1' });
    };
    expect(await refusals(kinds, print)).toEqual([]);
  });

  test.for<[what: string, path: string, use: (page: Page) => Promise<unknown>]>([
    [
      'in search',
      '/search/',
      async (page) => {
        await page.locator('.search-view input').fill('Vellin');
        await page.locator(`.results a[href^="${BASE}${ADDED}"]`).first().waitFor();
        const filters = await page.locator('.filters').textContent();
        for (const value of ['article', 'source', ...labels()]) expect(filters).toContain(value);
      },
    ],
    [
      'in the dialog of search',
      ADDED,
      async (page) => {
        await page.keyboard.press('/');
        await page.locator('.search-dialog input').first().fill('Vellin');
        await page.locator('.search-dialog .results a').first().waitFor();
      },
    ],
    [
      'in checking a page oneself',
      ADDED,
      async (page) => {
        await page.locator('.check-yourself button').click();
        await page.locator('.results details').waitFor();
        expect(await page.locator('.results').innerText()).toMatch(/^✓/);
      },
    ],
    [
      'in the filter of the timeline',
      '/test-events/',
      async (page) => {
        await page.locator(`input[value="${listFiles(join(root, 'content/themes'))[0]?.replace('.mdx', '')}"]`).check();
        expect(await page.locator('.event:visible').count()).toBeGreaterThan(0);
      },
    ],
    [
      'in the choice of colours',
      ADDED,
      async (page) => {
        await page.getByText('Explore').click();
        await page.locator('.scheme').click();
        await page.reload();
        expect(await page.evaluate(() => document.documentElement.style.colorScheme)).toBe('light');
      },
    ],
    [
      'in a note, and where it leads',
      ADDED,
      async (page) => {
        await page.locator('.reference button').first().click();
        await page.locator('li:popover-open a.read').first().click();
        await page.waitForURL(/\/sources\/.*#c/);
        const lit = await page.evaluate(() => {
          const [run] = document.getElementsByClassName(location.hash.slice(1));
          return run && getComputedStyle(run).backgroundColor !== getComputedStyle(document.body).backgroundColor;
        });
        expect(lit).toBe(true);
      },
    ],
  ])('%s', async ([, path, use]) => {
    expect(await refusals([path], use)).toEqual([]);
  });

  test('but what is not the site’s own', async () => {
    const refused = await refusals(['/'], (page) =>
      page.evaluate(() => {
        document.body.append(Object.assign(document.createElement('style'), { textContent: 'p { color: red; }' }));
        document.body.append(Object.assign(document.createElement('script'), { textContent: 'document.title = "";' }));
        document.body.append(Object.assign(document.createElement('img'), { src: 'http://a.example/a.png' }));
        document.body.setAttribute('style', 'color: red');
      }),
    );
    for (const directive of ['style-src-elem', 'script-src-elem', 'img-src', 'style-src-attr'])
      expect(refused.join('\n')).toContain(`refused by ${directive}`);
  });
});
