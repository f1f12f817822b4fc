import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SITE } from './open-page.ts';
import { ADDED, type BuiltSite, listFiles, startSite } from './project.ts';
import { type Reader, readAs } from './reader.ts';

let site: BuiltSite;

beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site?.browser.close());

const read = (reader: Reader, look: (page: Page) => Promise<void>) => readAs(site, { path: ADDED, ...reader }, look);

/** The longest article. */
const longest = () => {
  const length = (name: string) => statSync(join(site.root, 'content/articles', name)).size;
  const [first = ''] = listFiles(join(site.root, 'content/articles')).sort((a, b) => length(b) - length(a));
  return `/articles/${first.replace(/\.mdx$/, '')}/`;
};

const open = (page: Page) => page.locator(':popover-open');

/** Scroll a cluster of references to a share of the window's height; the center of its first number, if it is in sight. */
const bring = (page: Page, index: number, share: number) =>
  page.evaluate(
    async ([index, share]) => {
      const cluster = document.querySelectorAll('.prose .cluster')[index];
      const number = cluster?.querySelector('button');
      if (!cluster || !number) return undefined;
      scrollBy(0, cluster.getBoundingClientRect().top - innerHeight * share);
      // Until then, a tap would hit what was there before.
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
      const { left, top, width, height } = number.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      const hit = document.elementFromPoint(x, y);
      return hit && cluster.contains(hit) ? { x, y } : undefined;
    },
    [index, share] as const,
  );

/** Is a point on this cluster, and not on a link next to it? */
const isOn = (page: Page, index: number, x: number, y: number) =>
  page.evaluate(
    ([index, x, y]) => {
      const cluster = document.elementFromPoint(x, y)?.closest('.cluster');
      return cluster !== undefined && cluster === document.querySelectorAll('.prose .cluster')[index];
    },
    [index, x, y] as const,
  );

/** What is wrong with the open note. */
const faults = (page: Page) =>
  page.evaluate(() => {
    const note = document.querySelector(':popover-open');
    const link = note?.querySelector('.read');
    if (!note || !link) return 'no note is open';
    const box = note.getBoundingClientRect();
    const { left, top, width, height } = link.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    const isInside = box.left > -1 && box.top > -1 && box.right < innerWidth + 1 && box.bottom < innerHeight + 1;
    if (!isInside) return `it is cut off: ${[box.left, box.top, box.right, box.bottom].map(Math.round)}`;
    return hit?.closest('.read') ? '' : 'its link to the source is not in sight';
  });

test.for<[width: number, height: number, touch: boolean]>([
  [844, 390, true],
  [320, 568, true],
  [360, 640, true],
  [390, 844, true],
  [320, 256, true],
  [320, 256, false],
  [844, 390, false],
  [1024, 700, false],
  [1440, 900, false],
])(
  'every note opens whole, with its link in sight, in a window of %i by %i px (touch: %s)',
  async ([width, height, touch]) => {
    await read({ size: [width, height], touch }, async (page) => {
      const found: string[] = [];
      let opened = 0;
      for (const path of [ADDED, longest()]) {
        await page.goto(`${SITE}${path}`);
        const count = await page.locator('.prose .cluster').count();
        for (let index = 0; index < count; index += 5) {
          for (const share of [0.1, 0.5, 0.9]) {
            const at = await bring(page, index, share);
            if (!at) continue;
            await (touch ? page.touchscreen.tap(at.x, at.y) : page.mouse.click(at.x, at.y));
            await open(page).waitFor();
            opened += 1;
            // A position is tried, and given up, in the next frame.
            if (await faults(page)) await page.waitForTimeout(100);
            const fault = await faults(page);
            if (fault) found.push(`${path} ${index} at ${share}: ${fault}`);
            await page.keyboard.press('Escape');
          }
        }
      }
      expect(found).toEqual([]);
      expect(opened).toBeGreaterThan(10);
    });
  },
);

describe('under a finger', () => {
  test('the numbers of a statement are one target of 44 px, which opens all its notes', async () => {
    await read({ size: [360, 780], touch: true }, async (page) => {
      const missed: string[] = [];
      const count = await page.locator('.prose .cluster').count();
      for (let index = 0; index < count; index += 2) {
        for (const [dx, dy] of [
          [0, 0],
          [0, 18],
          [0, -14],
          [10, 8],
        ] as const) {
          const at = await bring(page, index, 0.4);
          if (!at || !(await isOn(page, index, at.x + dx, at.y + dy))) continue;
          await page.touchscreen.tap(at.x + dx, at.y + dy);
          const shown = await page.locator('.sheet:popover-open b').allTextContents();
          const own = await page.locator('.prose .cluster').nth(index).locator('button').allTextContents();
          if (shown.join() !== own.map((number) => `Note ${number}`).join())
            missed.push(`${index} at ${dx}, ${dy}: ${shown}`);
          await page.evaluate(() => document.querySelector<HTMLElement>(':popover-open')?.hidePopover());
        }
      }
      expect(missed).toEqual([]);
    });
  });

  test('the target of a single number is 44 px wide and high', async () => {
    await read({ size: [360, 780], touch: true }, async (page) => {
      const index = await page.evaluate(() => {
        // Links of the text lie above its edges.
        for (const link of document.querySelectorAll('.statement > a')) link.replaceWith(link.textContent);
        return [...document.querySelectorAll('.prose .cluster')].findIndex((one) => one.children.length === 1);
      });
      const at = await bring(page, index, 0.4);
      if (!at) throw new Error('Expected it to be in sight');
      for (const [dx, dy] of [
        [0, 20],
        [0, -20],
        [20, 0],
        [-20, 0],
      ] as const)
        expect(await isOn(page, index, at.x + dx, at.y + dy), `${dx}, ${dy}`).toBe(true);
    });
  });

  test('the sheet says which note is which, lights up the statement, and closes by its button', async () => {
    await read({ size: [360, 780], touch: true }, async (page) => {
      await page.locator('.cluster').first().tap();
      expect(await open(page).locator('.note-bar').first().innerText()).toMatch(/^Note 1\s*1 of 3\s*Close$/);
      expect(await page.locator('.statement:has(.lit)').count()).toBe(1);
      const [close, link] = [open(page).getByText('Close').first(), open(page).locator('.read').first()];
      for (const target of [close, link]) expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(44);
      await close.tap();
      expect(await open(page).count()).toBe(0);
    });
  });

  test('the sheet leaves the end of the statement in sight', async () => {
    await read({ size: [360, 780], touch: true }, async (page) => {
      for (const share of [0.1, 0.6, 0.9]) {
        const at = await bring(page, 3, share);
        if (!at) throw new Error('Expected it to be in sight');
        await page.touchscreen.tap(at.x, at.y);
        const [sheet, cluster] = [await open(page).boundingBox(), await page.locator('.cluster').nth(3).boundingBox()];
        if (!sheet || !cluster) throw new Error('Expected both to be seen');
        expect(cluster.y).toBeGreaterThan(0);
        expect(cluster.y + cluster.height, `${share}`).toBeLessThan(sheet.y);
        await page.keyboard.press('Escape');
      }
    });
  });

  test('without script each number opens its own note, as a sheet with its number', async () => {
    await read({ size: [360, 780], touch: true, script: false }, async (page) => {
      await page.locator('.reference button').nth(1).tap();
      expect(await open(page).locator('.note-bar').innerText()).toMatch(/^Note 2\s*Close$/);
      expect(await faults(page)).toBe('');
      await open(page).getByText('Close').tap();
      expect(await open(page).count()).toBe(0);
    });
  });
});

test('statements in a row with the same notes have one number and quiet marks, with the same names', async () => {
  await read({ path: '/test-forms/' }, async (page) => {
    const marks = page.locator('.again button');
    expect(await marks.count()).toBeGreaterThan(0);
    expect(await marks.first().evaluate((mark) => getComputedStyle(mark).fontSize)).toBe('0px');
    expect(await marks.first().getAttribute('aria-label')).toMatch(/^Note \d+/);
    const clusters = await page
      .locator('.cluster')
      .evaluateAll((all) =>
        all.map((one) => [...one.querySelectorAll('button')].map((each) => Number(each.textContent))),
      );
    for (const numbers of clusters) expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  });
});

test('a linked name is explained under a pointer', async () => {
  await read({ size: [1440, 900] }, async (page) => {
    await page.locator('.prose a.name').first().hover();
    // Its program is loaded when the page has names.
    await expect
      .poll(async () => {
        await page.mouse.move(2, 2);
        await page.locator('.prose a.name').first().hover();
        await page.waitForTimeout(500);
        return open(page).count();
      })
      .toBe(1);
    expect(await open(page).innerText()).toMatch(/^\S.*\s\S.*/s);
    await page.mouse.move(2, 2);
    await expect.poll(() => open(page).count()).toBe(0);
  });
});

test('a followed note leads to a bar on the page of the source, which leads back', async () => {
  await read({}, async (page) => {
    await page.locator('.reference button').nth(1).click();
    await open(page).locator('.read').click();
    const bar = page.locator('.landed');
    await bar.waitFor();
    expect(await bar.innerText()).toMatch(/^Back to \S.*, note 2\s.*, line \d+\s*Copy link$/s);
    await bar.locator('a').click();
    await page.waitForURL(`**${ADDED}#note-fnref-*`);
    expect(await page.locator('.statement:has(:target)').count()).toBe(1);
  });
});

test('notes offer a link to their sentence, and they and pages a report where the site has an address for it', async () => {
  const [, address] = /^report: (\S+)$/m.exec(readFileSync(join(site.root, 'content/site.yaml'), 'utf8')) ?? [];
  for (const touch of [false, true]) {
    await read({ touch }, async (page) => {
      const cluster = page.locator('.prose .cluster').first();
      await (touch ? cluster.tap() : cluster.locator('button').first().click());
      const tools = open(page).locator('.tools').first();
      await tools.getByText('Copy link to this sentence').waitFor();
      const reports = page.getByText('Report an error');
      if (address === undefined) return expect(await reports.count()).toBe(0);
      const foot = await page.locator('footer a', { hasText: 'Report an error' }).getAttribute('href');
      const own = await tools.getByRole('link', { name: 'Report an error' }).getAttribute('href');
      expect([foot, own]).toEqual([expect.stringContaining(address), expect.stringContaining(address)]);
      const words = await open(page).locator('.quoted q').first().textContent();
      const body = new URL(own ?? '').searchParams.get('body')?.split(/\r?\n/);
      expect(body).toEqual([
        `Page: ${SITE}${ADDED}`,
        expect.stringMatching(/^Statement: \p{Lu}.*\p{P}$/u),
        expect.stringContaining(`Passage: ${words?.replace(/\s+/g, ' ')}`),
        '',
        'What is wrong:',
        '',
      ]);
    });
  }
});

test('copied text has no numbers of notes', async () => {
  await read({}, async (page) => {
    const { copied, written } = await page.evaluate(() => {
      const paragraph = document.querySelector('.prose > p') ?? document.body;
      getSelection()?.selectAllChildren(paragraph);
      const copied = getSelection()?.toString() ?? '';
      for (const cluster of paragraph.querySelectorAll('.cluster')) cluster.remove();
      return { copied, written: paragraph.textContent };
    });
    expect(written.length).toBeGreaterThan(100);
    expect(copied.trim()).toBe(written.trim());
  });
});

test('an open note is on paper in the list only', async () => {
  await read({ size: [1440, 900] }, async (page) => {
    await page.locator('.reference button').nth(1).click();
    await open(page).waitFor();
    await page.pdf({ format: 'A4', pageRanges: '1' });
    expect(await open(page).count()).toBe(0);
  });
});

test('the back references of a note are numbered, and light up the whole sentence at a third of the window', async () => {
  await read({ script: false }, async (page) => {
    const links = page.locator('.footnotes li').first().locator('[role="doc-backlink"]');
    expect((await links.allTextContents()).slice(0, 3)).toEqual(['↑1', '↑2', '↑3']);
    await links.nth(2).click();
    const { top, background } = await page.locator('.statement:has(:target)').evaluate((statement) => {
      const { backgroundColor } = getComputedStyle(statement);
      return { top: statement.getBoundingClientRect().top / innerHeight, background: backgroundColor };
    });
    expect(background).not.toBe('rgba(0, 0, 0, 0)');
    expect(top).toBeGreaterThan(0.2);
    expect(top).toBeLessThan(0.45);
  });
});
