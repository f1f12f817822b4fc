import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPage, startSite } from './project.ts';

let dist = '';
let browser: Browser;

beforeAll(async () => {
  ({ dist, browser } = await startSite());
});
afterAll(() => browser?.close());

async function read(path: string, look: (page: Page) => Promise<void>, options = {}): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 900, height: 800 }, ...options });
  const { page, strays } = await openPage(dist, context, path);
  await look(page);
  expect(strays).toEqual([]);
  await context.close();
}

/** Search for words; what is said, and where the results lead. */
async function search(page: Page, words: string): Promise<{ said: string; found: string[] }> {
  const view = page.locator('.search-view');
  await view.locator('input').fill(words);
  const said = view.locator('.found');
  await expect.poll(() => page.evaluate(() => location.search)).toBe(`?q=${encodeURIComponent(words)}`);
  await expect.poll(() => said.innerText(), { timeout: 10_000 }).not.toMatch(/Searching/);
  const links = await view.locator('.results > li > a').all();
  return {
    said: await said.innerText(),
    found: await Promise.all(links.map(async (a) => `${await a.getAttribute('href')}`)),
  };
}

const FIRST: Readonly<Record<string, string>> = {
  oil: '/articles/oil-supplies/',
  embargo: '/articles/oil-supplies/',
  iceberg: '/articles/how-close-are-they/',
  '25 December 1991': '/articles/recognition-and-relations/',
  embassy: '/articles/embassies/',
  embas: '/articles/embassies/',
  Lapshin: '/articles/rights-and-press-freedom/',
  Ismayilova: '/articles/rights-and-press-freedom/',
  Hoenlein: '/articles/american-jewish-organizations/',
  'Mountain Jews': '/articles/mountain-jews-and-quba/',
  Guba: '/articles/mountain-jews-and-quba/',
  'Barak MX': '/articles/arms-and-military-cooperation/',
  satellites: '/articles/arms-and-military-cooperation/',
  'Baku-Tbilisi-Ceyhan': '/places/',
  Karabagh: '/articles/nagorno-karabakh/',
  Turkey: '/articles/turkey/',
  Iran: '/articles/iran-and-the-relationship/',
  flights: '/articles/trade-technology-and-flights/',
  'Qirmizi Qesebe': '/places/',
  timeline: '/timeline/',
  'quote-not-found': '/problems/quote-not-found/',
};
const ABSENT = ['Hezbollah', 'Hamas', 'Putin', 'bitcoin', 'Syria', 'chess', 'wine', 'Tesla', 'Eurovision', 'caviar'];
const MISSPELT: Readonly<Record<string, string>> = {
  embasy: 'embassy',
  satelite: 'satellites',
  Karabach: 'Karabakh',
  Netanyaho: 'Netanyahu',
  Azerbajan: 'Azerbaijan',
  diplomcy: 'diplomacy',
  emigraton: 'emigration',
  iceburg: 'iceberg',
  recogntion: 'recognition',
  synagoge: 'synagogue',
};

test('search finds what is there, says what is not, and knows what was meant', async () => {
  await read('/search/', async (page) => {
    const first: Record<string, string | undefined> = {};
    for (const words of Object.keys(FIRST)) first[words] = (await search(page, words)).found[0];
    expect(first).toEqual(FIRST);

    for (const words of ABSENT) {
      const { said, found } = await search(page, words);
      expect(said).toContain(`No page has “${words}”.`);
      expect(found).toEqual([]);
    }

    for (const [words, meant] of Object.entries(MISSPELT)) {
      const { said, found } = await search(page, words);
      expect(said, words).toMatch(new RegExp(`Did you mean ${meant}\\b`));
      expect(found).toEqual([]);
    }
    await page.locator('.meant').first().click();
    await page.locator('.results a').first().waitFor();
  });
});

test('the address of the search page has the words, and each result its kind', async () => {
  await read('/search/?q=embargo', async (page) => {
    await page.locator('.results a').first().waitFor();
    expect(await page.locator('.search-view input').inputValue()).toBe('embargo');
    expect(await page.locator('.results .kind').first().innerText()).toBe('article, Energy and economy');
    await page.locator('select[name="kind"]').selectOption('source');
    await expect.poll(() => page.locator('.results > li > a[href^="/articles/"]').count()).toBe(0);
    expect(await page.locator('.results > li > a[href^="/sources/"]').count()).toBeGreaterThan(0);
  });
});

test('without script the search page says so, and leads on', async () => {
  const look = async (page: Page) => {
    await page.locator('.masthead a[href="/search/"]').click();
    expect(await page.locator('main').innerText()).toMatch(/needs JavaScript/);
    expect(await page.locator('main input').isVisible()).toBe(false);
  };
  await read('/articles/turkey/', look, { javaScriptEnabled: false });
});

test('the dialog opens at once, loads nothing before, and closes on Escape and on every choice', async () => {
  await read('/articles/oil-supplies/', async (page) => {
    const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    expect(loaded.filter((name) => /pagefind|search/.test(name))).toEqual([]);
    const isOpen = () => page.locator('.search-dialog[open]').count();
    await page.keyboard.press('/');
    expect(await isOpen()).toBe(1);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    await page.keyboard.press('Escape');
    await expect.poll(isOpen).toBe(0);

    await page.keyboard.press('Control+k');
    await page.locator('.search-dialog input').fill('embargo');
    await page.locator('.results li li a[href^="/articles/oil-supplies/#"]').first().click();
    await expect.poll(isOpen).toBe(0);
    expect(await page.evaluate(() => location.pathname)).toBe('/articles/oil-supplies/');
  });
});

test('a slash typed into a field opens nothing', async () => {
  await read('/articles/turkey/', async (page) => {
    await page.evaluate(() => document.body.prepend(document.createElement('input')));
    await page.locator('body > input').press('/');
    await page.waitForTimeout(300);
    expect(await page.locator('.search-dialog').count()).toBe(0);
  });
});
