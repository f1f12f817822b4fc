/**
 * Measure the built site against its budgets: `npm run bench:pages`. Sizes are bytes after Brotli at its highest quality.
 * `--only sizes,axe,lighthouse,growth` measures a part; `growth` that of generated sites, with the page of a source of 1 MB. Exits with 1 where a budget is exceeded.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import axe from 'axe-core';
import lighthouse from 'lighthouse';
import type { Browser } from 'playwright-core';
import { findBarriers, home, launchBrowser, listFiles, run } from '../site/project.ts';
import { measureGrowth } from './growth.ts';
import { measureLongSource } from './long-source.ts';
import { compress, serve } from './serve.ts';

/** DESIGN, section 8, in bytes. */
const LIMITS = { article: 14_600, everything: 60_000, script: 4_096 };
/** For Lighthouse's own port. */
const DEBUGGING_PORT = 9333;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const isAsked = (part: string) => !values.only || values.only.split(',').includes(part);
const say = (line: string) => process.stdout.write(`${line}\n`);
const dist = join(home, 'dist');
const over: string[] = [];

const built = await run(home, 'build');
if (built.code !== 0) throw new Error(built.output);
const pages = listFiles(dist)
  .filter((file) => file.endsWith('.html') && file !== '404.html')
  .map((file) => `/${file.replace(/index\.html$/, '')}`);
/** The largest page of each kind, by its HTML. */
const largest = [...Map.groupBy(pages, kindOf).values()].map(
  (alike) => alike.toSorted((a, b) => html(b) - html(a))[0] ?? '/',
);

const { origin, server } = await serve(dist);
const browser = await launchBrowser([`--remote-debugging-port=${DEBUGGING_PORT}`]);
if (isAsked('sizes')) await measureSizes(browser);
if (isAsked('axe')) await judgeAccess(browser);
if (isAsked('lighthouse')) await runLighthouse();
if (isAsked('growth')) {
  const long = (dist: string, id: string) => measureLongSource(browser, dist, id, say);
  over.push(...(await measureGrowth(say, long)));
}
await browser.close();
server.close();
if (over.length > 0) say(`\nOver budget:\n${over.join('\n')}`);
else say('\nAll within budget');
process.exitCode = over.length > 0 ? 1 : 0;

function html(page: string): number {
  return compress(readFileSync(join(dist, page, 'index.html'))).length;
}

function isUnlisted(page: string): boolean {
  return readFileSync(join(dist, page, 'index.html'), 'utf8').includes('content="noindex"');
}

function kindOf(page: string): string {
  const [folder = '', ...rest] = page.split('/').slice(1, -1);
  return rest.length > 0 ? folder : page;
}

async function measureSizes(browser: Browser): Promise<void> {
  say('page                                              html B  everything B  script B');
  for (const page of largest) {
    const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
    const tab = await context.newPage();
    const loaded: string[] = [];
    tab.on('requestfinished', (request) => loaded.push(new URL(request.url()).pathname));
    await tab.goto(`${origin}${page}`, { waitUntil: 'networkidle' });
    await context.close();
    const files = [...new Set(loaded)].filter((path) => !path.endsWith('/'));
    const sizeOf = (path: string) => {
      const file = join(dist, path);
      if (!existsSync(file)) return 0;
      const bytes = readFileSync(file);
      return path.endsWith('.woff2') || path.endsWith('.png') ? bytes.length : compress(bytes).length;
    };
    const sum = (paths: readonly string[]) => paths.reduce((total, path) => total + sizeOf(path), 0);
    const document = html(page);
    const everything = document + sum(files);
    const script = sum(files.filter((path) => path.endsWith('.js')));
    say(
      `${page.padEnd(48)} ${String(document).padStart(7)} ${String(everything).padStart(13)} ${String(script).padStart(9)}`,
    );
    if (!page.startsWith('/articles/') || page === '/articles/') continue;
    if (document > LIMITS.article) over.push(`${page}: HTML and its styles ${document} B, limit ${LIMITS.article}`);
    if (everything > LIMITS.everything) over.push(`${page}: everything ${everything} B, limit ${LIMITS.everything}`);
    if (script > LIMITS.script) over.push(`${page}: script ${script} B, limit ${LIMITS.script}`);
  }
}

async function judgeAccess(browser: Browser): Promise<void> {
  let runs = 0;
  for (const width of [360, 1440]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
      for (const page of [...pages, '/404.html']) {
        const tab = await context.newPage();
        await tab.goto(`${origin}${page}`);
        const violations = await findBarriers(tab);
        over.push(...violations.map((violation) => `${page} at ${width} px, ${colorScheme}: ${violation}`));
        runs++;
        await tab.close();
      }
      await context.close();
    }
  }
  say(`\naxe ${axe.version}: ${runs} runs over ${pages.length + 1} pages`);
}

async function runLighthouse(): Promise<void> {
  say(`\nLighthouse, mobile${' '.repeat(32)}performance accessibility best-practices seo   TBT ms   CLS`);
  for (const page of largest) {
    const result = await lighthouse(`${origin}${page}`, {
      port: DEBUGGING_PORT,
      output: 'json',
      logLevel: 'silent',
      onlyCategories: [...CATEGORIES],
    });
    if (!result) throw new Error(`Lighthouse says nothing of ${page}`);
    const { categories, audits } = result.lhr;
    const scores = CATEGORIES.map((name) => Math.round(100 * (categories[name]?.score ?? 0)));
    const [blocking, shift] = ['total-blocking-time', 'cumulative-layout-shift'].map(
      (name) => audits[name]?.numericValue ?? Number.NaN,
    );
    say(
      `${page.padEnd(50)}${scores.map((score) => String(score).padStart(11)).join('')} ${String(Math.round(blocking ?? 0)).padStart(7)} ${(shift ?? 0).toFixed(3)}`,
    );
    for (const [index, name] of CATEGORIES.entries()) {
      const audited = categories[name]?.auditRefs ?? [];
      const failed = audited.filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1).map(({ id }) => id);
      // A page that is not to be listed cannot be crawled, and that is right.
      if (failed.join() === 'is-crawlable' && isUnlisted(page)) continue;
      if ((scores[index] ?? 0) < 100) over.push(`${page}: Lighthouse ${name} ${scores[index]}: ${failed.join(', ')}`);
    }
  }
}
