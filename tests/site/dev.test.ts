import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyProject, environment, launchBrowser, removeProject, secondSite } from './project.ts';

let root = '';
let server: ChildProcess;
let browser: Browser;
let page: Page;
let address = '';
let output = '';

beforeAll(async () => {
  root = copyProject(secondSite);
  server = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'dev', '--host', '127.0.0.1', '--port', '0'], {
    cwd: root,
    env: environment,
  });
  address = await new Promise((resolve, reject) => {
    const listen = (data: Buffer) => {
      output += data;
      const found = /Local\s+(http:\/\/\S+)/.exec(output)?.[1];
      if (found) resolve(found.replace(/\/$/, ''));
    };
    server.stdout?.on('data', listen);
    server.stderr?.on('data', listen);
    server.on('exit', () => reject(new Error(output)));
  });
  browser = await launchBrowser();
  page = await browser.newPage();
  // The first page waits for the first compilation of everything.
  page.setDefaultNavigationTimeout(120_000);
  await page.goto(`${address}/articles/keepers/`);
});
afterAll(async () => {
  await browser?.close();
  server?.kill();
  removeProject(root);
});

const overlay = () => page.locator('vite-error-overlay');
const app = () => page.locator('astro-dev-toolbar-app-canvas[data-app-id="citations"] astro-dev-toolbar-window');
const openApp = () => page.locator('astro-dev-toolbar button[data-app-id="citations"]').dispatchEvent('click');

test.for<[name: string, file: string, from: string, to: string, place: RegExp]>([
  [
    'a source',
    'sources/light-report.txt',
    'September 1989',
    'Septembre 1989',
    /light-report\.yaml:\d+:\d+\s*source-stale/,
  ],
  ['a record', 'sources/light-report.yaml', '\nid:', '\nidd:', /light-report\.yaml:\d+:\d+\s*record-invalid/],
  [
    'an article',
    'content/articles/keepers.mdx',
    '@light-report',
    '@light-raport',
    /keepers\.mdx:\d+:\d+\s*source-unknown/,
  ],
])(
  'breaking %s shows the problem in the toolbar and the terminal, never over the page, and fixing it clears it',
  async ([, file, from, to, place]) => {
    const path = join(root, file);
    const text = readFileSync(path, 'utf8');
    const changed = `\n${text}`.replace(from, to).slice(1);
    expect(changed).not.toBe(text);

    output = '';
    writeFileSync(path, changed);
    await openApp();
    // The page reloads meanwhile.
    await expect.poll(() => app().textContent(), { timeout: 15_000 }).toMatch(place);
    expect(await overlay().count()).toBe(0);
    await expect.poll(() => output, { timeout: 10_000 }).toMatch(/:\d+:\d+ {2}[a-z]+-[a-z]+/);

    writeFileSync(path, text);
    await expect.poll(() => app().textContent(), { timeout: 15_000 }).toContain('No problems ·');
    await page.locator('.reference button').first().waitFor();
  },
);

test('the toolbar app shows the state of the page, follows every check, and opens the editor at a place', async () => {
  const file = 'content/articles/keepers.mdx';
  await openApp();
  await expect.poll(() => app().innerText()).toMatch(/^No problems · \d+ citations in \d sources/);

  const path = join(root, file);
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace(/(\[\^[^\]]+\])\n/, '$1 They met.\n'));
  await expect.poll(() => app().textContent(), { timeout: 15_000 }).toMatch(/1 problem\b.*1 sentence without note/s);
  // The page underlines the sentence itself.
  const marked = () => page.evaluate(() => [...(CSS.highlights.get('citations') ?? [])].map(String));
  await expect.poll(marked, { timeout: 15_000 }).toEqual(['They met.']);

  // There is no editor to open: what counts is the request to the server.
  const requested: string[] = [];
  await page.route('**/__open-in-editor?*', (route) => {
    requested.push(new URL(route.request().url()).searchParams.get('file') ?? '');
    return route.fulfill({ body: '' });
  });
  await app().locator('a').nth(1).dispatchEvent('click');
  // The request leaves a moment after the click.
  await expect.poll(() => requested.length).toBe(1);
  expect(requested[0]).toMatch(/\.mdx:\d+:\d+$/);
  expect(requested[0]?.startsWith(`${root}/${file}:`)).toBe(true);
  expect(page.url()).toContain('/articles/keepers/');

  writeFileSync(path, text);
  await expect.poll(() => app().textContent(), { timeout: 15_000 }).toContain('No problems ·');
});

test('a document that can’t be parsed covers the pages until it is mended, or the reader closes the overlay', async () => {
  await page.goto(`${address}/articles/lamp/`);
  const path = join(root, 'content/articles/ferry.mdx');
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, `${text}\n\nAn open {brace\n`);
  await overlay().waitFor({ state: 'attached', timeout: 15_000 });
  await expect
    .poll(() => overlay().locator('#message-content').textContent())
    .toMatch(/ferry\.mdx:\d+:\d+ {2}article-invalid/);
  await expect.poll(() => overlay().locator('#stack').count()).toBe(0);
  await page.keyboard.press('Escape');
  await overlay().waitFor({ state: 'detached' });
  expect(await page.locator('main h1').innerText()).toBe('The lamp and the lens');

  await page.reload();
  await overlay().locator('#close').click({ timeout: 15_000 });
  await overlay().waitFor({ state: 'detached' });
  output = '';
  writeFileSync(path, text);
  await expect.poll(() => output, { timeout: 15_000 }).toContain('all citations hold');
});

test('a text that can’t be read is reported, and the server goes on', async () => {
  const path = join(root, 'sources/long.txt');
  output = '';
  writeFileSync(path, Buffer.alloc(21 * 1024 * 1024, 'x'));
  await expect.poll(() => output, { timeout: 15_000 }).toMatch(/`sources\/long\.txt` is too large for a text \(21 MB/);

  rmSync(path);
  await expect.poll(() => output, { timeout: 15_000 }).toContain('all citations hold');
});

test('a draft is shown, with what is wrong as warnings', async () => {
  const text = readFileSync(join(root, 'content/articles/lamp.mdx'), 'utf8');
  const draft = `${text.replace(/\nupdated:/, '\ndraft: true\nupdated:')}\nOne more.[^begun]\n\n[^begun]: @light-report "words that no text has"\n`;
  output = '';
  writeFileSync(join(root, 'content/articles/begun.mdx'), draft);
  await expect.poll(() => output, { timeout: 15_000 }).toMatch(/begun\.mdx:\d+:\d+ {2}quote-not-found \(warning\)/);
  await page.goto(`${address}/articles/begun/`);
  await expect.poll(() => page.locator('main').innerText()).toMatch(/A draft: the site is built without this page\./);
  expect(await page.locator('.footnotes').innerText()).toContain(
    'This footnote has a problem; its words are not shown.',
  );
  expect(await overlay().count()).toBe(0);
});
