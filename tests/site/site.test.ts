import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LATIN } from '#fonts/characters.ts';
import { RULE_IDS } from '#problem/problem.ts';
import { BASE, openPage } from './open-page.ts';
import { ADDED, listFiles, startSite } from './project.ts';

let root = '';
let dist = '';
let browser: Browser;

beforeAll(async () => {
  ({ root, dist, browser } = await startSite());
});
afterAll(() => browser?.close());

const documents = (folder: string) =>
  listFiles(join(root, 'content', folder)).map((name) => name.replace(/\.mdx$/, ''));
const sourceIds = () =>
  listFiles(join(root, 'sources')).flatMap((name) => (name.endsWith('.txt') ? name.replace(/\.txt$/, '') : []));
const read = (file: string) => readFileSync(join(dist, file), 'utf8');
/** All pages but those of earlier addresses, which Astro writes and which only lead elsewhere. */
const isRedirect = (file: string) => read(file).includes('http-equiv="refresh"');
const pages = () => listFiles(dist).filter((file) => file.endsWith('.html') && !isRedirect(file));

test('the site has a page for every document, source and rule', () => {
  const files = new Set(listFiles(dist));
  const expected = [
    '',
    'articles/',
    'sources/',
    'themes/',
    'problems/',
    ...documents('articles').map((slug) => `articles/${slug}/`),
    ...documents('themes').map((slug) => `themes/${slug}/`),
    ...documents('pages').flatMap((slug) => (slug === 'home' ? [] : `${slug}/`)),
    ...sourceIds().map((id) => `sources/${id}/`),
    ...RULE_IDS.map((ruleId) => `problems/${ruleId}/`),
  ];

  expect(expected.filter((page) => !files.has(`${page}index.html`))).toEqual([]);
  expect(files).toContain('404.html');
  expect(files).toContain('pagefind/pagefind.js');
});

test('no link of the site is broken', () => {
  const files = new Set(listFiles(dist));
  const ids = new Map<string, Set<string>>();
  const idsOf = (file: string) => {
    const known = ids.get(file) ?? new Set([...read(file).matchAll(/\sid="([^"]+)"/g)].map((match) => match[1] ?? ''));
    ids.set(file, known);
    return known;
  };

  const broken = [...files]
    .filter((file) => file.endsWith('.html'))
    .flatMap((file) =>
      [...read(file).matchAll(/<a\s[^>]*?href="([^"]*)"/g)].flatMap(([, href = '']) => {
        // The contact for errors.
        if (href.startsWith('mailto:')) return [];
        if (/^[a-z]+:/.test(href)) return [`${file}: ${href} leaves the site`];
        const [path = '', fragment] = href.replace(/\?[^#]*/, '').split('#');
        if (path.startsWith('/') && !path.startsWith(`${BASE}/`)) return [`${file}: ${href} leaves the site`];
        const inside = path.slice(BASE.length + 1);
        const target = path === '' ? file : `${inside}${path.endsWith('/') ? 'index.html' : ''}`;
        if (!files.has(target)) return [`${file}: ${href}`];
        return fragment === undefined || fragment === '' || idsOf(target).has(decodeURIComponent(fragment))
          ? []
          : [`${file}: ${href}`];
      }),
    );

  expect(broken).toEqual([]);
});

test('every page is valid HTML', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    // The standard allows an id to begin with a digit, as that of an event does, and a slash in `<br/>`.
    rules: {
      'no-trailing-whitespace': 'off',
      'long-title': 'off',
      'void-style': 'off',
      'valid-id': ['error', { relaxed: true }],
    },
    root: true,
  });
  const faults = async (html: string) =>
    (await validator.validateString(html)).results.flatMap(({ messages }) => messages.map(({ message }) => message));

  expect(await faults('<p><div></div></p>')).not.toEqual([]);
  for (const file of pages()) {
    expect(await faults(read(file)), file).toEqual([]);
  }
});

test('the typeface has every character of the program’s own words', () => {
  const folders = ['content', 'sources'].map((folder) => join(root, folder));
  const others = folders.flatMap((folder) => listFiles(folder).map((name) => readFileSync(join(folder, name), 'utf8')));
  const had = new Set(`${LATIN}\n${others.join('').normalize('NFC')}`);
  const lacking = new Set<string>();
  for (const file of pages()) {
    // Code has a typeface of the reader's system; what is written as an entity is ASCII.
    const text = read(file)
      .replace(/<(script|style|code|pre|svg)\b.*?<\/\1>/gs, '')
      .replace(/<[^>]*>|&#?\w+;/g, '');
    for (const character of text.normalize('NFC')) if (!had.has(character)) lacking.add(`${character} in ${file}`);
  }
  expect([...lacking]).toEqual([]);
});

const open = (context: BrowserContext, path: string) => openPage(dist, context, path);

/** The text that the page of a source shows as the target of each fragment, its runs joined. */
const highlighted = (page: Page, fragments: readonly string[]) =>
  page.evaluate((fragments) => {
    const marked = [...document.querySelectorAll('main [class*="c"]')].filter((element) =>
      [...element.classList].some((name) => /^c\d+-/.test(name)),
    );
    return fragments.map((fragment) => {
      location.hash = fragment;
      const runs = [...document.querySelectorAll(`.${CSS.escape(decodeURIComponent(fragment.slice(1)))}`)];
      const colour = getComputedStyle(runs[0] ?? document.body).backgroundColor;
      return {
        text: runs.map((run) => run.textContent).join(' '),
        differs:
          colour !== getComputedStyle(document.body).backgroundColor &&
          runs.every((run) => getComputedStyle(run).backgroundColor === colour),
        others: marked.filter(
          (element) => !runs.includes(element) && getComputedStyle(element).backgroundColor === colour,
        ).length,
        visible: runs.some((run) => {
          const { top, bottom } = run.getBoundingClientRect();
          return top < innerHeight && bottom > 0;
        }),
      };
    });
  }, fragments);

const fold = (text: string) => text.replace(/\s+/g, ' ').trim();

describe('a reader without script', () => {
  let context: BrowserContext;
  beforeAll(async () => {
    context = await browser.newContext({ javaScriptEnabled: false });
  });
  afterAll(() => context.close());

  test('opens an article, follows a note and lands on the highlighted words', async () => {
    const { page, strays } = await open(context, ADDED);
    const number = page.locator('.reference button').first();
    await number.click();
    const note = page.locator('li:popover-open');
    expect(await note.getAttribute('id')).toBe(await number.getAttribute('popovertarget'));
    const quoted = fold((await note.locator('q').first().textContent()) ?? '');
    await note.locator('a.read').first().click();
    await page.waitForURL(/\/sources\/[^/]+\/#c/);

    const [shown] = await highlighted(page, [new URL(page.url()).hash]);
    expect(fold(shown?.text ?? '')).toContain(quoted);
    expect(shown).toMatchObject({ differs: true, others: 0, visible: true });
    expect(strays).toEqual([]);
    await page.close();
  });

  test('lands on exactly the words of every note on the site', async () => {
    const { page: reader } = await open(context, '/');
    const quotes = new Map<string, string>();
    for (const file of pages()) {
      await reader.setContent(read(file));
      for (const [href, words] of await quotedWords(reader)) quotes.set(href, words);
    }
    await reader.close();
    expect(quotes.size).toBeGreaterThan(10);

    for (const id of sourceIds()) {
      const raw = withoutSpace(readFileSync(join(root, `sources/${id}.txt`), 'utf8'));
      const { page, strays } = await open(context, `/sources/${id}/`);
      const own = [...quotes].filter(([href]) => href.startsWith(`${BASE}/sources/${id}/#`));
      const shown = await highlighted(
        page,
        own.map(([href]) => href.replace(/^.*#/, '#')),
      );
      for (const [index, [href, words]] of own.entries()) {
        expect(shown[index], href).toMatchObject({ differs: true, others: 0, visible: true });
        expect(withoutSpace(shown[index]?.text ?? ''), href).toBe(withoutSpace(words));
        expect(standsIn(raw, words), `${href}: ${words}`).toBe(true);
      }
      expect(strays).toEqual([]);
      await page.close();
    }
  });
});

test('the page of a source has its lines character for character', async () => {
  const { page } = await open(await browser.newContext(), '/');
  for (const id of sourceIds()) {
    const raw = readFileSync(join(root, `sources/${id}.txt`), 'utf8').split('\n');
    await page.setContent(read(`sources/${id}/index.html`));
    const lines = await page.evaluate(() =>
      [...document.querySelectorAll('.line:has(.words)')].map((line): [number, string | null | undefined] => [
        Number(line.id.slice(1)),
        line.querySelector('.words')?.textContent,
      ]),
    );

    expect(lines.length, id).toBeGreaterThan(1);
    expect(lines, id).toEqual(lines.map(([number]) => [number, raw[number - 1]]));
  }
  await page.context().close();
});

/** What each citation of the page quotes, by where its link leads: all parts, without what `[…]` leaves out. */
const quotedWords = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.citation')].map((citation): [string, string] => [
      citation.querySelector('a.read')?.getAttribute('href') ?? '',
      [...citation.querySelectorAll('q:not(.slip-note q)')].map((part) => part.textContent).join(' '),
    ]),
  );

const withoutSpace = (text: string) => text.replace(/\s+/g, '');

/** Are the words in the text in this order, except for page marks, reference marks and what `[…]` left out? */
function standsIn(text: string, words: string): boolean {
  let at = 0;
  for (const word of words.split(/\s+/)) {
    const found = text.indexOf(word, at);
    if (found === -1) return false;
    at = found + word.length;
  }
  return true;
}
