import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../site/project.ts';
import { median } from './statistics.ts';
import { environmentOf } from './workspace.ts';

/** How long an editor waits after saving, in `astro dev` with a page open in Chromium. */
export interface DevResult {
  readonly articles: number;
  readonly name: string;
  /** Median, and each: milliseconds. */
  readonly wait: number;
  readonly each: readonly number[];
  readonly most: number;
}

const MOST_MILLISECONDS = 600_000;

/** Measure in the project below `root` how long it takes from saving an article to its new page, and to the list of problems. */
export async function measureDev(
  root: string,
  files: ReadonlyMap<string, string>,
  articles: number,
  rounds: number,
): Promise<DevResult[]> {
  const file = [...files.keys()].find((path) => path.startsWith('content/articles/')) ?? '';
  const path = join(root, file);
  const text = readFileSync(path, 'utf8');
  const server = spawn(
    process.execPath,
    ['node_modules/astro/bin/astro.mjs', 'dev', '--host', '127.0.0.1', '--port', '0'],
    {
      cwd: root,
      env: environmentOf(root),
    },
  );
  const browser = await launchBrowser();
  try {
    const address = await addressOf(server);
    const page = await browser.newPage();
    page.setDefaultTimeout(MOST_MILLISECONDS);
    await page.goto(address + file.replace(/^content(.*)\.mdx$/, '$1/'), { timeout: MOST_MILLISECONDS });
    const save = async (changed: string, seen: () => Promise<unknown>) => {
      const start = performance.now();
      writeFileSync(path, changed);
      await seen();
      return performance.now() - start;
    };

    const waits: Record<'page' | 'overlay', number[]> = { page: [], overlay: [] };
    let words = 'Read once more';
    // The first round is not counted: the server has not compiled everything.
    for (let round = 0; round <= rounds; round++) {
      words += ' and again';
      const changed = `${text}\n    ${words}.\n`;
      const toPage = await save(changed, () => hasWords(page, `${words}.`));
      const overlay = page.locator('vite-error-overlay');
      const toOverlay = await save(`${changed}\n[^stray]: @nowhere "words that stand in no source"\n`, () =>
        overlay.waitFor({ state: 'attached' }),
      );
      await save(changed, () => overlay.waitFor({ state: 'detached' }));
      await hasWords(page, `${words}.`);
      if (round === 0) continue;
      waits.page.push(toPage);
      waits.overlay.push(toOverlay);
    }
    const most = articles < 1000 ? 300 : 1000;
    return (['page', 'overlay'] as const).map((kind) => {
      const name = `from saving an article to the ${kind === 'page' ? 'new page' : 'list of problems'}`;
      return { articles, name, wait: median(waits[kind]), each: waits[kind], most };
    });
  } finally {
    await browser.close();
    server.kill();
  }
}

function hasWords(page: Page, words: string) {
  return page.waitForFunction((wanted) => document.body?.textContent.includes(wanted), words);
}

/** Wait until the server listens. */
function addressOf(server: ChildProcess): Promise<string> {
  let output = '';
  return new Promise((resolve, reject) => {
    const listen = (data: Buffer) => {
      output += data;
      const found = /Local\s+(http:\/\/\S+)/.exec(output)?.[1];
      if (found) resolve(found.replace(/\/$/, ''));
    };
    server.stdout?.on('data', listen);
    server.stderr?.on('data', listen);
    server.once('exit', () => reject(new Error(output)));
  });
}
