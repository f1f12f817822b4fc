import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { openPage } from './open-page.ts';
import { startSite } from './project.ts';

let dist = '';
let browser: Browser;

beforeAll(async () => {
  ({ dist, browser } = await startSite());
});
afterAll(() => browser?.close());

/** Open a page of the built site and look at it; nothing may be asked of another host. */
export async function read(path: string, look: (page: Page) => Promise<void>, options = {}): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 900, height: 800 }, ...options });
  const { page, strays } = await openPage(dist, context, path);
  await look(page);
  expect(strays).toEqual([]);
  await context.close();
}

/** Search for words; what is said, and where the results lead. */
export async function search(page: Page, words: string): Promise<{ said: string; found: string[] }> {
  const view = page.locator('.search-view');
  await view.locator('input').fill(words);
  const said = view.locator('.found');
  await expect
    .poll(() => page.evaluate(() => location.search), { timeout: 10_000 })
    .toBe(`?q=${encodeURIComponent(words)}`);
  await expect.poll(() => said.innerText(), { timeout: 10_000 }).not.toMatch(/Searching/);
  const links = await view.locator('.results > li > a').all();
  return {
    said: await said.innerText(),
    found: await Promise.all(links.map(async (a) => `${await a.getAttribute('href')}`)),
  };
}
