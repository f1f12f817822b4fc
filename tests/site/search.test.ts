import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { BASE } from './open-page.ts';
import { ADDED } from './project.ts';
import { read, search } from './searching.ts';

test('search finds what is there, says what is not, and knows what was meant', async () => {
  await read('/search/', async (page) => {
    for (const words of ['Almar', 'grain', 'harbour mas']) {
      expect((await search(page, words)).found, words).toContain(`${BASE}${ADDED}`);
    }
    const absent = await search(page, 'qwertyuiop');
    expect(absent).toMatchObject({ found: [], said: expect.stringContaining('No page has “qwertyuiop”.') });

    expect((await search(page, 'Vellim')).said).toMatch(/Did you mean Vellin\b/);
    await page.locator('.meant').first().click();
    await page.locator('.results a').first().waitFor();
  });
});

test('the address of the search page has the words, and each result its kind', async () => {
  await read('/search/?q=Vellin', async (page) => {
    await page.locator('.results a').first().waitFor();
    expect(await page.locator('.search-view input').inputValue()).toBe('Vellin');
    expect(await page.locator('.results .kind').first().innerText()).toMatch(/^(?:article, \S.*|page|source|theme)$/);
    await page.locator('select[name="kind"]').selectOption('source');
    await expect.poll(() => page.locator(`.results > li > a[href^="${BASE}/articles/"]`).count()).toBe(0);
    expect(await page.locator(`.results > li > a[href^="${BASE}/sources/"]`).count()).toBeGreaterThan(0);
  });
});

test('without script the search page says so, and leads on', async () => {
  const look = async (page: Page) => {
    await page.locator(`.masthead a[href="${BASE}/search/"]`).click();
    expect(await page.locator('main').innerText()).toMatch(/needs JavaScript/);
    expect(await page.locator('main input').isVisible()).toBe(false);
  };
  await read(ADDED, look, { javaScriptEnabled: false });
});

test('the dialog opens at once, loads nothing before, and closes on Escape and on every choice', async () => {
  await read(ADDED, async (page) => {
    const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    expect(loaded.filter((name) => /pagefind|search/.test(name))).toEqual([]);
    const isOpen = () => page.locator('.search-dialog[open]').count();
    await page.keyboard.press('/');
    expect(await isOpen()).toBe(1);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    await page.keyboard.press('Escape');
    await expect.poll(isOpen).toBe(0);

    await page.keyboard.press('Control+k');
    await page.locator('.search-dialog input').fill('Vellin');
    await page.locator(`.results li li a[href^="${BASE}${ADDED}#"]`).first().click();
    await expect.poll(isOpen).toBe(0);
    expect(await page.evaluate(() => location.pathname)).toBe(`${BASE}${ADDED}`);
  });
});

test('a slash typed into a field opens nothing', async () => {
  await read(ADDED, async (page) => {
    await page.evaluate(() => document.body.prepend(document.createElement('input')));
    await page.locator('body > input').press('/');
    await page.waitForTimeout(300);
    expect(await page.locator('.search-dialog').count()).toBe(0);
  });
});
