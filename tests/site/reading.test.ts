import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BASE, openPage, SITE } from './open-page.ts';
import { ADDED, type BuiltSite, listFiles, startSite } from './project.ts';
import { type Reader, readAs } from './reader.ts';

let site: BuiltSite;

beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site?.browser.close());

const read = (reader: Reader, look: (page: Page) => Promise<void>) => readAs(site, { path: ADDED, ...reader }, look);

const open = (page: Page) => page.locator('li:popover-open');

test.for([
  [360, 780, 480],
  [1440, 900, 430],
] as const)('every article begins within the first screen of %i by %i px', async ([width, height, most]) => {
  await read({ size: [width, height] }, async (page) => {
    for (const name of listFiles(join(site.root, 'content/articles'))) {
      await page.goto(`${SITE}/articles/${name.replace(/\.mdx$/, '')}/`);
      const first = await page.locator('main p:has(sup)').first().boundingBox();
      expect(first?.y, name).toBeLessThanOrEqual(most);
    }
  });
});

test('every article, page and source is two steps from any page, without script', async () => {
  await read({ script: false, size: [320, 900], path: '/404.html' }, async (page) => {
    const addresses = (folder: string, prefix: string, ending: RegExp) =>
      listFiles(join(site.root, folder)).flatMap((name) =>
        ending.test(name) && name !== 'home.mdx' ? `${prefix}${name.replace(ending, '')}/` : [],
      );
    const all = [
      ...addresses('content/articles', '/articles/', /\.mdx$/),
      ...addresses('content/themes', '/themes/', /\.mdx$/),
      ...addresses('content/pages', '/', /\.mdx$/),
      ...addresses('sources', '/sources/', /\.yaml$/),
    ];
    const seen = new Set<string>();
    for (const name of ['Themes', 'Explore']) {
      await page.getByRole('button', { name }).click();
      for (const link of await page.locator('.menu:popover-open a').all())
        if (await link.isVisible()) seen.add(`${await link.getAttribute('href')}`.slice(BASE.length));
      await page.keyboard.press('Escape');
    }
    expect(all.filter((address) => !seen.has(address))).toEqual([]);
  });
});

describe('a note', () => {
  test.for<[name: string, reader: Reader]>([
    ['by mouse', {}],
    ['by mouse without script', { script: false }],
  ])('opens at its reference %s and closes by a click elsewhere', async ([, reader]) => {
    await read(reader, async (page) => {
      const reference = page.locator('.reference button').nth(5);
      await reference.click();
      expect(await open(page).getAttribute('id')).toBe(await reference.getAttribute('popovertarget'));
      const [at, note] = [await reference.boundingBox(), await open(page).boundingBox()];
      if (!at || !note) throw new Error('Expected both to be seen');
      // Below or above the reference, whole and near.
      const apart = Math.max(note.y - (at.y + at.height), at.y - (note.y + note.height));
      expect(apart).toBeGreaterThanOrEqual(-1);
      expect(apart).toBeLessThan(24);
      expect(note.x).toBeGreaterThanOrEqual(0);
      expect(note.x + note.width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);

      await page.mouse.click(2, 2);
      await expect.poll(() => open(page).count()).toBe(0);
      expect(await page.locator('.footnotes li').first().isVisible()).toBe(true);
    });
  });

  test('opens by keyboard, can be tabbed into, and returns focus on Escape', async () => {
    await read({}, async (page) => {
      const reference = page.locator('.reference button').first();
      await reference.focus();
      await page.keyboard.press('Enter');
      await open(page).waitFor();
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('li')?.matches(':popover-open'))).toBe(true);
      await page.keyboard.press('Escape');
      await expect.poll(() => open(page).count()).toBe(0);
      await expect.poll(() => reference.evaluate((element) => element === document.activeElement)).toBe(true);
    });
  });

  test('appears on hover, stays while the pointer is in it, disappears with it, and is kept by a click', async () => {
    await read({}, async (page) => {
      const reference = page.locator('.reference button').first();
      await reference.hover();
      await open(page).waitFor();
      await open(page).hover();
      await page.waitForTimeout(500);
      expect(await open(page).count()).toBe(1);
      await page.mouse.move(2, 2);
      await expect.poll(() => open(page).count()).toBe(0);

      await reference.hover();
      await open(page).waitFor();
      await reference.click();
      await page.mouse.move(2, 2);
      await page.waitForTimeout(500);
      expect(await open(page).count()).toBe(1);
    });
  });
});

describe('notes in the margin', () => {
  /** The longest articles have the most notes for their margin. */
  const articles = () =>
    listFiles(join(site.root, 'content/articles'))
      .map((name) => `/articles/${name.replace(/\.mdx$/, '')}/`)
      .sort(
        (a, b) =>
          readFileSync(join(site.dist, b, 'index.html')).length - readFileSync(join(site.dist, a, 'index.html')).length,
      )
      .slice(0, 5);

  /** What is wrong with the notes of an article: only they are next to it, in order, each below its reference. */
  const disorder = (page: Page) =>
    page.evaluate(() => {
      const firsts = new Map<string, number>();
      for (const button of document.querySelectorAll('.reference button')) {
        const note = button.getAttribute('popovertarget') ?? '';
        if (!firsts.has(note)) firsts.set(note, button.closest('.reference')?.getBoundingClientRect().top ?? 0);
      }
      const references = [...firsts.values()];
      const notes = [...document.querySelectorAll('.margin-note')].map((note) => note.getBoundingClientRect());
      const others = [...document.querySelectorAll('.prose > :not(.margin-notes)')].map((one) =>
        one.getBoundingClientRect(),
      );
      const hits = (a: DOMRect, b: DOMRect) =>
        a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
      return [
        ...(notes.length === references.length ? [] : [`${notes.length} notes, ${references.length} references`]),
        ...notes.flatMap((note, index) => [
          ...(note.right <= innerWidth ? [] : [`note ${index} goes out of the window`]),
          ...(note.top >= (references[index] ?? 0) - 8 ? [] : [`note ${index} is above its reference`]),
          ...(note.top >= (notes[index - 1]?.bottom ?? 0) - 0.01 || index === 0
            ? []
            : [`note ${index} lies on the one before`]),
          ...(others.some((other) => hits(note, other)) ? [`note ${index} lies on something`] : []),
        ]),
      ];
    });

  test('are in order next to the longest articles, and overlap nothing, in windows of any width', async () => {
    await read({ size: [1120, 900] }, async (page) => {
      for (const path of articles()) {
        await page.goto(`${SITE}${path}`);
        for (const width of [1440, 960]) {
          await page.setViewportSize({ width, height: 900 });
          await page.locator('.margin-note').first().waitFor();
          await expect.poll(() => disorder(page), { message: `${path} at ${width} px` }).toEqual([]);
        }
      }
    });
  });

  test('open the whole note in place', async () => {
    await read({ size: [1440, 900] }, async (page) => {
      const short = page.locator('.margin-note').nth(7);
      await short.click();
      await open(page).waitFor();
      await expect
        .poll(async () =>
          Math.abs(((await short.boundingBox())?.y ?? 0) - ((await open(page).boundingBox())?.y ?? 1000)),
        )
        .toBeLessThan(40);
      expect(await open(page).locator('a.read').first().isVisible()).toBe(true);
    });
  });

  test('have at least three lines where words are cut, and show those that bear the statement', async () => {
    await read({ size: [960, 900] }, async (page) => {
      const words = page.locator('.margin-note .words').nth(1);
      expect(await words.innerText()).toContain('40 ships');
      const lines = await page
        .locator('.margin-note .words')
        .evaluateAll((all) =>
          all
            .filter((each) => each.scrollHeight > each.clientHeight + 2)
            .map((each) => Math.round(each.clientHeight / Number.parseFloat(getComputedStyle(each).lineHeight))),
        );
      for (const count of lines) expect(count).toBeGreaterThanOrEqual(3);
    });
  });

  test('take the place of a note at its reference, which would cover the next lines', async () => {
    await read({ size: [1440, 900] }, async (page) => {
      await page.locator('.reference button').first().hover();
      await open(page).waitFor();
      const text = await page.locator('.prose > p').first().boundingBox();
      expect((await open(page).boundingBox())?.x).toBeGreaterThan((text?.x ?? 0) + (text?.width ?? 0));
    });
  });

  test('do not exist in a narrower window', async () => {
    await read({ size: [940, 900] }, async (page) => {
      expect(await page.locator('.margin-note:visible').count()).toBe(0);
    });
  });
});

test('the contents show which section is being read', async () => {
  await read({ size: [1440, 900] }, async (page) => {
    const [, second] = await page.locator('.prose > h2').all();
    await second?.evaluate((heading) => heading.scrollIntoView());
    const current = page.locator('.contents a[aria-current]');
    await expect.poll(() => current.textContent()).toBe(await second?.textContent());
  });
});

describe('the colours', () => {
  const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

  test('are those of the system until a reader chooses, and persist from page to page without a flash', async () => {
    const context = await site.browser.newContext({ colorScheme: 'light' });
    const { page } = await openPage(site.dist, context, ADDED);
    const light = await paper(page);
    await page.getByText('Explore').click();
    const button = page.locator('.scheme');
    await button.click();
    expect(await button.textContent()).toBe('Colours: light');
    await button.click();
    expect(await button.textContent()).toBe('Colours: dark');
    const dark = await paper(page);
    expect(dark).not.toBe(light);

    // What the head does is done before the first paint: no other script is let in.
    await page.route('**/*.js', (route) => route.abort());
    await page.reload();
    expect(await paper(page)).toBe(dark);
    await context.close();
  });
});

test('on paper all notes are at the end, with their words and addresses', async () => {
  await read({ size: [1440, 900] }, async (page) => {
    await page.emulateMedia({ media: 'print' });
    const html = readFileSync(join(site.dist, ADDED, 'index.html'), 'utf8');
    const notes = page.locator('.footnotes li');
    expect(await notes.count()).toBe(html.match(/<li id="note-fn-/g)?.length);
    for (const note of await notes.all()) expect(await note.isVisible()).toBe(true);
    expect(await page.locator('.margin-note:visible').count()).toBe(0);
    expect(await page.locator('.reference a').first().isVisible()).toBe(true);
    expect(await page.locator('.reference button').first().isVisible()).toBe(false);
    const address = await page
      .locator('.citation .read')
      .first()
      .evaluate((link) => getComputedStyle(link, '::after').content);
    expect(address).toContain(`${BASE}/sources/`);
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(20_000);
  });
});
