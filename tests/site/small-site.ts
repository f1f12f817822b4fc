import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { digestsOfSite, ENGINE, environment, home, linkPackages } from './project.ts';

/** Copy the project into a new folder, with a small site as its content and a `node_modules` of its own. */
export function newSmallSite(parent: string = tmpdir()): string {
  const root = mkdtempSync(join(parent, 'small-site-'));
  for (const part of ENGINE) cpSync(join(home, part), join(root, part), { recursive: true });
  cpSync(join(home, 'tests/fixtures/site'), root, { recursive: true });
  linkPackages(root);
  return root;
}

export interface Way {
  readonly env?: NodeJS.ProcessEnv;
  /** The user who runs it. */
  readonly uid?: number | undefined;
  /** Limits for the shell that starts it, such as `ulimit -n 64`. */
  readonly limits?: string;
  readonly args?: readonly string[];
}

export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** Start a command of the project: one of Astro's, or one of ours. */
export function start(root: string, command: string, { env, uid, limits, args = [] }: Way = {}): ChildProcess {
  const isAstro = ['build', 'dev', 'preview'].includes(command);
  const program = [process.execPath, isAstro ? 'node_modules/astro/bin/astro.mjs' : 'src/cli/main.ts', command];
  // With `exec` a signal reaches the program instead of its shell.
  const shell = limits === undefined ? [] : ['bash', '-c', `${limits}; exec "$@"`, 'bash'];
  const [file = '', ...rest] = [...shell, ...program, ...args];
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
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })));
}

export const run = (root: string, command: string, way: Way = {}) => ended(start(root, command, way));

/** A built site: the SHA-256 of each file. */
export type Site = Readonly<Record<string, string>>;

export const siteOf = (dist: string): Site | undefined => (existsSync(dist) ? digestsOfSite(dist) : undefined);

/** Write an earlier site that differs from everything a build makes. */
export function putEarlier(dist: string): Site {
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(join(dist, 'articles/old'), { recursive: true });
  writeFileSync(join(dist, 'index.html'), 'an earlier site');
  writeFileSync(join(dist, 'articles/old/index.html'), 'an earlier article');
  return digestsOfSite(dist);
}

/** What builds left next to their output. */
export const leftovers = (root: string) => readdirSync(root).filter((name) => name.startsWith('.build-'));
