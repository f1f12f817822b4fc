import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { copyProject, findBarriers, launchBrowser, listFiles, removeProject, run } from '../../site/project.ts';
import { tool } from '../tools/install.ts';
import { compress, serve } from './serve.ts';

/** In bytes, after Brotli at its highest quality. */
const LIMITS = { html: 12_000, everything: 48_000, script: 6_000 };
/** In pixels from the top, by the size of the window. */
const FIRST_SENTENCE = [
  { width: 360, height: 780, most: 480 },
  { width: 1440, height: 900, most: 430 },
];
/** For Lighthouse, which opens the pages in the same browser. */
const DEBUGGING_PORT = 9333;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

interface Opened {
  readonly browser: Browser;
  readonly dist: string;
  readonly origin: string;
  readonly pages: readonly string[];
  /** The largest page of each kind. */
  readonly largest: readonly string[];
  readonly say: (line: string) => void;
}

const MEASUREMENTS: Readonly<Record<string, (opened: Opened) => Promise<string[]> | string[]>> = {
  sizes: measureSizes,
  axe: judgeAccess,
  lighthouse: runLighthouse,
};

/** Build this site and measure each kind of page. Returns how many limits are exceeded. */
export async function measurePages(only: string, say: (line: string) => void): Promise<number> {
  const root = copyProject();
  const dist = join(root, 'dist');
  const { code, output } = await run(root, 'build');
  if (code !== 0) throw new Error(output);
  const pages = listFiles(dist)
    .filter((file) => file.endsWith('index.html') && !isRedirect(join(dist, file)))
    .map((file) => `/${file.replace(/index\.html$/, '')}`);
  const largest = [...Map.groupBy(pages, kindOf).values()].map(
    (alike) => alike.toSorted((a, b) => sizeOf(dist, b) - sizeOf(dist, a))[0] ?? '/',
  );
  const { origin, server } = await serve(dist);
  const browser = await launchBrowser([`--remote-debugging-port=${DEBUGGING_PORT}`]);
  try {
    const over: string[] = [];
    for (const [name, of] of Object.entries(MEASUREMENTS))
      if (name.includes(only)) over.push(...(await of({ browser, dist, origin, pages, largest, say })));
    for (const fact of over) say(`OVER  ${fact}`);
    return over.length;
  } finally {
    await browser.close();
    server.close();
    removeProject(root);
  }
}

/** The page of an earlier address leads on before it can be measured. */
function isRedirect(file: string): boolean {
  return readFileSync(file, 'utf8').includes('http-equiv="refresh"');
}

function kindOf(page: string): string {
  const [folder = '', ...rest] = page.split('/').slice(1, -1);
  return rest.length > 0 ? folder : page;
}

/** What a static host sends for a path. Pictures and fonts are compressed already. */
function sizeOf(dist: string, path: string): number {
  const file = join(dist, path.endsWith('/') ? `${path}index.html` : path);
  if (!existsSync(file)) return 0;
  const bytes = readFileSync(file);
  return /\.(?:woff2|png)$/.test(path) ? bytes.length : compress(bytes).length;
}

async function measureSizes({ browser, dist, origin, largest, say }: Opened): Promise<string[]> {
  const over: string[] = [];
  say(`${'bytes'.padEnd(50)}${['html', 'everything', 'script'].map((name) => name.padStart(11)).join('')}`);
  for (const page of largest) {
    const tab = await browser.newPage({ viewport: { width: 412, height: 823 } });
    const loaded = new Set([page]);
    tab.on('requestfinished', (request) => loaded.add(new URL(request.url()).pathname));
    await tab.goto(`${origin}${page}`, { waitUntil: 'networkidle' });
    await tab.close();
    const sum = (paths: readonly string[]) => paths.reduce((total, path) => total + sizeOf(dist, path), 0);
    const sizes = {
      html: sizeOf(dist, page),
      everything: sum([...loaded]),
      script: sum([...loaded].filter((path) => path.endsWith('.js'))),
    };
    say(
      `${page.padEnd(50)}${Object.values(sizes)
        .map((size) => String(size).padStart(11))
        .join('')}`,
    );
    if (!/^\/articles\/./.test(page)) continue;
    for (const name of ['html', 'everything', 'script'] as const)
      if (sizes[name] > LIMITS[name]) over.push(`${page}: ${name} ${sizes[name]} B, limit ${LIMITS[name]}`);
    for (const { most, ...viewport } of FIRST_SENTENCE) {
      const tab = await browser.newPage({ viewport });
      await tab.goto(`${origin}${page}`);
      // The first paragraph with a footnote is the first of the text.
      const top = Math.round((await tab.locator('main p:has(sup)').first().boundingBox())?.y ?? Number.NaN);
      await tab.close();
      say(`  its first sentence at ${viewport.width} × ${viewport.height}: ${top} px`);
      if (!(top <= most)) over.push(`${page}: first sentence at ${top} px of ${viewport.height}, limit ${most}`);
    }
  }
  return over;
}

async function judgeAccess({ browser, origin, pages, say }: Opened): Promise<string[]> {
  const over: string[] = [];
  for (const width of [360, 1440]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
      const tab = await context.newPage();
      for (const page of [...pages, '/404.html']) {
        await tab.goto(`${origin}${page}`);
        const found = await findBarriers(tab);
        over.push(...found.map((barrier) => `${page} at ${width} px, ${colorScheme}: ${barrier}`));
      }
      await context.close();
    }
  }
  say(`axe: ${pages.length + 1} pages, each at two widths in light and dark, ${over.length} barriers`);
  return over;
}

/** What of Lighthouse's report is read here. */
interface Report {
  readonly categories: Readonly<
    Record<string, { score: number; auditRefs: readonly { id: string; weight: number }[] }>
  >;
  readonly audits: Readonly<Record<string, { score: number | null; numericValue?: number }>>;
}

async function runLighthouse({ dist, origin, largest, say }: Opened): Promise<string[]> {
  const cli = tool('lighthouse/cli/index.js');
  const options = [`--port=${DEBUGGING_PORT}`, '--output=json', '--quiet', `--only-categories=${CATEGORIES.join()}`];
  const over: string[] = [];
  for (const page of largest) {
    const args = [cli, `${origin}${page}`, ...options];
    const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 1e8 });
    const { categories, audits }: Report = JSON.parse(stdout);
    const scores = CATEGORIES.map((name) => Math.round(100 * (categories[name]?.score ?? 0)));
    const shift = audits['cumulative-layout-shift']?.numericValue ?? Number.NaN;
    say(`Lighthouse ${page.padEnd(50)}${scores.join(' ')}, CLS ${shift.toFixed(3)}`);
    if (shift > 0) over.push(`${page}: layout shift ${shift}`);
    // A page that search engines are asked not to list cannot be crawled, and rightly so.
    const isUnlisted = readFileSync(join(dist, page, 'index.html'), 'utf8').includes('content="noindex"');
    for (const [index, name] of CATEGORIES.entries()) {
      const failed = (categories[name]?.auditRefs ?? [])
        .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
        .map(({ id }) => id);
      if ((scores[index] ?? 0) === 100 || (isUnlisted && failed.join() === 'is-crawlable')) continue;
      over.push(`${page}: Lighthouse ${name} ${scores[index]}: ${failed.join(', ')}`);
    }
  }
  return over;
}
