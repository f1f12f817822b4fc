import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../../site/project.ts';
import { median } from './measure.ts';
import { environmentOf, type Files, writeProject } from './workspace.ts';

/** In milliseconds, on two idle cores. */
const LIMITS = { verdict: 150, page: 450 };

/**
 * Measure how long an editor waits after saving an article, with its page open in Chromium under `astro dev`: for the
 * new page, and for the problem of a wrong citation. Returns how many of these are over their limit.
 */
export async function measureDev(
  root: string,
  files: Files,
  rounds: number,
  say: (line: string) => void,
): Promise<number> {
  mkdirSync(root);
  writeProject(root, files);
  const file = [...files.keys()].find((path) => path.startsWith('content/articles/')) ?? '';
  const path = join(root, file);
  const text = readFileSync(path, 'utf8');
  const args = ['node_modules/astro/bin/astro.mjs', 'dev', '--host', '127.0.0.1', '--port', '0'];
  const server = spawn(process.execPath, args, { cwd: root, env: environmentOf(root) });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(120_000);
    let onVerdict: (said: string) => unknown = () => {};
    await page.exposeFunction('verdict', (said: string) => onVerdict(said));
    await page.addInitScript(watchVerdict);
    await page.goto((await addressOf(server)) + file.replace(/^content(.*)\.mdx$/, '$1/'));
    // Of the page that is about to be reloaded, or of the next one: a locator would look at it too seldom.
    const verdict = (words: RegExp) =>
      new Promise<void>((resolve) => (onVerdict = (said) => words.test(said) && resolve()));
    const shows = (words: string) =>
      page.waitForFunction((words) => document.querySelector('h1')?.textContent.includes(words), words);
    const save = async (changed: string, seen: () => Promise<unknown>) => {
      const reloaded = page.waitForEvent('load');
      const start = performance.now();
      writeFileSync(path, changed);
      await seen();
      const wait = performance.now() - start;
      // The next measurement begins when the page of this one is there.
      await reloaded;
      return wait;
    };

    const waits: Record<keyof typeof LIMITS, number[]> = { verdict: [], page: [] };
    // The first round only compiles.
    for (let round = 0; round <= rounds; round++) {
      const title = `Another title ${'again '.repeat(round)}and again`;
      const changed = text.replace(/^title: .*$/m, `title: ${title}`);
      const toPage = await save(changed, () => shows(title));
      const wrong = `${changed}\n[^stray]: @nowhere "words that no source contains"\n`;
      const toVerdict = await save(wrong, () => verdict(/^\d+ problems?/));
      await save(changed, () => verdict(/^No problems/));
      if (round === 0) continue;
      waits.page.push(toPage);
      waits.verdict.push(toVerdict);
    }
    let over = 0;
    for (const kind of ['verdict', 'page'] as const) {
      const wait = median(waits[kind]);
      const isOver = wait > LIMITS[kind];
      if (isOver) over++;
      say(
        `save → ${kind.padEnd(36)}${wait.toFixed(0).padStart(8)} ms, limit ${LIMITS[kind]} ms${isOver ? '  OVER' : ''}`,
      );
    }
    return over;
  } finally {
    await browser.close();
    server.kill();
  }
}

/** Runs in the page: call `verdict` with each new first line of the toolbar's app. */
function watchVerdict(): void {
  let last = '';
  setInterval(() => {
    const { shadowRoot } = document.querySelector('astro-dev-toolbar') ?? {};
    const app = shadowRoot?.querySelector('astro-dev-toolbar-app-canvas[data-app-id="citations"]');
    const said = app?.shadowRoot?.querySelector('h1')?.textContent ?? last;
    if (said !== last) (globalThis as unknown as { verdict: (said: string) => void }).verdict(said);
    last = said;
  }, 5);
}

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
