import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPage, SITE } from './open-page.ts';
import { ADDED, findBarriers, listFiles, startSite } from './project.ts';

let root = '';
let dist = '';
let browser: Browser;

beforeAll(async () => {
  ({ root, dist, browser } = await startSite());
});
afterAll(() => browser?.close());

const themes = () => listFiles(join(root, 'content/themes')).map((name) => name.replace(/\.mdx$/, ''));
/** Pages with words of their own, but the longest, whose like are looked at. */
const pages = () =>
  listFiles(join(root, 'content/pages')).flatMap((name) =>
    name === 'home.mdx' ? [] : `/${name.replace(/\.mdx$/, '')}/`,
  );
const open = (context: BrowserContext, path: string) => openPage(dist, context, path);

test('a reader without script filters the timeline by theme, and other lanes collapse', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 800 } });
  const { page } = await open(context, '/test-events/');
  const events = page.locator('.event');
  const all = await events.count();
  for (const slug of themes()) {
    await page.locator(`input[value="${slug}"]`).check();
    const own = page.locator(`.event[data-themes~="${slug}"]`);
    expect(await page.locator('.event:visible').count(), slug).toBe(await own.count());
    expect(await own.count()).toBeLessThanOrEqual(all);
    expect(
      await page.locator('.lane:visible').evaluateAll((lanes) => lanes.map((lane) => lane.getAttribute('data-theme'))),
    ).toEqual([slug]);
  }
  await page.locator('input[value="all"]').check();
  expect(await page.locator('.event:visible').count()).toBe(all);
  expect(await page.locator('.lane:visible').count()).toBe(themes().length);
  await page.locator('.lane .mark').first().click();
  expect(await page.locator('.event:target').count()).toBe(1);
  await context.close();
});

test('a reader is shown a finding, another one each time, and without script all of them', async () => {
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 360, height: 800 } });
    const { page } = await open(context, '/test-events/');
    const seen: string[] = [];
    for (const _ of javaScriptEnabled ? [1, 2, 3] : [1]) {
      await page.getByRole('button', { name: 'Explore' }).click();
      await page.getByRole('link', { name: 'Show me a finding' }).click();
      await page.waitForURL(/\/\?one#/);
      if (javaScriptEnabled) {
        const finding = page.locator('.findings li:has(:target)');
        await expect.poll(() => finding.count()).toBe(1);
        expect((await finding.boundingBox())?.y).toBeLessThan(800);
        seen.push(await finding.innerText());
      } else expect(await page.locator('#findings:target').count()).toBe(1);
    }
    for (const [index, words] of seen.entries()) expect(words).not.toBe(seen[index + 1]);
    await context.close();
  }
});

test.for([true, false])('a mark of the timeline shows its event with a link to it (touch: %s)', async (touch) => {
  const context = await browser.newContext({
    viewport: touch ? { width: 360, height: 780 } : { width: 1440, height: 900 },
    hasTouch: touch,
    isMobile: touch,
  });
  const { page } = await open(context, '/test-events/');
  const mark = page.locator('.lane .mark circle').nth(1);
  await page.locator('.mark[aria-label]').first().waitFor({ state: 'attached' });
  await (touch ? mark.tap() : mark.hover());
  const card = page.locator('.sheet:popover-open');
  await card.waitFor();
  const [at, box] = [await mark.boundingBox(), await card.boundingBox()];
  if (!at || !box) throw new Error('Expected both to be seen');
  if (touch) {
    await card.getByText('Go to the event').tap();
    expect(await page.locator('.event:target').count()).toBe(1);
  } else {
    expect(Math.max(box.y - at.y - at.height, at.y - box.y - box.height)).toBeLessThan(24);
    await page.mouse.move(2, 2);
    await expect.poll(() => card.count()).toBe(0);
    await page.keyboard.press('Tab');
    await mark.locator('..').focus();
    await card.waitFor();
  }
  await context.close();
});

test('the letters of drawings are at least 11 px high on a page of 320 px', async () => {
  const context = await browser.newContext({ viewport: { width: 320, height: 800 } });
  for (const path of ['/test-events/', '/test-charts/']) {
    const { page } = await open(context, path);
    const sizes = await page.evaluate(() =>
      [...document.querySelectorAll<SVGTextElement>('svg.drawing text')].flatMap((text) => {
        const scale = text.getScreenCTM()?.a ?? 0;
        return text.checkVisibility() ? Number.parseFloat(getComputedStyle(text).fontSize) * scale : [];
      }),
    );
    expect(sizes.length).toBeGreaterThan(5);
    expect(Math.min(...sizes), path).toBeGreaterThanOrEqual(11);
  }
  await context.close();
});

/** Open pages one after the other in one tab, look at each in windows of some widths, and return what was asked of other hosts. */
async function look(
  paths: readonly string[],
  widths: readonly number[],
  see: (page: Page, path: string) => Promise<void>,
): Promise<string[]> {
  // A view transition between two pages lies over the new one.
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const { page, strays } = await open(context, '/404.html');
  for (const path of paths) {
    await page.goto(`${SITE}${path}`);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      await see(page, `${path} at ${width} px`);
    }
  }
  await context.close();
  return strays;
}

test('pages do not scroll sideways, and have no link that something else covers', async () => {
  const paths = ['/', ADDED, '/sources/harbour-report/', '/problems/quote-not-found/', '/themes/', '/test-charts/'];
  paths.push(...pages(), ...themes().map((slug) => `/themes/${slug}/`));
  const strays = await look(paths, [320, 1440], async (page, at) => {
    const beyond = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    await expect.poll(beyond, { message: at }).toBeLessThanOrEqual(0);
    const covered = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('main a:not(svg a), main button, body > aside a, footer a')]
        .filter((link) => link.getClientRects().length > 0 && link.checkVisibility({ visibilityProperty: true }))
        .filter((link) => {
          link.scrollIntoView({ block: 'center' });
          const { left, top, width, height } = link.getClientRects()[0] ?? new DOMRect();
          const hit = document.elementFromPoint(left + width / 2, top + height / 2);
          return !hit || !(link.contains(hit) || hit.contains(link));
        })
        .map((link) => link.textContent),
    );
    expect(covered, at).toEqual([]);
  });
  expect(strays).toEqual([]);
});

/**
 * Pages with elements of their own, narrow and light; where the layout is another in a wide window, wide and dark as
 * well. `npm run bench -- pages` judges every page both ways.
 */
const NARROW = () => ['/', ADDED, '/search/', '/sources/harbour-report/', ...pages()];
const WIDE = () => ['/', ADDED];

test.for<['light' | 'dark', number, () => readonly string[]]>([
  ['light', 360, NARROW],
  ['dark', 1440, WIDE],
])('pages in %s, %i px wide, have no accessibility problems', async ([colorScheme, width, paths]) => {
  const look = { colorScheme, viewport: { width, height: 900 }, reducedMotion: 'reduce' } as const;
  const context = await browser.newContext({ ...look, bypassCSP: true });
  const { page } = await open(context, '/404.html');
  const found: string[] = [];
  for (const path of paths()) {
    await page.goto(`${SITE}${path}`);
    found.push(...(await findBarriers(page)).map((fault) => `${path}: ${fault}`));
  }
  await context.close();
  expect(found).toEqual([]);
});
