import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BASE, fileOf, openPage, SITE } from './open-page.ts';
import { ADDED, listFiles, startSite } from './project.ts';

let root = '';
let dist = '';
let browser: Browser;

beforeAll(async () => {
  ({ root, dist, browser } = await startSite());
});
afterAll(() => browser?.close());

const read = (file: string) => readFileSync(join(dist, file), 'utf8');
const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');
const articles = () =>
  listFiles(join(root, 'content/articles')).map((name) => `articles/${name.replace(/\.mdx$/, '')}`);
const pages = () => listFiles(dist).filter((file) => file.endsWith('.html'));

describe('beside each article', () => {
  test('are its twin in Markdown, its annotations and its proof', () => {
    for (const article of articles()) {
      expect(read(`${article}.md`)).toMatch(/^# /);
      const { total } = JSON.parse(read(`${article}/annotations.jsonld`));
      const { citations } = JSON.parse(read(`${article}/citations.json`));
      expect(total).toBe(citations.length);
      expect(total).toBe(read(`${article}/index.html`).match(/class="citation"/g)?.length);
    }
  });

  test('is data that names it and the sources that it cites', () => {
    for (const article of articles()) {
      const html = read(`${article}/index.html`);
      const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '');
      expect(data.url).toMatch(new RegExp(`${BASE}/${article}/$`));
      expect(html).toContain(`<link rel="canonical" href="${data.url}"`);
      expect(html).toContain(`<meta property="og:image" content="${data.image}"`);
      const png = readFileSync(fileOf(dist, new URL(data.image).pathname));
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      // Width and height of the header.
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
      const { sources } = JSON.parse(read(`${article}/citations.json`));
      expect(data.citation).toHaveLength(sources.length);
    }
  });
});

test('each served text has the digest that the proofs name, and that of its record where it is whole', () => {
  const seen = new Set<string>();
  for (const article of articles()) {
    for (const source of JSON.parse(read(`${article}/citations.json`)).sources) {
      const bytes = readFileSync(fileOf(dist, source.text));
      expect(sha256(bytes)).toBe(source.sha256);
      const raw = readFileSync(join(root, `sources/${source.id}.txt`));
      expect(sha256(raw) === source.sha256).toBe(source.isWhole);
      seen.add(source.id);
    }
  }
  expect(seen).toContain('harbour-report');
});

test('sources can be taken to a reference manager', () => {
  const ids = listFiles(join(root, 'sources')).flatMap((name) => /^(.*)\.txt$/.exec(name)?.[1] ?? []);
  for (const id of ids) {
    expect(JSON.parse(read(`sources/${id}.csl.json`))[0].id).toBe(id);
    expect(read(`sources/${id}.bib`)).toMatch(/^@\w+\{/);
    expect(read(`sources/${id}.ris`)).toMatch(/^TY {2}- \w+\r\n/);
  }
});

test('the sitemap has every page that search engines may list, and the pages are linked from it', () => {
  const sitemap = read('sitemap-0.xml');
  const listed = [...sitemap.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url]) => new URL(url ?? '').pathname);
  const hidden = pages().filter((file) => /<meta name="robots" content="noindex/.test(read(file)));
  const expected = pages()
    .filter((file) => file !== '404.html' && !hidden.includes(file))
    .map((file) => `${BASE}/${file.replace(/index\.html$/, '')}`);
  expect(listed.sort()).toEqual(expected.sort());
  expect(read('robots.txt')).toContain('/sitemap-index.xml');
});

test('every address of llms.txt, the feed and the manifest is a file of the site', () => {
  const addresses = [
    ...[...read('llms.txt').matchAll(/\]\((\S+?)\)/g)].map(([, url]) => new URL(url ?? '').pathname),
    ...[...read('atom.xml').matchAll(/href="(.*?)"/g)].map(([, url]) => new URL(url ?? '').pathname),
    ...JSON.parse(read('manifest.webmanifest')).icons.map(
      ({ src }: { src: string }) => new URL(src, `${SITE}/manifest.webmanifest`).pathname,
    ),
    `${BASE}/favicon.ico`,
  ];
  expect(addresses.length).toBeGreaterThan(20);
  for (const address of addresses) expect(existsSync(fileOf(dist, address)), address).toBe(true);
});

describe('a reader’s own check', () => {
  async function check(change: (path: string, text: string) => string) {
    const context = await browser.newContext();
    const { page, strays } = await openPage(dist, context, ADDED);
    const requests: string[] = [];
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    await page.route('**/sources/*.txt', (route) => {
      const { pathname } = new URL(route.request().url());
      return route.fulfill({ body: change(pathname, readFileSync(fileOf(dist, pathname), 'utf8')) });
    });
    const panel = page.locator('.check-yourself');
    await panel.locator('button').click();
    await panel.locator('.results details, .results .failed').first().waitFor();
    const results = await panel.locator('.results').innerText();
    const failed = await panel.locator('.results li.failed').allInnerTexts();
    const listed = await panel.locator('.results details[open] li').allInnerTexts();
    await context.close();
    return { results, failed, listed, strays, requests };
  }
  const asServed = (_: string, text: string) => text;

  test('passes, over a page mark too, with the digest of each text, and asks no other host', async () => {
    const { results, failed, strays, requests } = await check(asServed);
    const { citations, sources } = JSON.parse(read(`${ADDED}citations.json`));
    expect(results).toContain(`✓ ${citations.length} of ${citations.length} quotations stand in these texts`);
    expect(results.match(/✓/g)).toHaveLength(1 + sources.length);
    expect(results).toContain('parts of it are not published');
    expect([failed, strays]).toEqual([[], []]);
    expect(requests).toContain(`${BASE}/sources/harbour-report.txt`);
  });

  test('fails and names the quotation where a served text is altered in it', async () => {
    const { results, failed, listed } = await check((path, text) =>
      path.includes('harbour-report') ? text.replace('11 percent', '12 percent') : text,
    );
    expect(results).toMatch(/^✗ \d+ of \d+ quotations/);
    expect(failed.join()).toContain('the text is not the one that was checked');
    expect(listed.join()).toContain('11 percent');
    expect(results).toContain('do not rely on the quotations named below');
  });

  test('fails where the page shows words that the texts do not have', async () => {
    const context = await browser.newContext();
    const { page } = await openPage(dist, context, ADDED);
    await page.evaluate(() => {
      const [quote] = document.querySelectorAll('.footnotes .citation q');
      if (quote) quote.textContent = `not ${quote.textContent}`;
    });
    await page.locator('.check-yourself button').click();
    await page.locator('.results details').waitFor();
    expect(await page.locator('.results').innerText()).toMatch(/^✗/);
    expect(await page.locator('.results details[open] li').count()).toBe(1);
    await context.close();
  });

  test('is not offered without script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const { page } = await openPage(dist, context, ADDED);
    expect(await page.locator('.check-yourself').isVisible()).toBe(false);
    await context.close();
  });
});
