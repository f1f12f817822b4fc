import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';

/** The project under test: this one. */
export const home = fileURLToPath(new URL('../../', import.meta.url));

/** The folder with a folder for each rule, which the pages about the rules are made from. */
export const RULES = 'docs/rules';

/** What a build needs besides content, sources and packages. */
export const ENGINE: readonly string[] = ['astro.config.mjs', 'package.json', 'tsconfig.json', 'public', 'src', RULES];

/** A site on another subject. */
export const secondSite = fileURLToPath(new URL('../second-site/', import.meta.url));

/**
 * Copy the project, without what was built, into a new folder, so that a test can break it.
 *
 * @param site The folder of its content and sources.
 */
export function copyProject(site: string = home): string {
  const root = mkdtempSync(join(tmpdir(), 'project-'));
  for (const part of ENGINE)
    if (existsSync(join(home, part))) cpSync(join(home, part), join(root, part), { recursive: true });
  for (const part of ['content', 'sources']) cpSync(join(site, part), join(root, part), { recursive: true });
  symlinkSync(join(home, 'node_modules'), join(root, 'node_modules'), 'dir');
  return root;
}

/** Where `addDocuments` puts its article, and the page of a source that it cites. */
export const ADDED = '/articles/test-article/';

/**
 * Add an article, pages and sources of the tests' own, with everything that tests touch, so that the rest of the
 * content may change: every kind of mark of a chart, every form of Markdown, names, a withheld line, a page mark.
 */
export function addDocuments(root: string): void {
  const [theme = ''] = listFiles(join(root, 'content/themes'));
  cpSync(join(home, 'tests/fixtures/site/sources'), join(root, 'sources'), { recursive: true });
  for (const name of listFiles(added)) {
    const text = readFileSync(join(added, name), 'utf8').replaceAll('THEME', theme.replace(/\.mdx$/, ''));
    writeFileSync(join(root, 'content', name), text);
  }
}

const added = fileURLToPath(new URL('added/', import.meta.url));

export function removeProject(root: string): void {
  rmSync(root, { recursive: true, force: true });
}

/** What the test runner sets for itself; with it, Vite would make another build than in an editor's terminal. */
const RUNNERS_OWN = /^(?:NODE_ENV|MODE|DEV|PROD|SSR|BASE_URL|TEST|VITEST.*|TINYPOOL.*)$/;

/** The environment of an editor's terminal, without colours. */
export const environment: NodeJS.ProcessEnv = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !RUNNERS_OWN.test(name))),
  ASTRO_TELEMETRY_DISABLED: '1',
  NO_COLOR: '1',
  FORCE_COLOR: '0',
};

export interface Outcome {
  readonly code: number | null;
  /** Both streams, without colours. */
  readonly output: string;
}

/** Run `npm run check` or `npm run build` of a copy, by the programs that they call. */
export function run(root: string, command: 'check' | 'build'): Promise<Outcome> {
  const program = command === 'check' ? ['src/cli/main.ts', 'check'] : ['node_modules/astro/bin/astro.mjs', 'build'];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, program, {
      cwd: root,
      env: environment,
    });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** All files below a folder, by their path with `/`, sorted. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** The SHA-256 of every file below a folder, by its path. */
export function digests(folder: string): Record<string, string> {
  return Object.fromEntries(
    listFiles(folder).map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex'),
    ]),
  );
}

/** The SHA-256 of every file of a built site but those of the search index, which differ from build to build. */
export function digestsOfSite(dist: string): Record<string, string> {
  return Object.fromEntries(Object.entries(digests(dist)).filter(([file]) => !file.startsWith('pagefind/')));
}

/** Link each package into an empty `node_modules`, so that tools keep their caches in this copy alone. */
export function linkPackages(root: string): void {
  const modules = join(root, 'node_modules');
  mkdirSync(modules);
  for (const name of readdirSync(join(home, 'node_modules')))
    if (!name.startsWith('.') || name === '.bin' || name === '.package-lock.json')
      symlinkSync(join(home, 'node_modules', name), join(modules, name));
}

const BROWSERS = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/google-chrome'];

/**
 * Start the browser: the one that CHROMIUM_PATH names, or Debian's Chromium, without a window if it is there: that
 * takes half the time.
 */
export function launchBrowser(more: readonly string[] = []) {
  const paths = [process.env['CHROMIUM_PATH'], ...BROWSERS];
  const executablePath = paths.find((path) => path !== undefined && existsSync(path));
  if (executablePath === undefined) throw new Error('Cannot find Chromium: install it, or name it in CHROMIUM_PATH');
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    ...more,
  ];
  return chromium.launch({ executablePath, args });
}

/** A built copy of the project and a browser to open it in. */
export interface BuiltSite {
  readonly root: string;
  readonly dist: string;
  readonly browser: Browser;
}

/** The file in which `build-once.ts` reports how its build went. */
export const OUTCOME = 'outcome.json';

/** Wait for the site that is built once for all test files, which they only read, and start the browser. */
export async function startSite(): Promise<BuiltSite> {
  const root = inject('builtProject');
  return { root, dist: await builtSite(root), browser: await launchBrowser() };
}

/** Wait until the site of a project is built. Returns its folder. */
export async function builtSite(root: string): Promise<string> {
  const file = join(root, OUTCOME);
  while (!existsSync(file)) await setTimeout(100);
  const { code, output }: Outcome = JSON.parse(readFileSync(file, 'utf8'));
  if (code !== 0) throw new Error(output);
  return join(root, 'dist');
}

/** Judge the open page by axe: each rule that is broken, with the first place. Its context has to bypass the policy. */
export async function findBarriers(page: Page): Promise<string[]> {
  await page.addScriptTag({ content: axe.source });
  return page.evaluate(async () => {
    // Off by default, but Lighthouse judges it.
    const rules = { 'target-size': { enabled: true } };
    const axe = Reflect.get(window, 'axe') as {
      run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
    };
    return (await axe.run({ resultTypes: ['violations'], preload: false, rules })).violations.map(
      ({ id, nodes }) => `${id}: ${nodes[0]?.html}`,
    );
  });
}
