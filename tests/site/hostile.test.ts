import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { printFootnote } from '#citation/citation.ts';
import { recordOf, reviewed } from '../source-of.ts';
import { openPage } from './open-page.ts';
import { launchBrowser, listFiles, removeProject } from './project.ts';
import { newSmallSite, run, siteOf } from './small-site.ts';

/** A text that tries to be more than text; each line is cited but the last two. */
const LINES = [
  'The harbour office wrote <script>alert(1)</script> into its log of the ships.',
  'It went on </pre></textarea></style></title></script><img src=x onerror=alert(2)> until noon.',
  'See javascript:alert(3) and data:text/html,<svg/onload=alert(4)> for the rest of it.',
  'Prices are \u0024{alert(5)} and {{alert(6)}} and {alert(7)} and <%= alert(8) %> each day.',
  'Entities such as &lt;b&gt; &amp; &quot; &#39; &#x3C;script&#x3E; stay as they are printed.',
  'The end of data is ]]> and that of a remark is --> or --!> in this log.',
  'A line separator\u2028stands in this line, and one of paragraphs\u2029in it as well.',
  'Backslashes such as \\n and \\u003cscript\\u003e stay, and so do $& and $1 and `ticks`.',
  'Addresses are %3Cscript%3E and ../../etc/passwd and //example.com/a.js in this log.',
  'In the ware\u200bhouse a space of no width stands, and nobody sees it.',
];
const RAW = `${LINES.join('\n')}\n`;
const LABELS = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];
const EVIL =
  '</title></script><script>alert(9)</script><img src=x onerror=alert(10)> \u0024{alert(11)} {alert(12)} &lt;b&gt; ]]> -->';
const LONG = 'long '.repeat(2000).trim();

const inferred = (value: string) => `{ known: inferred, value: ${value}, note: ${JSON.stringify(EVIL)} }`;
const RECORD = reviewed(
  recordOf(
    'constructor',
    [
      `voice: ${JSON.stringify(EVIL)}`,
      'regions:',
      `  - { kind: boilerplate, lines: 10, reason: ${JSON.stringify(EVIL)} }`,
      'errata:',
      `  - { line: 2, printed: "</pre>", read: ${JSON.stringify(EVIL)}, certainty: certain, note: ${JSON.stringify(EVIL)} }`,
      'speech:',
      `  - { kind: opinion, from: "See javascript:alert(3)", to: "rest of it.", by: ${JSON.stringify(EVIL)} }`,
      'notes:',
      `  - ${JSON.stringify(EVIL)}`,
      `  - ${JSON.stringify(LONG)}`,
    ].join('\n'),
    {
      title: inferred(JSON.stringify(EVIL)),
      author: inferred(`[{ literal: ${JSON.stringify(EVIL)} }, { family: "__proto__", given: "constructor" }]`),
      publisher: inferred(JSON.stringify(LONG)),
      'container-title': inferred(JSON.stringify(EVIL)),
      URL: inferred(JSON.stringify('https://example.com/"><script>alert(13)</script>?a=b&c=\'`')),
      genre: inferred(JSON.stringify(EVIL)),
    },
  )
    .replace(/^name: .*/m, `name: ${JSON.stringify(`The log ${EVIL}`)}`)
    .replace(/^sha256: .*/m, `sha256: ${createHash('sha256').update(RAW).digest('hex')}`),
  RAW,
);

const ARTICLE = `---
title: ${JSON.stringify(EVIL.replaceAll(/\d+/g, ''))}
description: ${JSON.stringify(EVIL.replaceAll(/\d+/g, ''))}
themes: [constructor, trade]
asOf: ${JSON.stringify(EVIL.replaceAll(/\d+/g, ''))}
updated: 2026-11-23
---

${LABELS.map((label) => `The office kept a log.[^${label}]`).join('\n\n')}

The rest is as odd.[^__defineGetter__]

${LABELS.map((label, at) => printFootnote(label, [{ sourceId: 'constructor', locator: undefined, quote: LINES[at] ?? '' }])).join('\n\n')}

${printFootnote(
  '__defineGetter__',
  LINES.slice(5, 9).map((quote) => ({ sourceId: 'constructor', locator: undefined, quote })),
)}
`;

const THEME = `---
title: ${JSON.stringify(EVIL.replaceAll(/\d+/g, ''))}
label: ${JSON.stringify('<i>x</i> {alert()}')}
description: ${JSON.stringify(EVIL.replaceAll(/\d+/g, ''))}
order: 2
---
`;

/** A site of its own: the small one of the tests, with the hostile text. */
function newHostileSite(parent?: string): string {
  const root = newSmallSite(parent);
  writeFileSync(join(root, 'sources/constructor.txt'), RAW);
  writeFileSync(join(root, 'sources/constructor.yaml'), RECORD);
  writeFileSync(join(root, 'content/articles/constructor.mdx'), ARTICLE);
  writeFileSync(join(root, 'content/themes/constructor.mdx'), THEME);
  return root;
}

const elsewhere = mkdtempSync(join(tmpdir(), 'Şəhər və Köln – '));
const root = newHostileSite();
const dist = join(root, 'dist');
const other = newHostileSite(elsewhere);
let browser: Browser | undefined;

beforeAll(async () => {
  const env = { LC_ALL: 'tr_TR.UTF-8', TZ: 'Pacific/Kiritimati', CI: 'true' };
  const builds = [run(root, 'build'), run(other, 'build', { env, limits: 'umask 077' })];
  for (const { code, output } of await Promise.all(builds)) if (code !== 0) throw new Error(output);
  browser = await launchBrowser();
}, 600_000);
afterAll(async () => {
  await browser?.close();
  removeProject(root);
  removeProject(elsewhere);
});

test('two builds in different surroundings are byte-identical, apart from the search index', () => {
  expect(siteOf(join(other, 'dist'))).toEqual(siteOf(dist));
});

const read = (file: string) => readFileSync(join(dist, file), 'utf8');

/** Open a page and note everything that a page of words must not do. */
async function open(path: string): Promise<{ page: Page; faults: string[] }> {
  if (!browser) throw new Error('Expected a browser');
  const context = await browser.newContext();
  const faults: string[] = [];
  context.on('page', (page) => {
    page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
    page.on('dialog', async (dialog) => {
      faults.push(`dialog: ${dialog.message()}`);
      await dialog.dismiss();
    });
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(`console: ${message.text()}`);
    });
  });
  const { page, strays } = await openPage(dist, context, path);
  await page.waitForLoadState('networkidle');
  const intruders = await page.evaluate(() =>
    [
      ...document.querySelectorAll(
        'img[src="x"], svg[onload], [onerror], [href^="javascript:" i], [href^="data:text" i]',
      ),
    ].map(({ outerHTML }) => outerHTML),
  );
  const open = await page.evaluate(
    () => document.querySelector('main') !== null && document.querySelector('footer') !== null,
  );
  return { page, faults: [...faults, ...strays, ...intruders, ...(open ? [] : ['the page ends early'])] };
}

describe('hostile words', () => {
  test.for([
    '/',
    '/articles/',
    '/articles/constructor/',
    '/sources/',
    '/sources/constructor/',
    '/themes/',
    '/themes/constructor/',
  ])('do nothing on %s', async (path) => {
    const { page, faults } = await open(path);
    await page.context().close();

    expect(faults).toEqual([]);
  });

  test('are printed line by line on the page of their source, with a box for invisible characters', async () => {
    const { page } = await open('/sources/constructor/');
    const printed = await page.locator('.source-text .words').allTextContents();
    const box = await page.locator('.words .unseen').allTextContents();
    await page.context().close();

    expect(printed.slice(0, LINES.length)).toEqual(LINES.map((line) => line.replace('\u200b', 'U+200B')));
    expect(box).toEqual(['U+200B']);
  });

  test('are printed as words in notes, in the title and in the record', async () => {
    const { page } = await open('/articles/constructor/');
    const title = await page.title();
    const quoted = await page.locator('.citation .quoted').allTextContents();
    await page.context().close();

    expect(title).toContain('</title></script><script>alert()</script>');
    for (const line of LINES.slice(0, 9)) {
      expect(quoted.some((words) => words.replace(/\s+/g, ' ').includes(line.replace(/\s+/g, ' ')))).toBe(true);
    }
  });

  test('are served byte for byte, and stay data in each format', async () => {
    expect(read('sources/constructor.txt')).toBe(RAW);
    expect(JSON.parse(read('sources/constructor.csl.json'))[0].title).toBe(EVIL);
    expect(
      read('sources/constructor.ris')
        .split('\r\n')
        .every((line) => /^(?:[A-Z][A-Z\d] {2}- .*|)$/.test(line)),
    ).toBe(true);
    const { first } = JSON.parse(read('articles/constructor/annotations.jsonld'));
    const exact = first.items.flatMap(({ target }: { target: { selector: { exact?: string }[] }[] }) =>
      target.flatMap(({ selector }) => selector.flatMap((one) => one.exact ?? [])),
    );
    expect(exact).toEqual(LINES.slice(0, 9));
    expect(JSON.parse(read('articles/constructor/citations.json')).citations).toHaveLength(9);
    for (const file of listFiles(dist).filter((file) => file.endsWith('.html'))) {
      for (const [, data = ''] of read(file).matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)) {
        expect(() => JSON.parse(data)).not.toThrow();
      }
    }
    const { page } = await open('/');
    const faults = await page.evaluate(
      (texts) =>
        texts.flatMap((text) => {
          const error = new DOMParser().parseFromString(text, 'application/xml').querySelector('parsererror');
          return error ? [error.textContent] : [];
        }),
      listFiles(dist)
        .filter((file) => file.endsWith('.xml'))
        .map(read),
    );
    await page.context().close();
    expect(faults).toEqual([]);
  });
});
