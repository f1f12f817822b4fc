import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { digests, environment, home } from '../site/project.ts';
import { isOfPackages } from '../surroundings/workspace.ts';
import type { Faults } from './tally.ts';

const PARTS = ['astro.config.mjs', 'package.json', 'tsconfig.json', 'src', 'tests/fixtures'];

/**
 * Copy the project with the content of a small one into a new folder. It has caches of its own: its `node_modules` is a folder of links
 * to the packages.
 */
export function newSmallSite(parent: string = tmpdir()): string {
  const root = mkdtempSync(join(parent, 'resilience-'));
  for (const part of PARTS) cpSync(join(home, part), join(root, part), { recursive: true });
  cpSync(join(home, 'tests/fixtures/site'), root, { recursive: true });
  mkdirSync(join(root, 'node_modules'));
  for (const name of readdirSync(join(home, 'node_modules'))) {
    if (isOfPackages(name)) symlinkSync(join(home, 'node_modules', name), join(root, 'node_modules', name));
  }
  return root;
}

export interface Way {
  readonly env?: NodeJS.ProcessEnv;
  /** The number of the user that runs it. */
  readonly uid?: number | undefined;
  /** Limits for the shell that starts it, such as `ulimit -n 64`. */
  readonly limits?: string;
  readonly args?: readonly string[];
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
}

const ASTRO = 'node_modules/astro/bin/astro.mjs';

/** Start a command of the project: one of Astro, or one of ours. */
export function start(root: string, command: string, { env, uid, limits, args = [] }: Way = {}): ChildProcess {
  const isAstro = ['build', 'dev', 'preview'].includes(command);
  const program = [process.execPath, ...(isAstro ? [ASTRO, command] : ['src/cli/main.ts', command]), ...args];
  // `exec`, so that a signal reaches the program and not its shell.
  const [file = '', ...rest] =
    limits === undefined ? program : ['bash', '-c', `${limits}; exec "$@"`, 'bash', ...program];
  return spawn(file, rest, {
    cwd: root,
    env: { ...environment, HOME: root, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid !== undefined && { uid, gid: uid }),
  });
}

/** Wait for the end of a command. */
export function ended(child: ChildProcess): Promise<Ended> {
  let output = '';
  child.stdout?.on('data', (data) => (output += data));
  child.stderr?.on('data', (data) => (output += data));
  return new Promise((resolve) => child.on('close', (code, signal) => resolve({ code, signal, output })));
}

export const run = (root: string, command: string, way: Way = {}) => ended(start(root, command, way));

/** Which site stands in a folder: the SHA-256 of each of its files. */
export type Site = Readonly<Record<string, string>>;

export const siteOf = (dist: string): Site | undefined => (existsSync(dist) ? digests(dist) : undefined);

/** Put an earlier site there, which no build makes. */
export function putEarlier(dist: string): Site {
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(join(dist, 'articles/old'), { recursive: true });
  writeFileSync(join(dist, 'index.html'), 'an earlier site');
  writeFileSync(join(dist, 'articles/old/index.html'), 'an earlier article');
  return digests(dist);
}

export const isSame = (one: Site | undefined, other: Site | undefined) => JSON.stringify(one) === JSON.stringify(other);

/** What builds leave beside their output. */
export const leftovers = (root: string) => readdirSync(root).filter((name) => name.startsWith('.build-'));

/** What is wrong with a build that should have made this site. */
export function mustBe(root: string, clean: Site, { code, output }: Ended): Faults {
  const left = leftovers(root);
  return [
    ...(code === 0 ? [] : [`exit ${code}: ${ending(output)}`]),
    ...(isSame(siteOf(join(root, 'dist')), clean) ? [] : ['the site is not that of a clean build']),
    ...(left.length === 0 ? [] : [`left: ${left.join(', ')}`]),
  ];
}

/** What is wrong with a build that should have stopped, said why, and left this site. */
export function mustStop(
  root: string,
  earlier: Site | undefined,
  { code, output }: Ended,
  ...says: readonly RegExp[]
): Faults {
  const unsaid = says.filter((words) => !words.test(output));
  return [
    ...(code === 0 || code === null ? [`exit ${code}`] : []),
    ...(isSame(siteOf(join(root, 'dist')), earlier) ? [] : ['the earlier site was touched']),
    ...unsaid.map((words) => `does not say ${words}: ${ending(output)}`),
    ...(/^\s+at .*\/src\//m.test(output) ? [`has a stack trace of ours: ${ending(output)}`] : []),
  ];
}

const ending = (output: string) =>
  output
    .replace(/^.*├─.*\n/gm, '')
    .trim()
    .slice(-500);
