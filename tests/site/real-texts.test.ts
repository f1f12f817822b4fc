import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { printFootnote } from '#citation/citation.ts';
import { recordOf } from '../source-of.ts';
import { openPage } from './open-page.ts';
import { launchBrowser, removeProject } from './project.ts';
import { newSmallSite, run } from './small-site.ts';

/** A manual of 400 kB, in lines of at most 80 characters: paragraphs, indented commands, tables and lists. */
function manual(): string {
  const section = (number: number) => `${number}. THE LOADING OF HOLD ${number}

   The hold is filled from the bottom; the hatch stays open until the mate of
   watch ${number} has seen the last sack.

Sacks are counted twice, once on the quay and once below, and the smaller one
of both counts is written into the log of the ship by the clerk of the port.

    load --hold ${number} --sacks 400 \\
        --until full

Grain        Sacks    Weight (t)    Quay
-----        -----    ----------    ----
Wheat          400          20.0    north, by the crane that was built last
Rye            120           6.0    south

- No sack is thrown.
- No hatch is left open over night, not even when a clerk says that it may be.
`;
  const sections: string[] = [];
  for (let number = 1, length = 0; length < 400_000; number++) {
    sections.push(section(number));
    length += sections.at(-1)?.length ?? 0;
  }
  return `${sections.join('\n')}\n`;
}

const REPORT = `${[
  'The harbour master wrote in the spring of that year that the storm had closed the',
  'port for twelve days, that no ship had been lost, and that the second quay, which',
  'was then being built, had stood.',
  '',
  'Nobody answered him.',
].join('\n')}\n`;

const HEBREW = `${[
  'בשנה שעברה כתב מנהל הנמל כי הסערה סגרה את הנמל לשנים עשר ימים,',
  'כי אף אונייה לא אבדה, וכי הרציף השני (Quay 2), שנבנה באותם ימים,',
  'עמד במקומו.',
].join('\n')}\n`;

const TEXTS = {
  manual: {
    text: manual(),
    quote:
      'Sacks are counted twice, once on the quay and once below, and the smaller one\n    of both counts is written',
  },
  letter: { text: REPORT, quote: 'the storm had closed the\n    port for twelve days' },
  hebrew: { text: HEBREW, quote: 'כי אף אונייה לא אבדה, וכי הרציף השני' },
} as const;

/** Fields of their records. */
const LANGUAGES: Readonly<Record<string, Record<string, string>>> = {
  hebrew: { language: '{ known: inferred, value: he, note: Read. }' },
};

const root = newSmallSite();
const dist = join(root, 'dist');
let browser: Browser | undefined;

beforeAll(async () => {
  const notes: string[] = [];
  for (const [id, { text, quote }] of Object.entries(TEXTS)) {
    const sha256 = createHash('sha256').update(text).digest('hex');
    writeFileSync(join(root, `sources/${id}.txt`), text);
    writeFileSync(
      join(root, `sources/${id}.yaml`),
      recordOf(id, '', LANGUAGES[id]).replace(/^sha256: .*/m, `sha256: ${sha256}`),
    );
    // The manual says this in each section.
    const locator = id === 'manual' ? { from: 6, to: 6 } : undefined;
    notes.push(printFootnote(id, [{ sourceId: id, locator, quote }]));
  }
  const article = `---
title: Texts
description: Three texts.
themes: [trade]
asOf: Now.
updated: 2026-11-23
---

The office kept a log.${Object.keys(TEXTS)
    .map((id) => `[^${id}]`)
    .join('')}

${notes.join('\n\n')}
`;
  writeFileSync(join(root, 'content/articles/texts.mdx'), article);
  const { code, output } = await run(root, 'build');
  if (code !== 0) throw new Error(output);
  browser = await launchBrowser();
}, 600_000);
afterAll(async () => {
  await browser?.close();
  removeProject(root);
});

async function read(id: string, width: number, look: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser?.newContext({
    viewport: { width, height: 780 },
    isMobile: width < 600,
    hasTouch: width < 600,
  });
  if (!context) throw new Error('Expected a browser');
  const { page } = await openPage(dist, context, `/sources/${id}/`);
  await look(page);
  await context.close();
}

test.for(Object.keys(TEXTS).flatMap((id) => [360, 1440].map((width) => [id, width] as const)))(
  'the page of the %s is read at %i px without scrolling sideways, and begins on the first screen',
  async ([id, width]) => {
    await read(id, width, async (page) => {
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      ).toBe(0);
      const top = await page
        .locator('.source-text .words')
        .first()
        .evaluate((words) => words.getBoundingClientRect().top);
      expect(top).toBeLessThan(560);
    });
  },
);

test('lines keep their spaces, tables their columns, and both scroll by themselves on a phone', async () => {
  for (const width of [360, 1440]) {
    await read('manual', width, async (page) => {
      const columns = await page
        .locator('.table')
        .first()
        .evaluate((table) => {
          const at = (word: string) => {
            const words = [...table.querySelectorAll('.words')].find((line) => line.textContent.includes(word));
            const [text] = words?.childNodes ?? [];
            if (!text) return Number.NaN;
            const range = document.createRange();
            const start = text.textContent?.indexOf(word) ?? 0;
            range.setStart(text, start);
            range.setEnd(text, start + 1);
            return range.getBoundingClientRect().left;
          };
          return [at('Quay'), at('north'), at('south')].map(Math.round);
        });
      expect(new Set(columns).size).toBe(1);
      const indented = page.locator('.words', { hasText: /^ {4}load/ }).first();
      expect(await indented.evaluate((words) => getComputedStyle(words).whiteSpace)).toBe('pre-wrap');
    });
  }
});

test('on a phone, lines broken by hand flow as paragraphs, unless they are wanted as received', async () => {
  await read('letter', 360, async (page) => {
    const second = page.locator('#L2 .words');
    const left = async () => (await second.evaluate((words) => words.getClientRects()[0]?.left)) ?? 0;
    const start = await page
      .locator('.flow')
      .first()
      .evaluate((block) => block.getBoundingClientRect().left);
    expect(await left()).toBeGreaterThan(start + 60);
    await page.locator('.as-received').tap();
    expect(await left()).toBeLessThan(start + 60);
    expect(await page.locator('.words').allTextContents()).toEqual(REPORT.split('\n'));
  });
});

test.for([360, 1440])('Hebrew runs from right to left at %i px', async (width) => {
  await read('hebrew', width, async (page) => {
    // Where a paragraph flows, its last line ends wherever it does.
    const first = await page.locator('#L1 .words').evaluate((words) => {
      const range = document.createRange();
      range.setStart(words.firstChild ?? words, 0);
      range.setEnd(words.firstChild ?? words, 1);
      const block = words.closest('.block')?.getBoundingClientRect();
      return { left: range.getBoundingClientRect().left, middle: ((block?.left ?? 0) + (block?.right ?? 0)) / 2 };
    });
    if (width < 600) return expect(first.left).toBeGreaterThan(first.middle);
    const { right, end } = await page.locator('#L3 .words').evaluate((words) => {
      const range = document.createRange();
      range.selectNodeContents(words);
      return { right: words.getBoundingClientRect().right, end: range.getBoundingClientRect().right };
    });
    expect(right - end).toBeLessThan(2);
  });
});
